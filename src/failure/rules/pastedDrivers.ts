import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What drivers, file systems, mobile libraries and deployments print that users copy: beside {@link PASTED_RULES}.
 *
 * @internal
 */
export const PASTED_DRIVER_RULES: readonly Rule[] = [
  {
    id: "pasted.deployed-in-vain",
    kind: "not_authentication",
    pattern:
      /installation failed: cannot re-use a name|upgrade failed: timed out waiting|\banotheroperationinprogress\b|package deployment using zip deploy failed/,
    unless: /aadsts|\b40[13]\b|unauthorized|forbidden|credential authentication failed|access token/,
    example: "azure/login succeeded. Error: Deployment Failed, Error: Package deployment using ZIP Deploy failed.",
    sources: ["azure-cli", "service"],
  },
  {
    id: "pasted.file-system-setting",
    kind: "configuration_missing",
    says: "The configuration of the file system driver lacks the credential for the storage account.",
    pattern: anyOf(
      /configuration property [\w.-]{0,200}(?:dfs\.core\.windows\.net|fs\.azure\.account[\w.-]{0,80}) not found/,
      /invalid configuration value detected for fs\.azure\.account\.key/,
      /no value for fs\.azure\.account\./,
      /fs\.azure\.account\.[\w.-]{4,80} (?:is|was) (?:not set|missing|null|empty)/,
    ),
    unless: /aadsts/,
    example: "ConfigurationPropertyNotFoundException: Configuration property lake.dfs.core.windows.net not found.",
    sources: ["java"],
  },
  {
    id: "pasted.broker-of-events",
    kind: "token_rejected",
    says: "The messaging service did not accept the token.",
    pattern:
      /invalid credentials with sasl_oauthbearer mechanism|cbs token authentication failed\.? status[ -]code: 401/,
    unless:
      /aadsts|prevented|firewall|claim|amazonaws|confluent|\bmsk\b|google|okta|keycloak|sharedaccess|invalidsignature/,
    answered: true,
    example:
      "ServiceBusAuthenticationError: Service Bus authentication failed: CBS Token authentication failed. Status code: 401",
    sources: ["python", "java", "service"],
  },
  {
    id: "pasted.module-not-in-gallery",
    kind: "tool_not_installed",
    says: "The PowerShell module was not found in the gallery that was searched.",
    pattern:
      /no match was found for the specified search criteria and module names? '(?:az(?:\.accounts)?|microsoft\.graph(?:\.authentication)?)'/,
    example: "No match was found for the specified search criteria and module names 'Az.Accounts'.",
    sources: ["powershell"],
  },
  {
    id: "pasted.mobile-cancelled",
    kind: "interaction_required",
    says: "The user cancelled the sign-in.",
    pattern: /\bmsalusercancelexception\b/,
    example: "com.microsoft.identity.client.exception.MsalUserCancelException: User cancelled",
    sources: ["msal"],
  },
  {
    id: "pasted.mobile-declined",
    kind: "consent_required",
    says: "Some of the permissions that were asked for were declined.",
    pattern: /\bmsaldeclinedscopeexception\b|requested scopes have been declined by the server/,
    unless: /aadsts/,
    example: "MsalDeclinedScopeException: Some or all requested scopes have been declined by the Server",
    sources: ["msal"],
  },
  {
    id: "pasted.mobile-no-account",
    kind: "interaction_required",
    says: "Nobody is signed in to the app.",
    pattern: /\bno_current_account\b|msal.{0,80}there is no currently signed in account/,
    unless: /aadsts/,
    example: "MsalClientException: no_current_account: There is no currently signed in account.",
    sources: ["msal"],
  },
  {
    id: "pasted.tool-crypto-module",
    kind: "tool_failed",
    says: "The Azure CLI crashed: its Python packages for cryptography do not fit each other.",
    phrases: ["module 'lib' has no attribute"],
    pattern: /\baz(?: login| account|:)|azure-cli/,
    unless: /aadsts|\baz (?:vm|aks|webapp|acr|keyvault|storage)\b/,
    example: "az login: AttributeError: module 'lib' has no attribute 'X509_V_FLAG_CB_ISSUER_CHECK'",
    sources: ["azure-cli"],
  },
  {
    id: "pasted.driver-provider",
    kind: "configuration_missing",
    says: "The database driver has no provider for the authentication method that was chosen.",
    pattern: /cannot find an authentication provider for ['"]?activedirectory/,
    unless: /aadsts/,
    example: "Cannot find an authentication provider for 'ActiveDirectoryManagedIdentity'.",
    sources: ["net"],
  },
  {
    id: "pasted.driver-two-ways",
    kind: "configuration_invalid",
    says: "The database driver was given an access token and, beside it, another way to sign in.",
    pattern: /cannot use access ?token with any of the following options/,
    example:
      "[Microsoft][ODBC Driver 18 for SQL Server]Cannot use Access Token with any of the following options: Authentication, User, Password.",
    sources: ["service"],
  },
];
