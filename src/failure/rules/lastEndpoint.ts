import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";
import { TROUBLE } from "./vocabulary.js";

/** Addresses and names of the authority. */
const AUTHORITY_WORDS: readonly string[] = [
  "login.microsoftonline",
  "login.windows.net",
  "token endpoint",
  "token request",
  "oauth2/",
];

/**
 * What came of asking an endpoint, where all that is said beside its name is that something went wrong. After every
 * other rule.
 *
 * @internal
 */
export const LAST_ENDPOINT_RULES: readonly Rule[] = [
  {
    id: "last.identity-retries",
    kind: "managed_identity_retries_exhausted",
    managedIdentity: true,
    pattern:
      /\bkept (?:answering|returning|responding)\b|(?:still|even|again|after|in spite of) .{0,40}\b(?:retries|attempts|tries)\b/,
    answered: true,
    example: "Managed identity endpoint still returns 429 after 5 retries",
    sources: ["imds"],
  },
  {
    id: "last.identity-unanswered",
    kind: "managed_identity_unreachable",
    says: "The endpoint of the managed identity was asked again and again and never answered.",
    managedIdentity: true,
    pattern: /max(?:imum)? retries (?:\d{1,3} times )?exceeded/,
    unless: /aadsts|status|response|\b[45]\d\d\b/,
    example: "MsalClientException: Max retries 3 times exceeded. Error Details: 169.254.169.254",
    sources: ["java"],
  },
  {
    id: "last.identity-absent",
    kind: "managed_identity_not_configured",
    managedIdentity: true,
    pattern: anyOf(
      /(?:offers?|provides?|supports?|has|have|with) no (?:managed[ -]identity|msi)\b/,
      /(?:managed[ -]identity|\bmsi) (?:is |are )?(?:unavailable|unsupported|not (?:offered|provided|available|present|set up))/,
      /no (?:managed[ -]identity|msi) on/,
    ),
    unless: /aadsts|response|status/,
    example: "ManagedIdentityCredential: this environment offers no managed identity",
    sources: ["rust", "cpp"],
  },
  {
    id: "last.identity-answer",
    kind: "managed_identity_endpoint_error",
    managedIdentity: true,
    pattern: new RegExp(
      `(?:answered|replied|responded|response|reply|body|payload|json)\\b.{0,60}(?:${TROUBLE}|empty)|(?:empty|invalid|malformed) (?:body|answer|reply)`,
    ),
    unless: /aadsts|did not|unreachable|timed out|environment variable|log message|refresh request failed/,
    answered: true,
    example: "managed identity endpoint answered 200 with an empty body",
    sources: ["imds"],
  },
  {
    id: "last.tls",
    kind: "tls_failure",
    phrases: [AUTHORITY_WORDS],
    pattern:
      /\btls\b|\bssl\b|(?:untrusted|unknown|invalid|rejected|bad) (?:server )?(?:certificate|\bca\b)|self-signed|secure channel/,
    unless: /aadsts|client certificate|pfx|pkcs|private key|assertion/,
    example: "TLS handshake with login.microsoftonline.com failed: unknown CA",
    sources: ["go", "rust", "cpp"],
  },
  {
    id: "last.connection",
    kind: "connection_failed",
    phrases: [AUTHORITY_WORDS],
    pattern:
      /(?:socket|connection|stream|channel)\b.{0,60}(?:closed|lost|dropped|failed|broke|aborted|refused|reset)|(?:could not|cannot|can't|couldn't|unable to|failed to) (?:be )?(?:reach|contact|connect|talk)/,
    unless: /aadsts|metadata|managed ?identity|discovery|http request failed! http|http response: ?[1-5]\d\d/,
    example: "socket closed while sending the token request to login.microsoftonline.com",
    sources: ["go", "rust", "cpp"],
  },
];
