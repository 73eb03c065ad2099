import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/** Words of services and tools of Azure, for sentences about access that any service could write. */
const OF_AZURE: readonly string[] = [
  "azure",
  "app service",
  "kudu",
  "microsoft",
  "azdo-rm",
  "data collection",
  "log analytics",
  "logsingestion",
  "workspace",
  "key vault",
  "keyvault",
  "resource graph",
  "subscription",
  "resterror",
  "aks-",
  "correlationid",
];

/**
 * What services and the tools that call them say of an identity without enough access.
 *
 * @internal
 */
export const SERVICE_ACCESS_RULES: readonly Rule[] = [
  {
    id: "service-access.mfa",
    kind: "mfa_required",
    says: "The service lets this be done only by users who have passed a second factor.",
    pattern: anyOf(
      /users? must (?:use|authenticate with|complete|satisfy|perform) (?:mfa\b|multi-?factor)/,
      /aka\.ms\/mfaforazure/,
      /(?:azure|microsoft|entra|aad)\b.{0,80}(?:(?:requires?|demands?|needs?) (?:\w{2,12} )?(?:mfa\b|multi-?factor)|multi-?factor authentication (?:has|was) not (?:been )?(?:performed|completed|satisfied|done))/,
    ),
    unless: /aadsts\d|\baws\b|arn:|github|installed version|claims/,
    answered: true,
    example:
      "ERROR: (RequestDisallowedByAzure) Resource 'rg-test' was disallowed by Azure: Users must use MFA for Create operation.",
    sources: ["service", "azure-cli", "terraform"],
  },
  {
    id: "service-access.insufficient",
    kind: "authorization_denied",
    says: "The rights of the identity are not sufficient for this operation.",
    phrases: [OF_AZURE.concat("insufficientaccesserror")],
    pattern:
      /\binsufficientaccesserror\b|insufficient (?:access|rights|privilege|permission)s? (?:rights )?(?:to|on|for|in)\b|\b403\b.{0,60}insufficient (?:access|rights|privileges?|permissions?)\b/,
    unless: /aadsts|\baws\b|arn:|database|chmod|oidc/,
    answered: true,
    example:
      "The provided credentials have insufficient access to perform the requested operation (InsufficientAccessError)",
    sources: ["service"],
  },
  {
    // What a role of HashiCorp's Vault is bound to.
    id: "service-access.bound-role",
    kind: "authorization_denied",
    says: "Vault knows the identity, and the role that it asked for is bound to another place, group or principal.",
    phrases: [["auth/azure", "azure auth", "vault"]],
    pattern:
      /\b(?:location|subscription|scale set|resource group|groups?|group membership|service principal|resource id|tenant|identity|vm|virtual machine)(?: [\w-]{1,40})? (?:is )?not authorized(?: for (?:this |the )?role\b| {0,3}$|\.| \*|:)/,
    unless: /aadsts/,
    answered: true,
    example: "PUT https://vault.example:8200/v1/auth/azure/login Code: 500. Errors: * service principal not authorized",
    sources: ["service"],
  },
  {
    id: "service-access.token-without",
    kind: "authorization_denied",
    says: "The identity that the token stands for has no access to what was asked for.",
    pattern:
      /\btoken (?:provided |presented |used )?(?:does not|doesn't|did not) have (?:access|permissions?|rights|authorization) (?:to|for|on)\b/,
    unless: /aadsts|github|gitlab|\bnpm\b|slack|personal access token/,
    answered: true,
    example:
      "RestError: The authentication token provided does not have access to ingest data for the data collection rule with immutable Id 'dcr-1'. (OperationFailed, 403)",
    sources: ["service"],
  },
  {
    id: "service-access.pipeline-task",
    kind: "authorization_denied",
    says: "The service answered the pipeline's identity with 403.",
    phrases: [OF_AZURE],
    pattern:
      /(?:failed|unable|could not|couldn't) (?:to )?(?:fetch|get|retrieve|update|list|read|obtain|start|stop|restart|swap|deploy)\b.{0,200}(?:forbidden \(code: 403\)|reason:? forbidden|status ?code: ?403)/,
    unless:
      /oidc|aadsts|access token|\bnmi\b|vault token|get (?:an? )?token|ip (?:address )?(?:restriction|forbidden|not allowed)|scm site|firewall|web app is stopped/,
    answered: true,
    example: "Unable to retrieve connection details for Azure App Service: 'shop-web'. Status Code: 403 Forbidden",
    sources: ["service"],
  },
  {
    id: "service-access.token-expired-sql",
    kind: "token_rejected",
    says: "The token had expired when the database server got it.",
    pattern: /login failed for user '[^']{0,120}'\.? ?token (?:is|has) expired/,
    answered: true,
    example: "System.Data.SqlClient.SqlException: Login failed for user 'orders'. Token is expired.",
    sources: ["service", "net", "java"],
  },
];

/**
 * What has to do with a database's own time, a storage account's key or another cloud.
 *
 * @internal
 */
export const OTHER_ACCESS_RULES: readonly Rule[] = [
  {
    id: "neighbour.query-time",
    kind: "not_authentication",
    pattern:
      /execution timeout expired|timeout period elapsed (?:during the post-login phase|prior to obtaining a connection)/,
    unless:
      /aadsts|credential authentication failed|credential authentication unavailable|managed ?identity|active directory/,
    example:
      "SqlException: Execution Timeout Expired. The timeout period elapsed prior to completion of the operation.",
    sources: ["net"],
  },
  {
    id: "neighbour.other-cloud",
    kind: "not_authentication",
    pattern:
      /credentialsprovidererror|@aws-sdk\/|@smithy\/|awscredentials|nocredentialproviders: no valid providers|could not load credentials from any providers/,
    unless: /aadsts/,
    example: "CredentialsProviderError: Could not load credentials from any providers",
    sources: ["node"],
  },
  {
    id: "neighbour.shared-key",
    kind: "not_authentication",
    pattern: /mac signature found in the http request .{0,60}is not the same|server used following string to sign/,
    unless: /aadsts/,
    example: "The MAC signature found in the HTTP request 'x' is not the same as any computed signature.",
    sources: ["service"],
  },
];
