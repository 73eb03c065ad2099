import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/** Data platforms and automations of Azure, which check tokens and roles of their own. */
const PLATFORMS: readonly string[] = [
  "synapse",
  "data factory",
  "databricks",
  "power bi",
  "powerbi",
  "fabric",
  "purview",
  "logic app",
  "api.azureml",
  "azure devops",
];

/**
 * What data platforms say of a token or of whom it names, and clusters of identities that no object names.
 *
 * @internal
 */
export const PLATFORM_ACCESS_RULES: readonly Rule[] = [
  {
    id: "platform.role",
    kind: "authorization_denied",
    says: "The identity lacks a permission or role in this service, or may not use it at all.",
    phrases: [PLATFORMS],
    pattern: anyOf(
      /(?:user|principal|identity|caller|application|account)\b.{0,40}(?:does not|doesn't|do not|don't) have (?:the )?(?:\w{2,20} ){0,3}?permissions?\b/,
      /(?:principal|user|identity|caller) lacks?\b/,
      /required .{0,40}rbac role/,
      /api is not accessible for application/,
      /service principals? (?:is |are )?not (?:allowed|permitted|enabled) (?:by|to|for|in)/,
    ),
    unless:
      /aadsts|credential(?:unavailable| authentication)|\b401\b|failed to (?:get|acquire|obtain)|private|firewall|public network/,
    answered: true,
    example: "Synapse: User does not have permission: required Synapse RBAC role 'Synapse Linked Data Manager'",
    sources: ["service"],
  },
  {
    id: "platform.token",
    kind: "token_rejected",
    says: "The service holds the token to be invalid or expired.",
    phrases: [PLATFORMS],
    pattern: /\binvalid (?:aad|entra(?: id)?|azure ad|microsoft entra(?: id)?) token\b|\btokenexpiredexception\b/,
    unless: /aadsts|credential(?:unavailable| authentication)|refresh token/,
    answered: true,
    example: "Databricks: error 403 invalid AAD token: TokenExpiredException",
    sources: ["service"],
  },
  {
    id: "platform.closed-network",
    kind: "network_rule_denied",
    pattern:
      /public (?:network )?access (?:is |was |has been )?(?:disabled|not (?:allowed|permitted)) (?:on|for|by|in) .{0,60}(?:account|vault|registry|workspace|namespace|server|resource)\b/,
    unless:
      /aadsts|169\.254|policy (?:definition|assignment)|requestdisallowedbypolicy|private key|publicaccessnotpermitted|\bpublic access is not permitted on this storage account/,
    answered: true,
    example: "Cannot connect: public network access disabled on storage account; request denied (403)",
    sources: ["service"],
  },
  {
    id: "platform.cluster-option",
    kind: "configuration_missing",
    says: "The configuration does not say which identity to use.",
    phrases: [["azure", "clientid", "tenantid", "identity", "entra", "arm_", "use_oidc"]],
    pattern: anyOf(
      /(?:identity|client|tenant)\w{0,4} ?ids? (?:and|or|nor) \w{2,40} (?:are|were) both (?:empty|missing|unset|not set|blank)/,
      /no service ?account (?:is |was )?(?:referenced|given|set|specified)/,
      /serviceaccountref (?:is |was )?(?:missing|empty|not set|required)/,
      /providerconfig .{0,80}(?:without|missing|has no|lacks) (?:a |the )?(?:key|credential|secret|source)/,
      /neither (?:oidc_token|client_secret|client_certificate|use_\w{2,10})\b.{0,80}(?:was|were|is|are) (?:given|set|provided|configured|specified)/,
    ),
    unless: /aadsts|credential authentication/,
    example: "secrets-store-csi-driver-provider-azure: userAssignedIdentityID and clientID are both empty",
    sources: ["service", "terraform"],
  },
  {
    id: "platform.pod",
    kind: "pod_identity_not_found",
    pattern:
      /\bno azure ?identit(?:y|ies) (?:was |were |is |are )?(?:found|bound|assigned|matched|matching) (?:for|to|with) (?:the )?pod\b/,
    unless: /aadsts/,
    answered: true,
    example: "nmi: no AzureIdentity found for pod default/app in assigned state",
    sources: ["pod-identity"],
  },
  {
    id: "platform.auth-source",
    kind: "configuration_invalid",
    says: "The value of auth_source is not one that is known.",
    pattern:
      /(?:invalid|unknown|unsupported|unrecogni[sz]ed) auth_source\b|auth_source .{0,60}(?:is invalid|not one of|must be one of|is not supported)/,
    phrases: [["azure", "ansible"]],
    example: "ansible: invalid auth_source 'clii' for azure_rm",
    sources: ["service"],
  },
];
