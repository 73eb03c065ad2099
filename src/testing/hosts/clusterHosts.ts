import type { DirectoryUser } from "../entra/directory.js";
import { type Answer, type Call, type HostBehaviour, header } from "../http.js";
import { chooseIdentity, identityToken, type MachineIdentities } from "./identities.js";
import { classifyIdentityRequest } from "./imds.js";

const problem = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});

/** Azure's newer endpoints share a form: a secret in a header, a flat answer, an error object. */
async function secretHost(call: Call, machine: MachineIdentities, secret: string, apiVersion: string): Promise<Answer> {
  const query = call.url.searchParams;
  const resource = query.get("resource") ?? "";
  if (header(call, "secret") !== secret)
    return problem(401, "SecretHeaderNotFound", "Secret is not found in the request headers.");
  if (query.get("api-version") !== apiVersion)
    return problem(400, "InvalidApiVersion", "The api-version is not supported.");
  const identity = chooseIdentity(query, machine);
  if (typeof identity === "string") {
    return problem(404, "ManagedIdentityNotFound", "The managed identity was not found for the given application.");
  }
  if (!machine.resourceExists(resource)) {
    return problem(400, "InvalidResource", `The resource ${resource} was not found in the tenant.`);
  }
  const { token, expiresAt } = await identityToken(identity, resource, machine);
  return {
    status: 200,
    body: { access_token: token, expires_on: expiresAt, resource, token_type: "Bearer" },
  };
}

/**
 * Service Fabric's token service. Its endpoint is HTTPS; the JavaScript SDK does not pin the certificate by
 * `IDENTITY_SERVER_THUMBPRINT`, so the client has to trust the emulator's CA.
 *
 * @see https://learn.microsoft.com/azure/service-fabric/how-to-managed-identity-service-fabric-app-code
 * @internal
 */
export function serviceFabricHost(machine: MachineIdentities, secret: string): HostBehaviour {
  return {
    host: "serviceFabric",
    classify: classifyIdentityRequest,
    answer: (call) => secretHost(call, machine, secret, "2019-07-01-preview"),
  };
}

/** Azure Machine Learning compute, which speaks App Service's dialect of 2017. @internal */
export function machineLearningHost(machine: MachineIdentities, secret: string): HostBehaviour {
  return {
    host: "machineLearning",
    classify: classifyIdentityRequest,
    answer: (call) => secretHost(call, machine, secret, "2017-09-01"),
  };
}

/** Cloud Shell: a form is posted, and the token is the signed-in person's. @internal */
export function cloudShellHost(
  machine: MachineIdentities,
  clientId: string,
  user: DirectoryUser | undefined,
): HostBehaviour {
  return {
    host: "cloudShell",
    classify: classifyIdentityRequest,
    async answer(call) {
      const resource = call.form.get("resource") ?? "";
      if (call.method !== "POST" || header(call, "metadata").toLowerCase() !== "true") {
        return problem(400, "InvalidRequest", "Required metadata header not specified");
      }
      if (!user) return problem(401, "Unauthorized", "No user is signed in.");
      if (!machine.resourceExists(resource)) {
        return problem(400, "AudienceNotSupported", `Audience ${resource} is not a supported MSI token audience.`);
      }
      const { token, issuedAt, expiresAt, lifetimeSeconds } = await machine.tokens.accessToken(
        { tenantId: machine.tenantId, clientId, objectId: user.objectId, authentication: "0", user },
        resource,
      );
      return {
        status: 200,
        body: {
          access_token: token,
          refresh_token: "",
          expires_in: String(lifetimeSeconds),
          expires_on: String(expiresAt),
          not_before: String(issuedAt),
          resource,
          token_type: "Bearer",
        },
      };
    },
  };
}
