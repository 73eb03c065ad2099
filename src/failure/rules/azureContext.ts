import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What Azure PowerShell and the Azure CLI say of the subscription, tenant, environment and account that a command is to
 * work with.
 *
 * @internal
 */
export const AZURE_CONTEXT_RULES: readonly Rule[] = [
  {
    id: "azure-context.subscription",
    kind: "configuration_invalid",
    says: "The subscription that was given is not one that this sign-in has, in the tenant or cloud in use.",
    pattern: anyOf(
      /\bsubscription ['"]?[\w-][\w .-]{0,80}['"]? was not found in tenant\b/,
      /\bthe subscription ['"].{1,100}['"] could not be retrieved for ['"]/,
      /\b\w{3,10}-az\w{3,40}\b.{0,20}: ?.{0,20}\bsubscription (?:id )?['"].{1,100}['"] (?:does not exist|is not a valid guid)/,
      /\b\w{3,10}-az\w{3,40}\b.{0,6}: ?the subscription (?:id|name) .{1,80} (?:does not|doesn't) exist\b/,
      /\bunable to find subscription with (?:name|id) ['"].{1,100}-az\w{4,40}\b/,
      /\b\w{3,10}-az\w{3,40}\b.{0,20}: ?unable to find subscription with (?:name|id)\b/,
    ),
    unless: /aadsts/,
    example: "Set-AzContext : Provided subscription 'Fabrikam Prod' does not exist.",
    sources: ["powershell", "azure-cli"],
  },
  {
    id: "azure-context.environment",
    kind: "configuration_invalid",
    says: "The name of the cloud environment is not one that is known here.",
    pattern: anyOf(
      /-az\w{4,40}\b.{0,20}: ?unable to find environment with name\b/,
      /-az\w{4,40}\b.{0,20}: ?the environment name ['"].{1,60}['"] is not found/,
    ),
    example: "Connect-AzAccount : Unable to find environment with name 'AzureGov'",
    sources: ["powershell"],
  },
  {
    id: "azure-context.other-tenant",
    kind: "configuration_invalid",
    says: "This kind of account gets tokens of its own tenant only.",
    phrases: ["account, getting access token for non-current tenants is not supported"],
    example: "For Cloud Shell account, getting access token for non-current tenants is not supported.",
    sources: ["azure-cli"],
  },
  {
    id: "azure-context.tenant",
    kind: "tenant_not_found",
    pattern: /-az\w{4,40}\b.{0,20}: ?unable to find tenant ['"]/,
    unless: /aadsts/,
    example: "Connect-AzAccount : Unable to find tenant 'woodgrove.example'.",
    sources: ["powershell"],
  },
  {
    id: "azure-context.value-absent",
    kind: "configuration_missing",
    pattern: anyOf(
      /\baccountid must be provided to use an accesstoken/,
      /\baccess token credentials must provide the accountid/,
      /\bplease provide a valid tenant or a valid subscription/,
      /\bmust supply subscription id and tenant id when using -skipvalidation/,
    ),
    example: "Connect-AzAccount: AccountId must be provided to use an AccessToken credential.",
    sources: ["powershell"],
  },
  {
    id: "azure-context.absent",
    kind: "tool_not_signed_in",
    pattern: /-az\w{3,40}\b.{0,20}: ?context cannot be null\b/,
    example: "Set-AzContext: Context cannot be null.  Please log in using Connect-AzAccount.",
    sources: ["powershell"],
  },
  {
    id: "azure-context.resource-type",
    kind: "invalid_scope_or_resource",
    says: "The name of the resource type is not one that tokens can be asked for by.",
    pattern: /\bspecified resourcetypename ['"].{1,60}['"] is not supported/,
    example: 'Get-AzAccessToken : The specified ResourceTypeName "KeyVaults" is not supported.',
    sources: ["powershell"],
  },
  {
    id: "azure-context.assembly",
    kind: "tool_failed",
    says: "Modules of Azure PowerShell that do not fit together are loaded in this session.",
    phrases: [["microsoft.azure.powershell", "microsoft.azure.commands", "-azaccount", "-azaccesstoken"]],
    pattern: /\b(?:method|type) ['"].{1,300}\bdoes not have an implementation/,
    unless: /aadsts/,
    example:
      "Connect-AzAccount : Method 'get_SerializationSettings' in type 'Client' from assembly 'Microsoft.Azure.PowerShell.Clients.ResourceManager' does not have an implementation.",
    sources: ["powershell"],
  },
  {
    id: "azure-context.module",
    kind: "tool_not_installed",
    pattern: /\bunable to find az\.(?:profile|accounts) or azurerm\.profile/,
    example: "Unable to find Az.Profile or AzureRM.Profile.",
    sources: ["powershell"],
  },
  {
    id: "azure-context.key-store",
    kind: "token_cache_unavailable",
    says: "The key store of Azure PowerShell, where it keeps what it signs in with, cannot be read.",
    phrases: ["keystore cannot be loaded from storage"],
    example: "WARNING: KeyStore cannot be loaded from storage. Please check the keystore file integrity.",
    sources: ["powershell"],
  },
];
