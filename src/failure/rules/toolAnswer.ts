import type { Rule } from "./rule.js";

const TOOL =
  "(?:azure(?:developer)?cli|azurepowershell)credential|azure (?:developer )?cli\\b|\\bazd\\b|azure power ?shell";

/**
 * What developer tools and brokers gave in place of a token: no account, an old version, an expiry that nobody can read.
 *
 * @internal
 */
export const TOOL_ANSWER_RULES: readonly Rule[] = [
  {
    id: "tool-answer.provider-file",
    kind: "tool_failed",
    says: "The token provider file of Visual Studio cannot be read as JSON.",
    pattern:
      /okenprovider\.json.{0,40}?(?:(?:is not|isn't|not) (?:a )?(?:valid|well)|malformed|invalid|(?:could not|cannot|can't|couldn't) be (?:parsed|deserialized|understood)|corrupt|is empty)/,
    example: 'File found at "C:\\\\Users\\\\ada\\\\tokenprovider.json" isn\'t a valid JSON file',
    sources: ["net"],
  },
  {
    id: "tool-answer.expiry",
    kind: "tool_failed",
    says: "The developer tool gave a token whose expiry time cannot be read.",
    pattern: new RegExp(
      `(?:${TOOL}).{0,40}?(?:pars\\w{1,4}|invalid|unexpected|unreadable|malformed|missing) .{0,24}?expir|(?:azure cli|\\bazd\\b|power ?shell) .{0,40}expir\\w{1,6} .{0,24}(?:pars|invalid|malformed)|error parsing token expiration`,
    ),
    unless: /az login|azd auth login|connect-azaccount/,
    example: 'AzureCLICredential: error parsing token expiration time ""',
    sources: ["go", "python", "azure-cli"],
  },
  {
    id: "tool-answer.claims-version",
    kind: "tool_failed",
    says: "The developer tool, in the version that is installed, cannot pass on a claims challenge.",
    phrases: ["claims", ["updat", "upgrad"]],
    pattern:
      /claims.{0,60}(?:not supported|unsupported).{0,60}(?:\bazd\b|azure (?:developer )?cli|power ?shell).{0,20}version|(?:\bazd\b|azure (?:developer )?cli|power ?shell) .{0,40}(?:cannot|can't|doesn't|does not|unable to|too old|not) .{0,30}claims/,
    example:
      "Claims challenges are not supported by the Azure Developer CLI version you are using. Please update to version 1.18.1 or later.",
    sources: ["azd", "python"],
  },
  {
    id: "tool-answer.no-active-account",
    kind: "tool_not_signed_in",
    says: "The tool has no active account.",
    phrases: [["azure", "az:", "azclierror", "get-az", "az_command"]],
    pattern: /\bno active (?:subscription |azure |user )?accounts?\b/,
    unless: /storage account|aadsts/,
    example: "azure-cli: There are no active accounts.",
    sources: ["azure-cli"],
  },
  {
    id: "tool-answer.sign-in-anew",
    kind: "tool_not_signed_in",
    says: "The sign-in of the developer tool has to be renewed.",
    pattern:
      /re-?authenticate (?:through|with|using|in|via|by) (?:the |your |a )?(?:developer tool|visual studio|vs ?code|azure cli|\bazd\b|azure tool|intellij|rider\b)|developer tool\w{0,4} (?:that )?support\w{0,3} azure single/,
    unless: /aadsts/,
    example:
      "Token acquisition failed for user 'grace@fabrikam.com'. To fix, re-authenticate through developer tooling supporting Azure single sign on",
    sources: ["python", "net"],
  },
  {
    id: "tool-answer.not-started",
    kind: "tool_failed",
    says: "The process of the developer tool could not be started.",
    pattern: /\bsubprocess\b.{0,300}\b(?:oserror|memoryerror|blockingioerror): .{0,200}azure\.identity/,
    unless: /\[errno 2\]/,
    example:
      "return subprocess.check_output(args, **kwargs) OSError: [Errno 12] Cannot allocate memory azure.identity._exceptions.CredentialUnavailableError: Failed to execute",
    sources: ["python"],
  },
  {
    id: "tool-answer.browser-extension",
    kind: "tool_not_installed",
    says: "The browser's extension for single sign-on is not installed or not enabled.",
    pattern:
      /(?:\bnative|\bsso|single sign-on|\bwam)\b.{0,24}extension (?:is not|isn't|was not|not) (?:installed|found|available|enabled)/,
    example: "BrowserAuthError: Native extension is not installed.",
    sources: ["msal"],
  },
];
