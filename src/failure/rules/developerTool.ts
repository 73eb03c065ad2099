import { anyOf } from "../anyOf.js";
import { TOOL_MISSING_RULES } from "./developerToolMissing.js";
import { POWERSHELL_RULES } from "./developerToolPowerShell.js";
import { TOOL_SIGN_IN_RULES } from "./developerToolSignIn.js";
import type { Rule } from "./rule.js";

/**
 * az, azd, PowerShell, the editors and the broker.
 *
 * @internal
 */
export const DEVELOPER_TOOL_RULES: readonly Rule[] = [
  {
    id: "developer-tool.timeout",
    kind: "tool_timeout",
    pattern: anyOf(
      /(?:azure cli|developer cli|powershell|\bazd?) (?:authentication |process |command |credential )?(?:has )?timed out/,
      /(?:powershell|\bcli\b).{0,300}execution time-?out/,
      /(?:cli|powershell) process took too long/,
      /failed to get access token in \d{1,4} seconds/,
    ),
    example: "Azure CLI authentication timed out.",
    sources: ["net"],
  },
  ...POWERSHELL_RULES,
  ...TOOL_MISSING_RULES,
  ...TOOL_SIGN_IN_RULES,
  {
    id: "developer-tool.broker-refused",
    kind: "tool_failed",
    says: "The authentication broker gave no token.",
    phrases: ["failed to acquire token using broker"],
    example: "Failed to acquire token using broker authentication",
    sources: ["js"],
    remedies: [
      {
        action: "Install @azure/identity-broker, register it with useIdentityPlugin, and sign in interactively once.",
        command: "npm install @azure/identity-broker",
        url: "https://aka.ms/azsdk/js/identity/troubleshoot",
      },
    ],
  },
  {
    id: "developer-tool.odd-output",
    kind: "tool_failed",
    pattern: anyOf(
      /unexpected (?:output|response) from (?:azure|get-az)/,
      /failed to invoke (?:the )?(?:azure|powershell|az\b)/,
      /powershell did not return/,
      /powershell command fail/,
      /safe working directory/,
      /signal: killed/,
      /authenticating using the azure cli is only supported as a user/,
      /executable kubelogin failed(?!.{0,300}(?:cannot|can not|must not|may not) be empty)/,
      /az: error: unrecognized arguments/,
      /didn't get the token: "/,
      /tokenservice\.exe"? has failed/,
      /could not load (?:file or assembly|type) '(?:microsoft\.identity|azure\.(?:core|identity))/,
      /process could not be completed/,
      /processerror:/,
      /command interpreter could not be found/,
      /no subscriptions? (?:were )?found/,
      /unknown flag/,
      /platform_broker_error/,
      /unknown_broker_error/,
      /wam_runtime_init_failed/,
      /msalruntime init/,
      /tokenservice.{0,40}(?:non-json|invalid|output)/,
      /okenprovider\.json.{0,60}(?:invalid|schema)/,
      /local application data folder/,
      /token provider process exit/,
    ),
    unless: /no access was configured/,
    example: "Unexpected output from Azure CLI: ''.",
    sources: ["js", "go", "python", "net", "java", "azure-cli"],
  },
  {
    id: "developer-tool.output-not-json",
    kind: "tool_failed",
    says: "The developer tool printed something that is no JSON.",
    pattern: /credentialunavailable\w{0,12}: (?:syntaxerror: )?unexpected (?:end of json|token|non-whitespace)/,
    example: "CredentialUnavailableError: Unexpected end of JSON input",
    sources: ["js"],
  },
  {
    id: "developer-tool.profile-unreadable",
    kind: "tool_failed",
    says: "The Azure CLI may not read or write its own files.",
    phrases: [
      ["permissionerror", "permission denied", "eacces"],
      [".azure", "az.sess", "msal_token_cache"],
    ],
    example: "PermissionError: [Errno 13] Permission denied: '/home/app/.azure/az.sess'",
    sources: ["azure-cli"],
  },
];
