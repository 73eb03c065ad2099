import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Values that are absent from files, calls and prompts, by names that others use too.
 *
 * @internal
 */
export const OPTION_ABSENT_RULES: readonly Rule[] = [
  {
    id: "option.auth-file",
    kind: "configuration_missing",
    says: "A value is missing in the file that holds the credentials.",
    pattern: anyOf(
      /\b(?:azure )?auth(?:entication)? file\b.{0,80}(?:has no|lacks?|(?<!\b(?:is|was) )missing|without|(?:does not|doesn't) (?:contain|have))/,
      /(?:missing|absent|not (?:found|present|set)) .{0,20}(?:from|in) the (?:\w{2,8} )?auth(?:entication)? file\b/,
      /azure_auth_location\b.{0,80}(?:has no|lacks?|missing|without)/,
      /\bmissing ['"]?(?:resource_?manager|active_?directory|management|graph|sql_?management)\w{0,20}url\b/,
    ),
    unless: /aadsts|enoent|no such file|unable to read|cannot (?:open|read)|permission|ssh/,
    example: `Error: "activeDirectoryEndpointUrl" is missing from the auth file: /home/ci/.azure/my.azureauth.`,
    sources: ["js", "python", "go"],
  },
  {
    id: "option.client-proof",
    kind: "configuration_missing",
    says: "The secret, certificate or assertion of the client was not given.",
    phrases: [["clientsecret", "client secret", "client_secret", "assertion", "certificate"]],
    pattern:
      /expected (?:either|one of|at least one of) .{0,160} to be (?:defined|set|provided|given|specified)|client (?:certificate|secret) (?:cannot|can't|can not|must not|may not) be (?:empty|blank)/,
    unless: /aadsts|key ?vault|tls|server certificate/,
    example: "Expected either clientSecret or certificatePath or clientAssertion to be defined.",
    sources: ["js", "kubelogin"],
  },
  {
    id: "option.no-prompt",
    kind: "configuration_missing",
    says: "User name and password have to be given where nobody can be asked for them.",
    pattern: anyOf(
      /(?:specify|given?|provide|pass)\b.{0,30}\buser ?name and (?:the )?password\b.{0,40}non-?interactive/,
      /\buser ?name and (?:the )?password must be (?:given|specified|provided) in non-?interactive/,
      /cannot prompt for (?:the )?user ?name and (?:the )?password/,
    ),
    unless: /aadsts|mysql|postgres|\bgit\b/,
    example: "ERROR: Please specify both username and password in non-interactive mode.",
    sources: ["azure-cli"],
  },
  {
    id: "option.scopes-empty",
    kind: "configuration_missing",
    says: "No scope was given.",
    pattern: anyOf(
      /\bscopes? (?:cannot|can't|must not|may not|should not) be (?:passed |given |provided )?(?:as )?(?:an )?empty (?:array|list|set)/,
      /\bempty (?:scopes? (?:array|list|set)|(?:array|list|set) of scopes)/,
      /\bscopes? (?:array|list) (?:is|was|cannot be|must not be) empty/,
    ),
    unless: /aadsts/,
    example: "ClientConfigurationError: Scopes cannot be passed as empty array. Given value: .",
    sources: ["msal", "js"],
  },
  {
    id: "option.argument-of-acquisition",
    kind: "configuration_missing",
    says: "The call for a token lacks an argument.",
    pattern:
      /\bacquire_?token\w{0,30}\b.{0,40}\b(?:code|resource|scopes?|account|user ?name|password|assertion)\b (?:is|are) (?:required|missing|empty|null|undefined|not (?:set|given|provided))|\b(?:code|resource|scopes?|user ?name|password|assertion)\b (?:is|are) (?:required|missing) (?:in|for|by) (?:\w{1,12} )?acquire_?token/,
    unless: /aadsts|no account/,
    example: "acquireTokenByCode: code is required",
    sources: ["msal", "js"],
  },
];
