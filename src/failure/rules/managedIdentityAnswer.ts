import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What the SDKs say of an endpoint that answered, yet not with a token.
 *
 * @internal
 */
export const MANAGED_IDENTITY_ANSWER_RULES: readonly Rule[] = [
  {
    id: "managed-identity.attempts-without-answer",
    kind: "managed_identity_retries_exhausted",
    says: "Several attempts to get a token from the managed identity endpoint failed.",
    pattern: /multiple attempts failed to obtain a token from the managed identity endpoint/,
    unless: /\b[45]\d\d\b|forbidden by its access|unreachable network|169\.254/,
    example:
      "ManagedIdentityCredential authentication unavailable. Multiple attempts failed to obtain a token from the managed identity endpoint.",
    sources: ["net"],
  },
  {
    id: "managed-identity.retries-exhausted",
    kind: "managed_identity_retries_exhausted",
    pattern: anyOf(
      /multiple attempts failed to obtain a token/,
      /(?:failed|unable|could not) .{0,40}tokens?\b.{0,40} after (?:retrying |trying )?\d{1,3} (?:retries|times|attempts|tries)/,
      /failed to retrieve (?:imds|msi) token after/,
      /retry (?:count|limit) (?:exceeded|reached)/,
      /(?:exceeded|reached) (?:the )?max\w{0,4}(?: number of)? (?:retries|attempts|tries)/,
      /imds is updating/,
      /retries (?:were )?exhausted/,
      /(?:gave|giving) up .{0,30}after/,
      /after \d{1,2} (?:attempts|tries|retries)/,
      /all (?:\d{1,2} )?(?:retries|attempts) failed/,
      /message (?:not_found|gone|service_unavailable):/,
    ),
    managedIdentity: true,
    unless: /error sending request/,
    answered: true,
    example:
      "ManagedIdentityCredential authentication unavailable. Multiple attempts failed to obtain a token from the managed identity endpoint.",
    sources: ["net", "js", "imds"],
  },
  {
    id: "managed-identity.challenge",
    kind: "managed_identity_endpoint_error",
    says: "The challenge of the Azure Arc agent, or the key file that it names, is not as it should be.",
    managedIdentity: true,
    pattern: /www-authenticate header|basic realm=|expected \.key|secret key from the identity endpoint/,
    unless: /insufficient_claims|proxy-authenticate/,
    answered: true,
    example:
      "A 401 response was received from the Azure Arc Managed Identity, but the www-authenticate header is missing.",
    sources: ["msal", "go"],
  },
  {
    id: "managed-identity.odd-answer",
    kind: "managed_identity_endpoint_error",
    pattern: anyOf(
      /reached, yet no tokens were received/,
      /expires_on(?: value)?:/,
      /imds probe/,
      /(?:imds|\bmsi\b|identity endpoint|managed identity).{0,60}null response/,
      /required metadata header/,
      /missing the x-identity-header/,
      /fetching the aad token/,
      /failed to retrieve token from the active directory/,
      /blocked by aad pod identity/,
      /missing 'podname'/,
      /certificate received from the imds/,
      /response was either empty or could not be parsed/,
      /token request returned: <response/,
      /managedidentitycredential authentication failed\. status code: 200/,
      /status code 401 is expected/,
      /managed_identity_request_failed/,
      /\[managed identity\] (?:invalid response|msi returned 200|unexpected exception|did not receive)/,
      /authentication response (?:received )?(?:was not in|did not contain) the expected/,
      /failed to read imds/,
    ),
    answered: true,
    example: "The managed identity endpoint was reached, yet no tokens were received.",
    sources: ["js", "go", "net", "msal", "imds", "app-service", "pod-identity"],
  },
];
