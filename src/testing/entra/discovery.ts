import type { Answer, Call } from "../http.js";
import type { Directory } from "./directory.js";

/** `GET /{tenant}/v2.0/.well-known/openid-configuration`. @internal */
export function openIdConfiguration(call: Call, segment: string, tenantId: string): Answer {
  const base = `${call.url.origin}/${segment}`;
  return {
    status: 200,
    body: {
      token_endpoint: `${base}/oauth2/v2.0/token`,
      token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt", "client_secret_basic"],
      jwks_uri: `${base}/discovery/v2.0/keys`,
      response_modes_supported: ["query", "fragment", "form_post"],
      subject_types_supported: ["pairwise"],
      id_token_signing_alg_values_supported: ["RS256"],
      response_types_supported: ["code", "id_token", "code id_token", "id_token token"],
      scopes_supported: ["openid", "profile", "email", "offline_access"],
      issuer: `${call.url.origin}/${tenantId}/v2.0`,
      request_uri_parameter_supported: false,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      tenant_region_scope: "EU",
      cloud_instance_name: "microsoftonline.com",
      cloud_graph_host_name: "graph.windows.net",
      msgraph_host: "graph.microsoft.com",
      rbac_url: "https://pas.windows.net",
    },
  };
}

/** `GET /common/discovery/instance`: every authority is taken to be this one. @internal */
export function instanceDiscovery(call: Call): Answer {
  const authority = call.url.searchParams.get("authorization_endpoint") ?? "";
  if (!URL.canParse(authority) || new URL(authority).host !== call.url.host) {
    return {
      status: 400,
      body: {
        error: "invalid_instance",
        error_description: "AADSTS50049: Unknown or invalid instance.",
        error_codes: [50049],
      },
    };
  }
  const segment = new URL(authority).pathname.split("/")[1] ?? "common";
  return {
    status: 200,
    body: {
      tenant_discovery_endpoint: `${call.url.origin}/${segment}/v2.0/.well-known/openid-configuration`,
      "api-version": "1.1",
      metadata: [{ preferred_network: call.url.host, preferred_cache: call.url.host, aliases: [call.url.host] }],
    },
  };
}

/** `GET /{tenant}/discovery/v2.0/keys`. @internal */
export function signingKeys({ tokenKey, tokens }: Directory): Answer {
  const key = tokenKey.export({ format: "jwk" });
  return { status: 200, body: { keys: [{ ...key, use: "sig", alg: "RS256", kid: tokens.keyId, x5t: tokens.keyId }] } };
}
