import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What applications say of credentials that they were not given, or given wrongly.
 *
 * @internal
 */
export const PASTED_SETTING_RULES: readonly Rule[] = [
  {
    id: "pasted.no-refresh-token",
    kind: "refresh_token_expired",
    says: "The token has expired, and there is no refresh token to renew it with.",
    phrases: ["token expired and refresh token is not set"],
    unless: /google|aws|slack|gitlab|aadsts/,
    example: "oauth2: token expired and refresh token is not set",
    sources: ["go"],
  },
  {
    id: "pasted.neither-key-nor-token",
    kind: "configuration_missing",
    says: "The client was given neither a key nor another way to authenticate.",
    pattern: anyOf(
      /either an access key ?\/ ?sas token or/,
      /api key (?:or|nor) (?:an? )?(?:azure (?:ad )?)?token ?provider (?:was |were |is |could )?(?:not |n't |be )?(?:found|given|set|provided)/,
      /neither (?:an? )?(?:api|access|account) key nor (?:an? )?(?:\w{2,12} )?(?:token|credential)/,
    ),
    unless: /aadsts|\b401\b/,
    example: "Either an Access Key / SAS Token or the Resource Group for the Storage Account must be specified",
    sources: ["terraform", "js"],
  },
  {
    id: "pasted.certificate-not-in-store",
    kind: "credential_file_unreadable",
    says: "The certificate was not found in the certificate store.",
    phrases: [["azure", "entra", "client", "credential", "tenant", "cert:"]],
    pattern:
      /\bcertificate with thumbprint .{1,60} (?:was |is |could )?not (?:be )?found in|(?:could not|cannot|unable to) find (?:the |a |any )?certificate .{0,40}in (?:the )?(?:local )?certificate store/,
    unless: /aadsts|tls|ssl|https binding|\biis\b/,
    example: "Azure AD login: certificate with thumbprint 1A2B not found in Cert:\\CurrentUser\\My",
    sources: ["powershell", "net"],
  },
  {
    id: "pasted.selected-certificate",
    kind: "configuration_invalid",
    says: "The certificate that was selected was not found.",
    phrases: [["azure", "entra", "client", "credential", "tenant"]],
    pattern: /the selected certificate (?:was |could |is )?not (?:be )?found/,
    unless: /aadsts|tls|ssl|https binding|\biis\b/,
    example: "The provided credentials are not valid: Error: The selected Certificate was not found.",
    sources: ["java"],
  },
  {
    id: "pasted.awaited-token",
    kind: "configuration_invalid",
    says: "An asynchronous client was given a credential that is not asynchronous.",
    pattern: /object access_?token(?:info)? can't be used in 'await' expression/,
    example: "TypeError: object AccessToken can't be used in 'await' expression",
    sources: ["python"],
  },
  {
    id: "pasted.provisioning-settings",
    kind: "not_authentication",
    pattern:
      /azure subscription, location,? and resource group (?:information|settings|name) (?:is|are) (?:missing|not set|required)/,
    unless: /aadsts/,
    example:
      "Resource could not be provisioned because Azure subscription, location, and resource group information is missing.",
    sources: ["net"],
  },
];
