import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

const TOOL_NAME =
  "azure(?:developer)?cli(?:credential)?\\b|azure (?:developer )?cli|\\baz\\b|\\bazd\\b|azurepowershell";

/** What explains a crash by more than that, and commands that sign in to nothing. */
const OTHERWISE: readonly RegExp[] = [
  /az login/,
  /aadsts/,
  /\bmsi\b/,
  /169\.254/,
  /max retries exceeded/,
  /connection error/,
  /(?:template|deploy|bicep)/,
  /\baz (?:vm|storage|aks|webapp|functionapp|network|group|acr|keyvault|ad|role|monitor|sql|cosmosdb|containerapp|extension|devops|pipelines|repos|resource|bicep|iot|ml|synapse)\b/,
];

/**
 * Tools that broke down, whatever files and modules their own trace names, and tools that no shell could start.
 *
 * @internal
 */
export const TOOL_CRASH_RULES: readonly Rule[] = [
  {
    id: "tool-crash.trace",
    kind: "tool_failed",
    says: "The developer tool crashed.",
    phrases: [["command failed with an unexpected error", "/azure-cli/issues"]],
    pattern: new RegExp(
      `(?:${TOOL_NAME}|/opt/az/).{0,400}(?:traceback|azure-cli/issues)|traceback.{0,400}(?:/opt/az/|azure-cli)`,
    ),
    unless: anyOf(...OTHERWISE, /unable to get authority configuration/),
    example:
      "AzureCLICredential: ERROR: The command failed with an unexpected error. Here is the traceback: | ERROR: [Errno 2] No such file or directory | Traceback (most recent call last):",
    sources: ["azure-cli", "python", "go"],
  },
  {
    id: "tool-crash.trace-in-answer",
    kind: "tool_failed",
    says: "The Azure CLI crashed.",
    phrases: ["command failed with an unexpected error", ["clientauthentication", "knack/cli.py", "azure/cli/core"]],
    unless: anyOf(...OTHERWISE),
    example:
      "azure.core.exceptions.ClientAuthenticationError: ERROR: The command failed with an unexpected error. Here is the traceback:",
    sources: ["python", "azure-cli"],
  },
  {
    id: "tool-crash.sign-in-action",
    kind: "tool_failed",
    says: "The tool that the sign-in action ran failed, or printed something that is no JSON.",
    pattern:
      /login failed with (?:error: )?syntaxerror: .{0,120}json|login failed with (?:error: ){1,3}the process '.{1,80}(?:pwsh|powershell).{0,20}' failed/,
    unless: /aadsts/,
    example:
      "Login failed with SyntaxError: Unexpected token 'W', \"WARNING: A\"... is not valid JSON. Double check if the 'auth-type' is correct.",
    sources: ["azure-cli", "powershell"],
  },
  {
    id: "tool-crash.no-shell",
    kind: "tool_not_installed",
    says: "A program that the credential runs for the developer tool does not exist on this host.",
    pattern:
      /azure(?:developer)?(?:cli|powershell)credential: (?:fork\/exec|exec:|stat|open) ['"]?\/[\w/.-]{1,40}['"]?: (?:stat [\w/.-]{1,40}: )?no such file/,
    example: "AzureCLICredential: fork/exec /bin/sh: no such file or directory",
    sources: ["go"],
  },
  {
    id: "tool-crash.shell-not-run",
    kind: "tool_failed",
    says: "A program that the credential runs for the developer tool could not be started.",
    pattern:
      /azure(?:developer)?(?:cli|powershell)credential: fork\/exec ['"]?\/[\w/.-]{1,40}['"]?: (?:permission denied|exec format|operation not|resource temp|cannot allocate|argument list)/,
    example: "AzureDeveloperCLICredential: fork/exec /bin/sh: permission denied",
    sources: ["go"],
  },
  {
    id: "tool-crash.tool-not-located",
    kind: "tool_not_installed",
    pattern:
      /(?:\bazd?|azure (?:developer )?cli|\bpwsh|power ?shell) (?:executable|binary|command|program) (?:was |is |could |can )?(?:not|n't) (?:be )?(?:located|found|installed|on)\b/,
    example: "AzureDeveloperCliCredential: azd executable was not located on PATH",
    sources: ["azd", "azure-cli"],
  },
  {
    id: "tool-crash.inactive",
    kind: "refresh_token_expired",
    pattern: anyOf(
      /credentials? (?:has|have) expired due to inactivity/,
      /(?:azure|entra|microsoft|aad) (?:\w{2,12} ){0,2}(?:session|sign-in|login) (?:has |was )?expired (?:because|due to|after) .{0,40}(?:not used|inactiv|unused|days)/,
      /refresh token .{0,60}(?:too old|(?:has )?lapsed|no longer fresh)/,
    ),
    phrases: [["azure", "entra", "msrest", "aad", "credential", "az login"]],
    unless: /gym|netflix|aws|google|az login/,
    example: "msrest.exceptions.TokenExpiredError: Credentials have expired due to inactivity.",
    sources: ["python", "azure-cli"],
  },
];
