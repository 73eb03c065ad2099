import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What a library says of an answer or a host that it cannot work with, in words that only this library has.
 *
 * @internal
 */
export const LIBRARY_ANSWER_RULES: readonly Rule[] = [
  {
    id: "library.identity-answer",
    kind: "managed_identity_endpoint_error",
    says: "The host's managed identity endpoint answered with something that is refused or cannot be used.",
    pattern: anyOf(
      /\binvalid secret file size, expected\b/,
      /redirects? (?:is|are) not (?:permitted|allowed|supported|followed) for managed identit/,
      /did not receive an? (?:secret value|secret|challenge|key) in the response from (?:the )?azure arc/,
      /\bcloud shell imds error\b/,
      /\[managed identity\] (?:file is larger than|.{1,60} is expected but not found)/,
    ),
    answered: true,
    example: "redirects are not permitted for managed identity on Service Fabric",
    sources: ["go", "java", "msal"],
  },
  {
    id: "library.arc-challenge",
    kind: "managed_identity_endpoint_error",
    says: "The agent of Azure Arc did not answer with the challenge that it must begin with.",
    pattern: /\bexpected a 401 response,? (?:but )?(?:received|got) [345]\d\d\b/,
    answered: true,
    example: "ManagedIdentityCredential: expected a 401 response, received 404",
    sources: ["go"],
  },
  {
    id: "library.identity-source",
    kind: "managed_identity_not_configured",
    says: "Nothing on this host shows that it has a managed identity of the kind that was asked for.",
    pattern: anyOf(
      /managed identity (?:type|source) (?:is )?not (?:configured|available on this)/,
      /\bmanaged identity source is not available\b/,
      /unavailable\. the environment variables needed are:? (?:msi|identity|imds)_/,
      /^platform not supported, expected linux or windows/,
      /\[managed identity\] unsupported platform\b|\bunsupported managed identity source\b/,
    ),
    unless: /aadsts|\b[45]\d\d\b/,
    example: "[Managed Identity] This managed identity source is not available on this platform.",
    sources: ["java", "msal", "js", "go"],
  },
  {
    id: "library.region-lookup",
    kind: "managed_identity_unreachable",
    says: "The metadata service did not answer when the region of this machine was looked up there.",
    pattern:
      /\bimds (?:https?:\/\/)?\S{1,120} unavailable\. perhaps not running in azure|exception during call to local imds/,
    example: "IMDS http://169.254.169.254/metadata/instance unavailable. Perhaps not running in Azure VM?",
    sources: ["msal", "java"],
  },
  {
    id: "library.discovery-answer",
    kind: "authority_unreachable",
    says: "What the authority says of itself in its metadata cannot be used.",
    pattern: anyOf(
      /tenantdiscoveryresponse: (?:empty|failed to parse) issuer/,
      /(?:pars\w{1,4}|reading|decoding) (?:the )?(?:instance|tenant|oidc|openid) discovery (?:response|answer)/,
    ),
    unless: /aadsts/,
    answered: true,
    example: "TenantDiscoveryResponse: empty issuer in response",
    sources: ["go", "java"],
  },
  {
    id: "library.token-parts",
    kind: "invalid_token_response",
    says: "A part of the token response cannot be decoded.",
    pattern: anyOf(
      /\bid ?token returned (?:from|by) (?:the )?(?:server|endpoint) is (?:invalid|malformed)/,
      /\btokenrespon\w{1,3} .{0,40}(?:jwt|base64) decode error/,
      /unable to unmarshal decoded jwt\b/,
      /\btoken response is not in json format\b/,
    ),
    unless: /aadsts/,
    answered: true,
    example: "TokenResponse client_info field had JWT decode error: illegal base64 data at input byte 4",
    sources: ["go"],
  },
  {
    id: "library.certificate",
    kind: "certificate_unusable",
    pattern: anyOf(
      /(?:didn't|did not|couldn't|could not) find any certificate content/,
      /\bfound no certificates?$/,
      /certificate not loaded from (?:the )?(?:input )?(?:stream|file|bytes)/,
      /expect your public key but detect(?:ed)? a private key/,
      /\bunable to sign jwt token: /,
    ),
    unless: /aadsts/,
    example: "We expect your public key but detect a private key instead",
    sources: ["go", "java", "msal"],
  },
  {
    id: "library.authorities-file",
    kind: "credential_file_unreadable",
    says: "The file with the certificate authorities is there, and empty.",
    pattern: /\bca file ['"(]?[^'")]{1,200}['")]? is empty/,
    example: 'CA file "/etc/aks/ca.crt" is empty',
    sources: ["go", "python"],
  },
  {
    id: "library.refresh-refused",
    kind: "refresh_token_expired",
    says: "The stored refresh token was refused.",
    pattern: /\bfailed refreshing token for client id\b.{0,120}\binvalid_grant\b/,
    unless: /aadsts/,
    answered: true,
    example: "IdentityClient: failed refreshing token for client ID: 04b07795: AuthenticationError: invalid_grant",
    sources: ["js"],
  },
  {
    id: "library.authorities",
    kind: "certificate_unusable",
    says: "The certificate authorities that were given cannot be read as certificates.",
    pattern: /\bparse ca file\b.{0,200}no valid certificates/,
    example: 'parse CA file "/etc/aks/ca.crt": no valid certificates found',
    sources: ["go"],
  },
  {
    id: "library.challenge-claims",
    kind: "claims_challenge",
    says: "The claims in the challenge of the service cannot be decoded.",
    pattern: /\bauthentication challenge contains invalid claims\b/,
    unless: /aadsts/,
    answered: true,
    example: "authentication challenge contains invalid claims: illegal base64 data at input byte 3",
    sources: ["go"],
  },
];
