import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Files and settings of a tool's own that it cannot use: the credential has none of them.
 *
 * @internal
 */
export const TOOL_OWN_FILE_RULES: readonly Rule[] = [
  {
    id: "tool-own-file.azd",
    kind: "tool_failed",
    says: "The Azure Developer CLI could not read or write its own configuration.",
    pattern: anyOf(
      /(?:loading|reading|parsing|initializing|creating|saving|writing|fetching|getting|failed (?:to load|loading)) .{0,40}(?:config|credentials|auth|user).{0,60}\.azd\b.{0,60}(?:permission denied|access is denied|no such file|read-only|not a directory|unexpected end|invalid character|no space)/,
      /mkdir .{0,60}\.azd\b/,
      /\.azd[/\\](?:config|auth)\.json: (?:permission denied|access is denied|read-only)/,
      /(?:azd|developer cli).{0,300}error: (?:loading|reading|parsing) (?:the )?(?:user )?config(?:uration)?\b.{0,60}(?:invalid character|unexpected|unmarshal|pars(?:e|ing)|denied|no such file)/,
    ),
    unless: /aadsts|azd auth login(?! ?'?\. error)(?!' ?\.)|not logged in/,
    example: "AzureDeveloperCLICredential: ERROR: loading config: open /home/app/.azd/config.json: permission denied",
    sources: ["azd"],
  },
  {
    id: "tool-own-file.az",
    kind: "tool_failed",
    says: "The Azure CLI could not read or write its own files.",
    pattern:
      /(?:permission denied|read-only file system|access is denied|permissionerror|no space left)\S{0,4}.{0,60}[/\\]\.azure[/\\]{1,2}(?:azureprofile|az\.|az\.sess|config|clouds|commandindex|versioncheck|logs|telemetry|cliextensions|commands)|traceback.{0,200}no such file or directory: '[^']{0,120}[/\\]\.azure[/\\]{1,2}(?:azureprofile|az\.|config|clouds)/,
    unless: /aadsts|az login|msal_token_cache|accesstokens/,
    example: "Azure CLI authentication failed: ERROR: [Errno 13] Permission denied: '/home/app/.azure/az.json'",
    sources: ["azure-cli"],
  },
  {
    id: "tool-own-file.one-of-two-shells",
    kind: "tool_not_signed_in",
    says: "One of the two PowerShells has the Az module but no sign-in; the other lacks the module.",
    pattern:
      /using [\w-]{0,20} ?power ?shell.{0,80}error: run connect-azaccount.{0,300}module .{0,40}is not installed|module .{0,40}is not installed.{0,300}power ?shell.{0,80}error: run connect-azaccount/,
    unless: /aadsts/,
    example:
      "Azure PowerShell authentication failed using default powershell(pwsh) with following error: Run Connect-AzAccount to login. Azure PowerShell authentication failed using powershell-core(powershell) with following error: Az.Account module is not installed.",
    sources: ["java"],
  },
  {
    id: "tool-own-file.broker",
    kind: "tool_not_installed",
    says: "The broker package of Azure Identity is not installed, or not on the class path.",
    pattern: anyOf(
      /could not (?:obtain|load|find) the interactivebrowserbroker/,
      /azure-identity-broker .{0,40}(?:classpath|not (?:found|installed))/,
      /(?:no module named|cannot import name|(?:failed )?while importing) ['"]?pymsalruntime/,
      /could not load file or assembly ['"]?microsoft\.identity\.client\.nativeinterop/,
      /\bbroker on macos is supported only on apple silicon|\bmsal\b.{0,20}\bbroker is only supported on apple silicon/,
      /(?:classnotfoundexception|noclassdeffounderror): com[./](?:azure[./]identity[./]broker|microsoft[./]azure[./]javamsalruntime)/,
    ),
    example:
      "java.lang.IllegalStateException: Could not obtain the InteractiveBrowserBroker. Ensure that the azure-identity-broker library is on the classpath.",
    sources: ["java"],
  },
];
