import type { Rule } from "./rule.js";

/**
 * What the SDKs say of a managed identity endpoint that was not reached, or only as far as a gateway before it.
 *
 * @internal
 */
export const MANAGED_IDENTITY_REACH_RULES: readonly Rule[] = [
  {
    id: "managed-identity.probe-timeout",
    kind: "managed_identity_probe_timeout",
    pattern:
      /managed[ _]identity(?: endpoint| credential|_credential)? timed out|\bimds (?:token |endpoint )?(?:request |probe )?timed out|managed identity request timed out|\bimds endpoint (?:is )?did not respond|prob(?:e|ing) .{0,40}\b(?:imds|managed identity)\b.{0,60}(?:timed out|took (?:more|longer|too)|giving up|did not (?:respond|answer)|no (?:answer|response)|ran out)/,
    unless: /network_unavailable/,
    example:
      "ManagedIdentityCredential: managed identity timed out. See https://aka.ms/azsdk/go/identity/troubleshoot#dac for more information",
    sources: ["go", "net"],
  },
  {
    id: "managed-identity.gateway-sentence",
    kind: "managed_identity_gateway_error",
    phrases: ["request failed due to a gateway error"],
    answered: true,
    example: "the request failed due to a gateway error",
    sources: ["js", "net", "python", "java", "rust"],
  },
  {
    id: "managed-identity.gateway",
    kind: "managed_identity_gateway_error",
    pattern: /gateway error|bad gateway|gateway time-?out|upstream request timeout|forbidden by proxy/,
    managedIdentity: true,
    answered: true,
    example: "ManagedIdentityCredential authentication unavailable. The request failed due to a gateway error.",
    sources: ["net", "js", "go"],
  },
  {
    id: "managed-identity.unreachable",
    kind: "managed_identity_unreachable",
    pattern:
      /imds endpoint, but it is not available|unable to connect to the (?:managed service identity|instance metadata service|msi\b|imds\b)|failed to connect to msi\b(?!.{1,120}<response)|managed_identity_unreachable_network|no response (?:received )?from the (?:imds|managed identity) endpoint|connection to imds endpoint cannot be established|unreachable network|network unreachable|all managed identity sources are unavailable|network_unavailable/,
    managedIdentity: true,
    example: "ManagedIdentityCredential authentication unavailable, no response from the IMDS endpoint.",
    sources: ["js", "go", "python", "net", "java", "msal"],
  },
  {
    id: "managed-identity.transport",
    kind: "managed_identity_unreachable",
    pattern:
      /econnrefused|econnreset|e(?:host|net)unreach|ehostdown|etimedout|i\/o timeout|connection (?:refused|reset|timed ?out)|no route to host|network is unreachable|unreachable (?:host|network)|context deadline exceeded|connect timed out|actively refused|did not properly respond|forbidden by its access permissions|an error occurred while sending the request|unable to connect to the remote server|max retries exceeded|network_error|fetch failed|failed to connect to|cannot connect to host|client\.timeout exceeded|canceled while waiting for connection|timeout was reached|tcp connect error|error trying to connect|connect call failed|fail to get a new connection|couldn't connect to server|host is down|(?:is not|isn't) answering|connection timeout|networkunreachable|connection attempt failed|failed to execute [`']?reqwest|unable to reach|could not be reached|(?:could not|cannot|can't|unable to|failed to) open (?:a )?connection|169\.254\.169\.254[^ ]{0,80} (?:is )?(?:timed out|not reachable|unreachable)|tcp (?:connect|open) error/,
    managedIdentity: true,
    unless: /login\.microsoftonline|oidc/,
    example:
      'ManagedIdentityCredential: Get "http://169.254.169.254/metadata/identity/oauth2/token": dial tcp 169.254.169.254:80: i/o timeout',
    sources: ["go", "js", "python"],
  },
];
