import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/** Last parts of the settings by which a host of Functions reaches a service with an identity. */
const KEYS = [
  "credential",
  "clientid",
  "tenantid",
  "clientsecret",
  "accountname",
  "fullyqualifiednamespace",
  "serviceuri",
  "blobserviceuri",
  "queueserviceuri",
  "tableserviceuri",
  "accountendpoint",
  "endpoint",
  "managedidentityresourceid",
];
/** The names alone, so that texts without one are not looked through. */
const WITH_KEY: readonly string[] = KEYS.flatMap((key) => [`__${key}`, `:${key}`]);
const SETTING = `(?:__|:)(?:${KEYS.join("|")})\\b`;

/**
 * Identity-based connections that are not set up, and the tokens of single programs.
 *
 * @internal
 */
export const IDENTITY_CONNECTION_RULES: readonly Rule[] = [
  {
    id: "identity-connection.unfit",
    kind: "configuration_invalid",
    says: "A setting that is needed to sign in has a value that cannot work.",
    phrases: [WITH_KEY],
    pattern: new RegExp(
      `${SETTING}['"]?:? .{0,60}(?:unknown|unsupported|unrecogni[sz]ed|not supported|invalid value|not a valid|not valid|is invalid|must be one of)|(?:unknown|unsupported|unrecogni[sz]ed|invalid) (?:value|setting|credential)? ?.{0,40}${SETTING}`,
    ),
    unless: /aadsts|managed identity found|no accountname/,
    example: "AzureWebJobsStorage__credential: unknown value 'managed-identity'; supported is 'managedidentity'",
    sources: ["net", "app-service"],
  },
  {
    id: "identity-connection.absent",
    kind: "configuration_missing",
    says: "A setting that is needed to sign in is missing.",
    phrases: [WITH_KEY],
    pattern: new RegExp(
      `${SETTING}['"]? ?.{0,60}(?:missing|must be set|not set|is required|not (?:found|configured|provided|specified|defined)|is empty|no accountname)|(?:missing|unable to (?:find|resolve)|could not find|cannot find|has no|requires|must (?:set|specify|provide)) .{0,60}${SETTING}`,
    ),
    unless: /aadsts|managed identity found|role|\b404\b/,
    example:
      "The setting 'ServiceBusConnection__fullyQualifiedNamespace' is missing; an identity-based connection requires it",
    sources: ["net", "app-service"],
  },
  {
    id: "identity-connection.service-account-token",
    kind: "credential_file_unreadable",
    pattern: /error reading service account token - (?:open|read|stat)\b/,
    unless: /aadsts/,
    example: "error reading service account token - open : no such file or directory",
    sources: ["go"],
  },
  {
    id: "identity-connection.arc-key-size",
    kind: "managed_identity_endpoint_error",
    says: "The key file of the Azure Arc agent is larger than it may be, so it was not read.",
    pattern:
      /(?:azcmagent|azure arc|\barc\b).{0,200}(?:larger|bigger|longer|greater) than (?:expected|allowed|4 ?,?096|the)/,
    answered: true,
    example:
      "ManagedIdentityCredential - Azure Arc MSI: The file at /var/opt/azcmagent/tokens/1.key is larger than expected at 5120 bytes.",
    sources: ["js"],
  },
  {
    id: "identity-connection.none-on-host",
    kind: "managed_identity_not_assigned",
    pattern: anyOf(
      /no msi (?:was )?found for specified/,
      /(?:system|user)[- ]?assigned (?:managed )?identity is not (?:enabled|assigned|attached) (?:for|on|to) (?:this|the) (?:site|app|vm|virtual|host|resource|workflow|function|account)/,
      /\b400\b.{0,120}(?:check|verify|ensure|make sure) (?:that )?.{0,60}\bidentity\b.{0,80} (?:is|has been) (?:assigned|attached|added) to/,
    ),
    unless: /aadsts/,
    answered: true,
    example: '{"StatusCode":400,"Message":"SystemAssigned identity is not enabled for this site"}',
    sources: ["app-service", "imds", "net"],
  },
  {
    id: "identity-connection.sign-in-of-source",
    kind: "refresh_token_expired",
    says: "The stored sign-in of the data source has expired.",
    phrases: [["power bi", "powerbi", "dataset", "dataflow", "data source", "gateway", "semantic model", "fabric"]],
    pattern:
      /(?:access token|token|credentials?|sign-in) (?:has |have |is |was )?expired.{0,60}(?:sign in again|edit credentials|re-?enter|re-?authenticate|update the credentials)/,
    unless: /aadsts|\b401\b|unauthorized/,
    example: "Power BI refresh error: access token expired, please sign in again to the data source",
    sources: ["service"],
  },
  {
    id: "identity-connection.terraform-cli",
    kind: "tool_not_installed",
    says: "Terraform found no Azure CLI that it can use.",
    pattern: /please ensure you have installed azure cli/,
    unless: /error parsing|az login|exit status|aadsts|error obtaining|json/,
    example: "Error: building AzureRM Client: please ensure you have installed Azure CLI version 2.0.79 or newer",
    sources: ["terraform"],
  },
  {
    id: "identity-connection.none-configured",
    kind: "configuration_missing",
    says: "No credentials are configured.",
    phrases: [["azure", "arm_", "entra", "aad"]],
    pattern: /no (?:azure )?credentials? (?:source )?(?:is |are |was |were |has been |have been )?configured\b/,
    unless: /aadsts|database|docker|registry|credential authentication|credential failed/,
    example: "azure-native: no credentials configured: set ARM_CLIENT_ID, ARM_CLIENT_SECRET and ARM_TENANT_ID",
    sources: ["terraform"],
  },
  {
    id: "identity-connection.account-again",
    kind: "tool_not_signed_in",
    says: "The account that the developer tool knows has to sign in again.",
    phrases: [["tokenservice", "visual studio", "azure cli", "credential", "azd"]],
    pattern: /\baccount .{0,80}needs (?:re-?authentication|to (?:sign in|re-?authenticate|log in))/,
    unless: /aadsts/,
    example:
      "Process TokenService.exe has failed: TS003: Error, TS001: This account 'a@b.example' needs re-authentication",
    sources: ["net"],
  },
];
