import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What the endpoints of single hosts answer: Service Fabric, Cloud Shell, pod identity, IMDS.
 *
 * @internal
 */
export const ENDPOINT_ANSWER_RULES: readonly Rule[] = [
  {
    id: "endpoint.secret-header",
    kind: "managed_identity_endpoint_error",
    says: "The managed identity endpoint did not find the secret in the header of the request.",
    pattern:
      /\bsecretheadernotfound\b|secret is not found in the request headers|(?:identity|msi)\b.{0,60}\bsecret header (?:is |was )?(?:missing|not found|absent|required)/,
    answered: true,
    example: '{"error":{"code":"SecretHeaderNotFound","message":"Secret is not found in the request headers."}}',
    sources: ["app-service"],
  },
  {
    id: "endpoint.cloud-shell",
    kind: "managed_identity_endpoint_error",
    says: "The managed identity endpoint answered with an error.",
    pattern:
      /a cloud shell credential problem occurred|get token request returned: <response \[(?:400|401|403|500)\]>|\b(?:400|401|403|500)\b .{0,60}localhost:50342\/oauth2\/token/,
    unless:
      /identity not found|no identity|connection refused|max retries|newconnectionerror|aadsts|audience|resource parameter/,
    answered: true,
    example:
      "Failed to connect to MSI. Please make sure MSI is configured correctly. Get Token request returned: <Response [400]>",
    sources: ["azure-cli"],
  },
  {
    id: "endpoint.inner-status",
    kind: "managed_identity_endpoint_error",
    says: "The managed identity endpoint reports an error of what stands behind it.",
    managedIdentity: true,
    pattern: /unknown_error ?\(status code 50[01]\)/,
    unless: /pod list|identity not found/,
    answered: true,
    example:
      "ManagedIdentityCredential authentication failed.(status code 400). More details: unknown_error(status code 500).",
    sources: ["js"],
  },
  {
    id: "endpoint.probe-in-vain",
    kind: "managed_identity_unreachable",
    says: "The metadata service (IMDS) did not answer.",
    pattern: /the azure imds endpoint is (?:unavailable|not available)/,
    unless: /environmentcredential|azureclicredential|aadsts|timed out/,
    example:
      "azure:identity:info ManagedIdentityCredential - IMDS => ManagedIdentityCredential - IMDS: The Azure IMDS endpoint is unavailable",
    sources: ["js"],
  },
  {
    id: "endpoint.unknown-source",
    kind: "managed_identity_endpoint_error",
    says: "The managed identity endpoint does not know the path that was asked for.",
    pattern: /\bunknown[_ ]source\b.{0,80}[\\/](?:metadata[\\/]identity|token)\b/,
    answered: true,
    example: '{"error":"unknown_source","error_description":"Unknown Source /metadata/identity/oauth2/tokens"}',
    sources: ["imds"],
  },
  {
    id: "endpoint.api-version",
    kind: "managed_identity_endpoint_error",
    says: "The metadata service (IMDS) does not know the api-version that was asked for, or none was given.",
    phrases: ["api-version", ["imds", "metadata/identity", "managed identity", "managedidentity"]],
    pattern: /\bapi-version (?:is |was )?(?:invalid|missing|unsupported|not specified|not supported)/,
    answered: true,
    example:
      '{"error":"Bad request. api-version is invalid or was not specified in the request. For more information refer to aka.ms/azureimds"}',
    sources: ["imds"],
  },
  {
    id: "endpoint.no-audience",
    kind: "malformed_request",
    says: "The request to the managed identity endpoint does not say for which resource (audience) the token is to be.",
    pattern: anyOf(
      /required audience parameter not specified/,
      /(?:identity|msi|imds|169\.254\.169\.254)\b.{0,120}(?:resource|audience)['"]? (?:query )?(?:parameter |variable )?(?:was |is )?(?:not specified|missing|required\b|empty)/,
      /required (?:query )?(?:variable|parameter) ['"]?resource['"]? (?:is|was) (?:missing|not)/,
    ),
    unless: /aadsts|user[- ]assigned|multiple|clientid|client id/,
    answered: true,
    example: '{"error":"invalid_request","error_description":"Required audience parameter not specified"}',
    sources: ["imds", "app-service"],
  },
  {
    id: "endpoint.body-lacks-token",
    kind: "invalid_token_response",
    phrases: [["msal", "azure", "entra", "login.microsoftonline", "oauth"]],
    pattern:
      /(?:response|reply|answer|body) (?:body )?(?:did not|didn't|does not|doesn't|do not) (?:contain|include|have|hold|carry) (?:an?y? |the )?access[ _]token/,
    unless: /managed ?identity|\bmsi\b|\bimds\b|azure cli|azd\b|power ?shell|oidc|aadsts|cache|github/,
    answered: true,
    example: "msal: token response body did not contain an access token",
    sources: ["msal"],
  },
  {
    id: "endpoint.no-pod",
    kind: "pod_identity_not_found",
    phrases: [["identity", "nmi", "msi", "pod ip"]],
    pattern:
      /\bpod list (?:is |was )?empty|\bno pods? found (?:for|with) (?:pod )?ip|failed to (?:match|get pod info from) pod ip\b/,
    answered: true,
    example: "ManagedIdentityCredential authentication failed: Status: 500 Content: pod list is empty",
    sources: ["pod-identity"],
  },
];
