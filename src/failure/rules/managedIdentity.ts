import type { Rule } from "./rule.js";

/**
 * What managed identity endpoints say, and what the SDKs say about them.
 *
 * @internal
 */
export const MANAGED_IDENTITY_RULES: readonly Rule[] = [
  {
    id: "managed-identity.pod-identity-not-found",
    kind: "pod_identity_not_found",
    pattern:
      /no azure identity found for request|getting assigned identities for pod|failed to get matching identities for pod|no azureassignedidentity\b|nmi response failed with status code: 404/,
    answered: true,
    example: "no azure identity found for request clientID 1111##### REDACTED #####5555",
    sources: ["pod-identity", "js", "go"],
  },
  {
    id: "managed-identity.several-assigned",
    kind: "configuration_missing",
    phrases: ["multiple user assigned identities exist"],
    answered: true,
    example:
      "Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in the token request",
    sources: ["imds", "js", "go"],
    remedies: [
      {
        action:
          "Name the identity to use: new ManagedIdentityCredential({ clientId }), or AZURE_CLIENT_ID for DefaultAzureCredential.",
        url: "https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/identity/identity/TROUBLESHOOTING.md#troubleshoot-managedidentitycredential-authentication-issues",
      },
      {
        action: "Or switch the system-assigned identity on for this resource.",
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/qs-configure-portal-windows-vm",
      },
    ],
  },
  {
    id: "managed-identity.not-assigned",
    kind: "managed_identity_not_assigned",
    pattern:
      /\bidentity not found\b|identity (?:hasn't|has not|isn't|is not)(?: been)? assigned to this resource|no (?:default )?identity (?:has been|is) assigned|no user assigned or delegated managed identity found|unable to load the proper managed identity|managedidentitynotfound|managed identity was not found|there's no available\b|there is no (?:\w{2,10} ){0,2}(?:system|user)[- ]assigned|(?:has|have|with) no (?:system|user)[- ]assigned|no managed identity is (?:enabled|assigned|attached)|managed identity is not (?:enabled|attached) (?:on|for|to) (?:this|the) (?:automation|vm|virtual|resource)|identity .{0,60}(?:is not|isn't|not) attached to|failed to authenticate a system assigned identity|(?:has|have) no (?:managed )?identity (?:with|named|called) |no identity (?:was )?found (?:for|on) (?:this|the) (?:vm|virtual|resource|app|pod|container|host)|\bno (?:user[- ]assigned|managed) identity (?:with \w{2,12} )?(?:match|correspond)|neither an? (?:system|user)[- ]assigned (?:\w{2,12} )?nor\b|did not confirm the requested user-assigned/,
    answered: true,
    example:
      "ManagedIdentityCredential authentication unavailable. The requested identity has not been assigned to this resource.",
    sources: ["imds", "app-service", "js", "go", "python", "net", "msal"],
  },
  {
    id: "managed-identity.audience",
    kind: "invalid_scope_or_resource",
    phrases: [["is not a supported msi token audience", "audiencenotsupported"]],
    answered: true,
    example: "Audience https://foo.example is not a supported MSI token audience.",
    sources: ["azure-cli", "imds"],
  },
  {
    id: "managed-identity.resource-empty",
    kind: "malformed_request",
    phrases: ["parameter resource cannot be empty"],
    answered: true,
    example: "parameter resource cannot be empty",
    sources: ["pod-identity"],
  },
  {
    id: "managed-identity.user-assigned-unsupported",
    kind: "configuration_invalid",
    pattern:
      /doesn't support (?:specifying a )?user-assigned|user[- ]assigned (?:managed )?identit(?:y is|ies are) not supported|specifying a [^.]{1,80}(?:is )?not supported|(?:can only be system assigned|only client id is supported for user-assigned|by client id only|only supports object id|not configurable at runtime)|more than one managedidentityidtype/,
    example: "the Azure Arc API doesn't support specifying a user-assigned managed identity at runtime",
    sources: ["js", "go", "msal"],
  },
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
  {
    id: "managed-identity.variable-missing",
    kind: "managed_identity_not_configured",
    pattern:
      /(?:identity|msi|imds)_(?:endpoint|header|secret|server_thumbprint)\b.{0,60}(?:(?:not|aren't|isn't) (?:set|defined|found|present|available)|missing|required|(?:is|are) (?:both )?(?:empty|blank)|undefined|\babsent|unset\b)|(?:identity|msi|imds)_(?:endpoint|header|secret) is set but .{0,40}(?:is|are) not\b|(?:requires?|no|without|missing|lacks?)(?: the)? (?:environment variables?:? )?(?:identity|msi|imds)_(?:endpoint|header|secret|server_thumbprint)/,
    unless: /malformed|invalid|no credential sources/,
    example: "App Service managed identity: environment variables IDENTITY_ENDPOINT and IDENTITY_HEADER are not set",
    sources: ["rust", "net"],
  },
  {
    id: "managed-identity.not-configured",
    kind: "managed_identity_not_configured",
    pattern:
      /no msi credential available|unable to create a managed identity source|managed identity (?:isn't|is not) supported in this environment|managed identity authentication is not available|\bmsi (?:is |was )?(?:not|un)[ -]?available|not supported by azure arc|no managed identity endpoint found|target azure platform could not be determined|msi_?notenabled|managed identity (?:(?:is |was )?not|isn't|wasn't) (?:enabled|turned on|switched on)|managed identity (?:configuration|settings?|variables?) (?:(?:was|were|is|are) )?(?:not (?:be )?(?:found|present|set|available)|missing|absent)|no managed identity (?:configuration|settings?|variables?)\b/,
    example:
      "No managed identity endpoint found. The Target Azure platform could not be determined from environment variables.",
    sources: ["js", "go", "python", "java", "msal"],
  },
  {
    id: "managed-identity.retries-exhausted",
    kind: "managed_identity_retries_exhausted",
    pattern:
      /multiple attempts failed to obtain a token|(?:failed|unable|could not) .{0,40}tokens?\b.{0,40} after (?:retrying |trying )?\d{1,3} (?:retries|times|attempts|tries)|failed to retrieve (?:imds|msi) token after|retry (?:count|limit) (?:exceeded|reached)|(?:exceeded|reached) (?:the )?max\w{0,4}(?: number of)? (?:retries|attempts|tries)|imds is updating|retries (?:were )?exhausted|(?:gave|giving) up .{0,30}after|after \d{1,2} (?:attempts|tries|retries)|all (?:\d{1,2} )?(?:retries|attempts) failed|message (?:not_found|gone|service_unavailable):/,
    managedIdentity: true,
    answered: true,
    example:
      "ManagedIdentityCredential authentication unavailable. Multiple attempts failed to obtain a token from the managed identity endpoint.",
    sources: ["net", "js", "imds"],
  },
  {
    id: "managed-identity.challenge",
    kind: "managed_identity_endpoint_error",
    managedIdentity: true,
    pattern: /www-authenticate header|basic realm=|expected \.key|secret key from the identity endpoint/,
    unless: /insufficient_claims/,
    answered: true,
    example:
      "A 401 response was received from the Azure Arc Managed Identity, but the www-authenticate header is missing.",
    sources: ["msal", "go"],
  },
  {
    id: "managed-identity.odd-answer",
    kind: "managed_identity_endpoint_error",
    pattern:
      /reached, yet no tokens were received|expires_on(?: value)?:|imds probe|(?:imds|\bmsi\b|identity endpoint|managed identity).{0,60}null response|required metadata header|missing the x-identity-header|fetching the aad token|failed to retrieve token from the active directory|blocked by aad pod identity|missing 'podname'|certificate received from the imds|response was either empty or could not be parsed|token request returned: <response|managedidentitycredential authentication failed\. status code: 200|status code 401 is expected|managed_identity_request_failed|\[managed identity\] (?:invalid response|msi returned 200|unexpected exception|did not receive)|authentication response (?:received )?(?:was not in|did not contain) the expected|failed to read imds/,
    answered: true,
    example: "The managed identity endpoint was reached, yet no tokens were received.",
    sources: ["js", "go", "net", "msal", "imds", "app-service", "pod-identity"],
  },
];
