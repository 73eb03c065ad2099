import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Entra ID's own sentences about applications and tenants, where the number before them was cut off. Before all else: what
 * stands around them is the tool's or the library's.
 *
 * @internal
 */
export const ENTRA_SENTENCE_RULES: readonly Rule[] = [
  {
    id: "entra-sentence.application-unknown",
    kind: "application_not_found",
    pattern: /client application \S{1,80} is missing service principal in the tenant/,
    answered: true,
    example: "The client application 041c0c6e is missing service principal in the tenant b64e34c5.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.resource-unknown",
    kind: "resource_principal_not_found",
    pattern: /your organization .{1,120} lacks a service principal for/,
    answered: true,
    example:
      "The app is trying to access a service '1'(Orders API) that your organization '2' lacks a service principal for.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.resource-not-listed",
    kind: "invalid_scope_or_resource",
    pattern:
      /which is not listed in the requested permissions in the client's application|client credential flows must have a scope value with \/\.default|asked for scope .{1,160} that doesn't exist on the resource/,
    answered: true,
    example:
      "Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.assertion-over",
    kind: "assertion_expired",
    pattern: /assertion is not within its valid time range/,
    answered: true,
    example: "Client assertion is not within its valid time range. Current time: 2025-04-12T08:31:07Z",
    sources: ["service"],
  },
  {
    id: "entra-sentence.assertion-signature",
    kind: "invalid_assertion",
    pattern:
      /(?<!client )\bassertion failed signature validation|assertion audience (?:claim )?does not match|no subject claim provided in the assertion|cannot be used as 'urn:ietf:params:oauth:grant-type:jwt-bearer' grant/,
    answered: true,
    example: "Assertion audience does not match the Client app presenting the assertion.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.federated-mismatch",
    kind: "federated_credential_mismatch",
    pattern: /no matching federated identity record found|may not be used for federated identity/,
    answered: true,
    example:
      "No matching federated identity record found for presented assertion subject 'repo:contoso/shop:pull_request'.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.key-unknown",
    kind: "certificate_not_registered",
    pattern:
      /client assertion failed signature validation|client application has no configured keys|certificate with thumbprint \S{8,80} is not authorized/,
    answered: true,
    example: "Client assertion failed signature validation. Trace ID: 1",
    sources: ["service"],
  },
  {
    id: "entra-sentence.certificate-refused",
    kind: "invalid_certificate",
    pattern: anyOf(
      /invalid certificate - subject name in certificate/,
      /(?:error\(s\)|description|invalid_client)\b.{0,80}(?:invalid signing certificate|invalid certificate chain|certificate has been revoked)/,
      /no matching trusted certificate authority policy/,
      /rsa key size \d{3,5} is less than the minimum/,
      /certificate is not within its specified validity period/,
      /validation of given certificate for certificate based authentication failed/,
    ),
    unless: /redirect_uri/,
    answered: true,
    example:
      "Invalid certificate - subject name in certificate is not authorized. SubjectNames/SubjectAlternativeNames (up to 10) in token certificate are: CN=orders.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.tenants",
    kind: "tenant_misconfigured",
    pattern: anyOf(
      /not configured as a multi-tenant application/,
      /configured for use by microsoft account users only/,
      /(?:application|resource) .{1,160} not supported over the \/common or \/consumers/,
      /required to be configured with an application-specific signing key/,
      /acceptmappedclaims is only supported/,
      /cannot find signing certificate configured/,
    ),
    answered: true,
    example:
      "Application '1'(orders) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such applications.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.grant-unsupported",
    kind: "unsupported_grant_or_response",
    pattern:
      /\bthe grant type is not supported over the \/|app requested an unsupported grant type|response_type '[^']{2,60}' is not (?:enabled|supported)/,
    answered: true,
    example: "The app requested an unsupported grant type 'urn:ietf:params:oauth:grant-type:device_code'.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.reply-address",
    kind: "redirect_uri_mismatch",
    pattern:
      /cross-origin token redemption is permitted only|may only be redeemed via cross-origin requests|no reply address (?:is registered|provided)/,
    answered: true,
    example:
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.loop",
    kind: "throttled",
    pattern:
      /encountered a (?:client request loop|loop while processing a request)|\bthere are too many incoming requests\b|the tenant has too many requests/,
    answered: true,
    example: "The server terminated an operation because it encountered a client request loop.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.external-endpoint",
    kind: "federation_issue",
    pattern: /request to external oidc endpoint failed|requested federation realm object/,
    answered: true,
    example: "ClientAssertionCredential authentication failed: Request to External OIDC endpoint failed.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.field",
    kind: "malformed_request",
    pattern:
      /\brequired field '[^']{2,60}' is missing from the credential|code_verifier does not match the code_challenge|client is public so neither/,
    answered: true,
    example:
      "The required field 'scope' is missing from the credential. Ensure that you have all the necessary parameters for the login request.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.other-cloud",
    kind: "tenant_not_found",
    pattern: /request is being redirected to the national cloud/,
    answered: true,
    example: "Tenant '72f988bf' request is being redirected to the National Cloud 'MicrosoftOnline.US'.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.tenant-closed",
    kind: "policy_or_license",
    pattern:
      /\baccess to '[^']{1,120}' tenant is denied|outbound access policy that does not allow access|tenant isn't supported for this authentication method/,
    answered: true,
    example: "Access to 'Contoso' tenant is denied. Trace ID: 1",
    sources: ["service"],
  },
];
