import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What a service connection of Azure Pipelines, a connection string or the list of tenants says of how to sign in.
 *
 * @internal
 */
export const CONNECTION_RULES: readonly Rule[] = [
  {
    id: "service-connection.secret-expired",
    kind: "expired_client_secret",
    pattern: anyOf(
      /\bsecrets?\b.{0,60}\b(?:expired|ha(?:s|ve) expired)\b.{0,100}(?:service[ -]connection|_settings\/adminservices|azdo-rm)/,
      /(?:service[ -]connection).{0,60}\bsecrets? (?:of .{0,40})?(?:is|has|was|have)? ?expired/,
      /\bsecrets? of the (?:\w{2,12} )?service connection .{0,12}expired/,
    ),
    unless: /aadsts|docker|github/,
    answered: true,
    example:
      "##[error]Secret expired, update service connection at https://dev.azure.com/contoso/Orders/_settings/adminservices",
    sources: ["service"],
  },
  {
    id: "service-connection.unusable",
    kind: "configuration_invalid",
    says: "The pipeline names a service connection that does not exist, is disabled or may not be used by it.",
    pattern:
      /\b(?:azure\w{2,20}|connectedservicename\w{0,6}|pipeline)\b.{0,200}(?:references service connection .{0,80}could not be found|service connection .{0,20}(?:does not exist|has been disabled|(?:hasn't|has not) been authorized))/,
    unless: /docker|npm|nuget/,
    example:
      "Step AzureCLI input connectedServiceNameARM references service connection sc-prod which could not be found. The service connection does not exist or hasn't been authorized for use.",
    sources: ["service"],
  },
  {
    id: "service-connection.no-reason",
    kind: "unknown",
    pattern: /failed to obtain the json web token.{0,160}object reference not set/,
    example:
      "Failed to obtain the Json Web Token(JWT) for service principal id '1' Exception Message: Object reference not set to an instance of an object.",
    sources: ["service"],
  },
  {
    id: "configuration.connection-string",
    kind: "configuration_invalid",
    says: "The connection string that says how to authenticate is not valid.",
    phrases: [["runas", "azureservicetokenprovider", "azureservicesauthconnectionstring"]],
    pattern: /connection string .{0,400}is not (?:valid|in a proper format)/,
    unless: /aadsts/,
    example: `Connection string "RunAs=App;AppId=1" is not valid. Must contain 'TenantId' attribute and it must not be empty.`,
    sources: ["net"],
  },
  {
    id: "configuration.other-tenant",
    kind: "tenant_not_allowed",
    pattern: anyOf(
      /tenant (?:different|other) (?:than|from) (?:the )?(?:one|tenant)?.{0,30}configured/,
      /(?:token request|requested|request(?:ed)? tenant|tenant (?:requested|in the (?:token )?request)).{0,60}(?:differs from|different from|does not match|doesn't match|is not|isn't) the (?:tenant )?(?:configured|one|tenant).{0,40}/,
      /(?:different|other) tenant (?:than|from) (?:the one |that )?.{0,30}configured/,
      /multi[- ]?tenant authentication (?:was |is |has been )?(?:not enabled|disabled)/,
      /(?:is not|isn't) configured to (?:acquire|get|request|allow) tokens (?:for|from|of|in) (?:the |an)?(?:other )?tenants?/,
      /azure_identity_disable_multitenantauth/,
    ),
    phrases: [["credential", "azure_identity", "gettoken", "getaccesstoken", "additionallyallowed"]],
    unless: /aadsts|service principal|not found in (?:the )?directory|\brequested tenant id was used\b/,
    example:
      "A getToken request was attempted with a tenant different than the tenant configured at the initialization of the credential",
    sources: ["js", "net", "python", "java"],
  },
];
