import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What tasks of Azure Pipelines and token providers that take a connection string say of the connection they were given.
 *
 * @internal
 */
export const SERVICE_CONNECTION_RULES: readonly Rule[] = [
  {
    id: "service-connection.authority",
    kind: "authority_unreachable",
    pattern: /\bunable to fetch (?:the )?authority ur[li]\b/,
    unless: /aadsts/,
    example: "##[error]Error: Unable to fetch authority URL.",
    sources: ["service"],
  },
  {
    id: "service-connection.module",
    kind: "tool_not_installed",
    pattern: anyOf(
      /\bazure ?power ?shell module (?:is|was) not (?:found|installed|available)\b/,
      /\bmodule ['"]?(?:azurerm\.profile|az\.accounts)['"]? (?:was |is )?not found\b/,
    ),
    unless: /aadsts/,
    example: "Module 'AzureRM.Profile' not found. The 'AzureRM' module may not be fully installed.",
    sources: ["powershell", "service"],
  },
  {
    id: "service-connection.run-as",
    kind: "configuration_invalid",
    says: "The connection string of the token provider has a value that does not work here.",
    pattern: anyOf(
      /\bconnection string runas=.{1,200} is not supported for\b/,
      /\bstorelocation [\w-]{1,30} is not valid\. valid values are currentuser\b/,
    ),
    unless: /aadsts/,
    example: "Connection string RunAs=CurrentUser is not supported for .NET Core.",
    sources: ["net"],
  },
  {
    id: "service-connection.certificate-absent",
    kind: "credential_file_unreadable",
    says: "The certificate is not in the store that it was looked for in.",
    phrases: [["azureservicetokenprovider", "client assertion", "runas="]],
    pattern: /\bspecified certificate was not found\b/,
    unless: /aadsts/,
    example:
      "AzureServiceTokenProviderException: Parameters: Connection String: RunAs=App. Exception Message: Specified certificate was not found.",
    sources: ["net"],
  },
  {
    id: "service-connection.scheme",
    kind: "configuration_invalid",
    says: "The authentication scheme of the connection is not one that the tool knows.",
    pattern: anyOf(
      /\bauth(?:entication|orization)? ?scheme ['"]?[\w.-]{2,60}['"]? is not supported\b/,
      /\b(?:azure|service connection)\b.{0,80}\bauth(?:entication|orization)? scheme ['"]?[\w.-]{2,60}['"]? is unsupported\b/,
      /\bunsupported (?:service connection )?auth(?:entication|orization)? scheme\b.{0,60}\b(?:azure|azurerm|service connection)\b/,
      /\bunsupported service connection auth(?:entication|orization)? scheme\b/,
      /\bendpoint auth(?:entication|orization)? scheme was unexpected\b/,
      /\bspecified azurerm endpoint is invalid\b/,
      /\b(?:service principal|identity|certificate) authentication is not supported in version\b.{0,40}\baz/,
    ),
    unless: /aadsts|\bscheme ['"]?(?:bearer|basic|negotiate|digest|ntlm|oauth|hmac)/,
    example: "##[error]Auth Scheme PublishProfile is not supported",
    sources: ["service"],
  },
  {
    id: "service-connection.cluster",
    kind: "authorization_denied",
    pattern: /\bfailed to (?:fetch|get) credentials for the cluster\b.{0,200}(?:\b403\b|\bforbidden\b)/,
    unless: /aadsts/,
    answered: true,
    example:
      'Failed to fetch credentials for the cluster aks-web. Reason {"statusCode":403}. Make sure the service connection is assigned an appropriate Azure RBAC role',
    sources: ["service"],
  },
];
