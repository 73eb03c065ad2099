import type { Rule } from "./rule.js";

/**
 * Whether a text says, in whatever words, what came of asking a managed identity endpoint. For texts that name one.
 *
 * @internal
 */
export const IDENTITY_ENDPOINT_RULES: readonly Rule[] = [
  {
    id: "identity.nothing-assigned",
    kind: "managed_identity_not_assigned",
    pattern:
      /unable to load (?:the )?\w{2,12} managed identity|\bno (?:\w{1,12} )?(?:managed |user[- ]?assigned |system[- ]?assigned ){1,2}identit(?:y|ies) (?:\w{1,12} ){0,6}?(?:found|assigned|exists?|configured|(?:on|for) this)|identity of .{1,60}(?:not|n't) (?:be )?found|(?:managed |user[- ]?assigned |system[- ]?assigned ){1,2}identity (?:'[^']{1,80}' |\([^)]{1,80}\) |with .{1,80}?)?(?:(?:is|was|has|does|could)(?: not|n't)|isn't|hasn't|cannot be) (?:been |be )?(?:assigned|associated|attached|linked|found|exist)/,
    managedIdentity: true,
    unless: /directory/,
    answered: true,
    example: "No Managed Identity found for specified ClientId/ResourceId/PrincipalId.",
    sources: ["app-service", "imds"],
  },
  {
    id: "identity.id-unsupported",
    kind: "configuration_invalid",
    says: "On this host a managed identity cannot be selected by the id that was given.",
    pattern:
      /(?:user[- ]?(?:assigned|provided)|client[ _]?id|resource[ _]?ids?|object[ _]?id).{0,80}?(?:(?:is not|isn't|are not|aren't|not) (?:supported|allowed|permitted|accepted|configurable)|(?:should|must|can) ?not be (?:set|specified|used|provided)|can't be (?:set|specified|used|provided|selected|chosen))|only (?:a )?system[- ]assigned|(?:does not|doesn't|do not|don't|not) (?:support|allow|accept|permit) .{0,60}(?:user[- ]?assigned|client[ _]?id|resource[ _]?id|object[ _]?id)|detected (?:with|while) .{0,30}user[- ](?:provided|assigned)/,
    phrases: [
      [
        "managed identity",
        "app service",
        "cloud shell",
        "cloudshell",
        "service fabric",
        "azure arc",
        "azure ml",
        "msi",
        "user-assigned",
        "user assigned",
        "identity_config",
      ],
    ],
    unless: /at the same time/,
    example: "User-assigned resource IDs aren't supported for App Service. Use a client or object ID instead.",
    sources: ["rust", "python", "go", "net", "java", "cpp"],
  },
  {
    id: "identity.other-tenant",
    kind: "configuration_invalid",
    says: "A managed identity gives tokens of its own tenant only.",
    pattern:
      /managed identity.{0,80}(?:non-current|other|different|another) tenants? .{0,20}(?:not|n't) (?:supported|allowed)/,
    example: "For managed identity account, getting access token for non-current tenants is not supported.",
    sources: ["azure-cli"],
  },
  {
    id: "identity.platform",
    kind: "managed_identity_not_configured",
    pattern:
      /(?:is not|isn't|not|un)[ -]?supported (?:on|in|by|for) (?:this|the current|your) (?:platform|environment|host|operating system|os)|(?:platform|operating system|os) (?:\S{1,20} )?(?:is not|isn't) supported (?:on|in|by|for|with) (?:azure arc|managed identit|service fabric|cloud shell)|(?:azure arc|managed identity|msi)(?: managed identity)? (?:is not|isn't) supported|(?:endpoint|environment).{0,60}(?:not detected|could not be determined|not (?:configured|set up) for)|provide "?msiendpoint|\bno managed identity (?:endpoint )?(?:was |is )?(?:found|detected|available|configured|exposed|offered|present)|neither .{0,60}(?:identity|msi)_endpoint|(?:msi|managed identity) (?:is )?(?:not|disabled|not (?:enabled|turned on|switched on))(?: enabled)? ?(?:for|on|in|$)|(?:has|offers) no managed identity|environment variable (?:was |is )?not (?:found|present)|(?:doesn't|does not) have (?:a |any )?managed identity|(?:doesn't|does not|don't) support managed identity|managed identity (?:is not|isn't) available|(?:himds|arc agent) .{0,30}not (?:installed|running)|endpoint environment variables? (?:are|is) not/,
    managedIdentity: true,
    unless: /user[- ]assigned|client ?id|resource ?id/,
    example: "Azure Arc MSI is not supported on this platform darwin",
    sources: ["python", "rust", "js", "go"],
  },
  {
    id: "identity.not-reached",
    kind: "managed_identity_unreachable",
    pattern:
      /(?:could not|couldn't|unable to|cannot|can't|failed to) (?:be )?(?:reach|contact|connect)|not reachable|imds (?:endpoint )?(?:is )?(?:unavailable|not available)|error sending request|endpoint is not (?:currently )?available|unreachable|(?:is not|isn't|not) responding|did not (?:respond|answer)|no (?:answer|reply|response) from|gave no (?:answer|reply|response)/,
    managedIdentity: true,
    unless: /login\.microsoftonline|<response|oidc|status/,
    example: "Could not reach the managed identity endpoint",
    sources: ["go", "net", "rust"],
  },
  {
    id: "identity.key-file",
    kind: "managed_identity_endpoint_error",
    says: "The key file of the Azure Arc agent has a path, name or size that is not accepted.",
    pattern:
      /(?:unexpected|invalid) file ?(?:path|name|extension|size)|file (?:path|size|extension) .{0,30}(?:invalid|unexpected|not allowed|too large)|size of .{0,80}exceed|exceeds 4096|key file.{0,60}(?:too large|size|extension|directory|path)/,
    phrases: [["arc", "himds", "azcmagent", "managedidentity", "managed identity", "imds", "secret key file"]],
    unless: /does not exist|no such file/,
    answered: true,
    example: "ManagedIdentityCredential: invalid file path, expected /var/opt/azcmagent/tokens, got /tmp",
    sources: ["go", "python", "net", "java", "cpp", "rust"],
  },
  {
    id: "identity.challenge",
    kind: "managed_identity_endpoint_error",
    says: "The answer of the Azure Arc agent lacks a WWW-Authenticate header that can be used.",
    pattern:
      /(?:correct|expected|valid) .{0,20}www-authenticate|www-authenticate (?:header )?(?:has|had|lacks|without) (?:no |a |any )?realm|receive (?:a |any )?value (?:from|for|of|in) (?:the )?www-authenticate|www-authenticate header:? ?basic realm/,
    answered: true,
    example: "Did not receive a correct value from WWW-Authenticate header: Basic realm",
    sources: ["python"],
  },
];
