import { randomUUID } from "node:crypto";
import { imdsFaults } from "../faults/imdsFaults.js";
import { type Answer, type Call, type CallFacts, type HostBehaviour, header, present } from "../http.js";
import {
  chooseIdentity,
  identityToken,
  type MachineIdentities,
  type ManagedIdentity,
  selectedClientId,
  unknownResource,
} from "./identities.js";

const tokenPath = "/metadata/identity/oauth2/token";

/** MSAL puts a slash at the end, the SDK's probe does not. */
function isTokenPath(call: Call): boolean {
  return call.url.pathname.replace(/\/$/, "") === tokenPath;
}

const refused = (error: string, description: string): Answer => ({
  status: 400,
  headers: serverHeaders(),
  body: { error, error_description: description },
});

function serverHeaders(): Record<string, string> {
  return { server: "IMDS/150.870.65.1854", "x-ms-request-id": randomUUID() };
}

/** What is known of a request to any managed identity endpoint. @internal */
export function classifyIdentityRequest(call: Call): CallFacts {
  const query = call.url.searchParams;
  return {
    kind: "token",
    ...present<Omit<CallFacts, "kind">>({
      clientId: selectedClientId(query),
      resource: query.get("resource") ?? call.form.get("resource"),
    }),
  };
}

/**
 * The emulated instance metadata service, as far as tokens go.
 *
 * @see https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
 * @internal
 */
export function imdsHost(
  machine: MachineIdentities,
  probeDelayMs: number,
  wait: (milliseconds: number) => Promise<void>,
): HostBehaviour {
  return {
    host: "imds",
    classify(call) {
      const facts = classifyIdentityRequest(call);
      if (!isTokenPath(call)) return { ...facts, kind: "other" };
      return header(call, "metadata") ? facts : { ...facts, kind: "probe" };
    },
    async answer(call) {
      if (!isTokenPath(call)) return { status: 404, body: { error: "not_found" } };
      if (header(call, "metadata").toLowerCase() !== "true") {
        await wait(probeDelayMs);
        return refused("bad_request_102", "Required metadata header not specified");
      }
      // The real service refuses requests that went through a proxy, against request forgery.
      if (header(call, "x-forwarded-for"))
        return refused("invalid_request", "Request contains an X-Forwarded-For header");
      const query = call.url.searchParams;
      const resource = query.get("resource");
      if (!query.get("api-version"))
        return refused("invalid_request", "Required query variable 'api-version' is missing");
      if (!resource) return refused("invalid_request", "Required query variable 'resource' is missing");
      const identity = chooseIdentity(query, machine);
      if (identity === "none") return imdsFaults.identityNotFound();
      if (identity === "several") return imdsFaults.multipleIdentities();
      if (!machine.resourceExists(resource)) return refused("invalid_resource", unknownResource(resource, machine));
      return { status: 200, headers: serverHeaders(), body: await imdsToken(identity, resource, machine) };
    },
  };
}

/** A token in the form of the metadata service, where every number is a string. @internal */
export async function imdsToken(
  identity: ManagedIdentity,
  resource: string,
  machine: MachineIdentities,
): Promise<Record<string, string>> {
  const { token, issuedAt, expiresAt, lifetimeSeconds } = await identityToken(identity, resource, machine);
  return {
    access_token: token,
    client_id: identity.clientId,
    expires_in: String(lifetimeSeconds),
    expires_on: String(expiresAt),
    ext_expires_in: String(lifetimeSeconds),
    not_before: String(issuedAt),
    resource,
    token_type: "Bearer",
  };
}
