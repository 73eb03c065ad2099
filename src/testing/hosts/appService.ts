import { appServiceFaults } from "../faults/imdsFaults.js";
import { type HostBehaviour, header } from "../http.js";
import { chooseIdentity, identityToken, type MachineIdentities, unknownResource } from "./identities.js";
import { classifyIdentityRequest } from "./imds.js";

/**
 * App Service's and Functions' token endpoint, API version 2019-08-01.
 *
 * @see https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
 * @internal
 */
export function appServiceHost(machine: MachineIdentities, identityHeader: string): HostBehaviour {
  return {
    host: "appService",
    classify: classifyIdentityRequest,
    async answer(call) {
      const query = call.url.searchParams;
      const resource = query.get("resource") ?? "";
      const given = header(call, "x-identity-header");
      if (given === "") return problem(401, "The request is missing the X-IDENTITY-HEADER");
      if (given !== identityHeader) return problem(401, "The X-IDENTITY-HEADER is not valid");
      if (query.get("api-version") !== "2019-08-01") return problem(400, "The api-version is not supported.");
      const identity = chooseIdentity(query, machine);
      if (typeof identity === "string") {
        const named = query.has("client_id") || query.has("mi_res_id") || query.has("object_id");
        return named ? appServiceFaults.identityNotFound() : appServiceFaults.notLoaded();
      }
      if (!machine.resourceExists(resource)) {
        return {
          status: 400,
          body: {
            ExceptionMessage: unknownResource(resource, machine),
            ErrorCode: "invalid_resource",
            ServiceErrorCodes: ["500011"],
            StatusCode: 400,
            Message: null,
          },
        };
      }
      const { token, expiresAt } = await identityToken(identity, resource, machine);
      return {
        status: 200,
        body: {
          access_token: token,
          expires_on: String(expiresAt),
          resource,
          token_type: "Bearer",
          client_id: identity.clientId,
        },
      };
    },
  };
}

function problem(statusCode: number, message: string): { status: number; body: object } {
  return { status: statusCode, body: { statusCode, message } };
}
