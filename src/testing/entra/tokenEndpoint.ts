import { randomUUID } from "node:crypto";
import type { Answer, Call } from "../http.js";
import type { Principal } from "../tokens.js";
import { authenticateClient } from "./clientAuthentication.js";
import type { Directory, Grants } from "./directory.js";
import { grantChecks, remember } from "./grants.js";
import { EntraRefusal, entraHeaders, requestIdOf } from "./refusal.js";
import { resourceOf } from "./scope.js";

const NINETY_DAYS = 90 * 86_400_000;

/**
 * `POST /{tenant}/oauth2/v2.0/token`. Checks in Entra's order: the form of the request, the application, its
 * credential, the grant, the resource.
 *
 * @throws EntraRefusal
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 * @internal
 */
export async function tokenEndpoint(
  call: Call,
  tenant: { readonly id: string; readonly segment: string },
  directory: Directory,
  grants: Grants,
): Promise<Answer> {
  const { form } = call;
  const grantType = form.get("grant_type");
  if (!grantType) throw new EntraRefusal(900144, "grant_type");
  const check = Object.hasOwn(grantChecks, grantType) ? grantChecks[grantType] : undefined;
  if (!check) throw new EntraRefusal(70003);
  const resource = requestedResource(form.get("scope") ?? "", grantType);
  const authentication = await authenticateClient(call, tenant.segment, directory);
  const { user, nonce } = await check(call, directory, grants);
  if (!directory.resourceExists(resource)) throw new EntraRefusal(500011);

  const principal: Principal = {
    tenantId: tenant.id,
    clientId: directory.clientId,
    objectId: user?.objectId ?? directory.objectId,
    authentication,
    ...(user ? { user } : {}),
  };
  const { token, lifetimeSeconds } = await directory.tokens.accessToken(principal, resource);
  const answer: Record<string, unknown> = {
    token_type: "Bearer",
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    // Entra ID only names a time to refresh where the token lives for more than two hours.
    ...(lifetimeSeconds > 7200 ? { refresh_in: Math.floor(lifetimeSeconds / 2) } : {}),
    access_token: token,
  };
  if (user) {
    const grant = { user, clientId: directory.clientId, expiresAt: Date.now() + NINETY_DAYS };
    const clientInfo = JSON.stringify({ uid: user.objectId, utid: tenant.id });
    Object.assign(answer, {
      scope: form.get("scope") ?? "",
      refresh_token: remember(grants.refreshTokens, grant),
      id_token: await directory.tokens.idToken(principal, `${call.url.origin}/${tenant.id}/v2.0`, nonce),
      client_info: Buffer.from(clientInfo).toString("base64url"),
    });
  }
  return { status: 200, headers: entraHeaders(randomUUID(), requestIdOf(call)), body: answer };
}

function requestedResource(scope: string, grantType: string): string {
  if (!scope) throw new EntraRefusal(900144, "scope");
  const resource = resourceOf(scope);
  if (grantType === "client_credentials") {
    if (resource === undefined) throw new EntraRefusal(70011);
    if (!scope.split(" ").every((part) => part.endsWith("/.default") || !part.includes("/"))) {
      throw new EntraRefusal(1002012);
    }
    return resource;
  }
  if (resource !== undefined) return resource;
  // A bare word is a permission of Microsoft Graph, the scopes of OpenID Connect included.
  if (!scope.includes("/")) return "https://graph.microsoft.com";
  throw new EntraRefusal(70011);
}
