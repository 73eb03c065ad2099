import { oneOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/** Where a token was asked of a tool. */
const ASKED =
  "(?:azure(?:developer)?cli_?credential|azure_?powershell_?credential|az account get-access-token|azd auth token|get-azaccesstoken|connect-azaccount|powershell: |az feedback|credentialunavailable(?:error|exception))";

/** What the runtime below a tool says that cannot load or run it. */
const BROKEN_RUNTIME = oneOf(
  "modulenotfounderror",
  "no module named '?(?:azure\\.cli|msal|knack|encodings)",
  "importerror: ",
  "'nonetype' object",
  "could not load (?:file or assembly|type)",
  "unhandled exception\\. ?system\\.",
  "type initializer for",
  "fatal python error",
  "cannot open shared object",
  "glibc(?:xx)?_\\d",
  "symbol lookup error",
  "illegal instruction",
  "\\bbus error\\b",
  "dll load failed",
  "init_fs_encoding",
  "outofmemoryexception",
  "failed to create coreclr",
  "you must install (?:or update )?\\.net",
  "bad interpreter",
  "cannot execute binary",
  "unsupported locale",
  "locale\\.error",
  "memoryerror",
  "assembly with (?:the )?same name is already loaded",
  "no space left on device",
  "object reference not set",
  "pkg_resources\\.",
  "versionconflict",
);

/** One of these stands in each of them. */
const BROKEN_WORDS: readonly string[] = [
  "modulenotfounderror",
  "no module named",
  "importerror: ",
  "'nonetype' object",
  "could not load ",
  "unhandled exception",
  "type initializer for",
  "fatal python error",
  "cannot open shared object",
  "glibc",
  "symbol lookup error",
  "illegal instruction",
  "bus error",
  "dll load failed",
  "init_fs_encoding",
  "outofmemoryexception",
  "failed to create coreclr",
  "you must install ",
  "bad interpreter",
  "cannot execute binary",
  "unsupported locale",
  "locale.error",
  "memoryerror",
  "same name is already loaded",
  "no space left on device",
  "object reference not set",
  "pkg_resources.",
  "versionconflict",
];

/**
 * Tools whose own runtime broke: their modules, assemblies and shared libraries are named as missing files, yet the tool
 * is what failed.
 *
 * @internal
 */
export const TOOL_RUNTIME_RULES: readonly Rule[] = [
  {
    id: "tool-runtime.no-shell",
    kind: "tool_failed",
    says: "The shell that was to run the developer tool could not be started.",
    phrases: [["az account get-access-token", "azd auth token", "get-azaccesstoken"]],
    pattern: /\bspawn (?:\S{0,80}[\\/])?(?:sh|bash|cmd(?:\.exe)?) e(?:noent|acces|perm|again|mfile|nomem)\b/,
    example:
      "Error: spawn /bin/sh ENOENT { syscall: 'spawn /bin/sh', spawnargs: [ '-c', '\"az account get-access-token --output json\"' ] }",
    sources: ["node"],
  },
  {
    id: "tool-runtime.trace-of-modules",
    kind: "tool_failed",
    says: "The Azure CLI crashed.",
    phrases: [
      "command failed with an unexpected error",
      ["azure.cli.", "credentialunavailable", "clicredential", "access token", "access-token"],
    ],
    pattern:
      /modulenotfounderror|no module named|importerror|attributeerror|keyerror|typeerror|memoryerror|overflowerror|'nonetype' object|has no attribute '/,
    unless: /aadsts|\bmsi\b|169\.254|command_modules|\baz (?:webapp|aks|vm|group|deployment|functionapp|acr build)\b/,
    example:
      "ERROR: The command failed with an unexpected error. Here is the traceback: ModuleNotFoundError: No module named 'azure.cli.core.auth.msal_credentials'",
    sources: ["azure-cli", "js"],
  },
  {
    id: "tool-runtime.unknown-error",
    kind: "tool_failed",
    says: "The Azure Developer CLI failed for a reason that its credential does not know.",
    // What follows the advice that always stands there is what the tool said.
    pattern:
      /authentication failed due to an unknown error\. please visit .{0,200}'azd auth login'\. (?=\S)(?!.{0,400}(?:aadsts|log ?in|sign|expired|token|account|authenticat|not found|not recognized|tenant))/,
    example:
      "Azure Developer CLI authentication failed due to an unknown error. Please visit https://aka.ms/azure-dev for installation instructions and then, once installed, authenticate to your Azure account using 'azd auth login'. panic: runtime error: index out of range [0] with length 0",
    sources: ["net"],
  },
  {
    id: "tool-runtime.not-permitted",
    kind: "tool_failed",
    says: "The credential was refused permission when it ran the developer tool.",
    pattern:
      /(?:azure_?cli|azure_?developer_?cli|azure_?power_?shell)_?credential\b.{0,80}(?:permission denied|access is denied|\beacces\b|operation not permitted)(?!.{0,80}(?:\.pem|\.pfx|token_cache|token file))/,
    example: "AzureDeveloperCliCredential failed due to permission denied error: Permission denied (os error 13)",
    sources: ["rust", "js", "net"],
  },
  {
    id: "tool-runtime.other-command",
    kind: "not_authentication",
    phrases: ["command failed with an unexpected error"],
    pattern: /command_modules\/(?!profile)|\baz (?:webapp|aks|functionapp|acr build|bicep|containerapp|deployment)\b/,
    unless: /aadsts|\bmsi\b|169\.254|az login|get-access-token|credential|max retries|\btokens?\b|authenticat/,
    example:
      "az webapp up: ERROR: The command failed with an unexpected error. Here is the traceback: AttributeError: 'NoneType' object has no attribute 'lower'",
    sources: ["azure-cli"],
  },
  {
    id: "tool-runtime.broken",
    kind: "tool_failed",
    says: "The developer tool crashed or could not be started.",
    phrases: [BROKEN_WORDS],
    pattern: new RegExp(`${ASKED}.{0,200}${BROKEN_RUNTIME}|${BROKEN_RUNTIME}.{0,200}${ASKED}`),
    unless:
      /aadsts|169\.254|max retries exceeded|az login|broker|msalruntime|pygobject|token ?cache|msal_token_cache|sharedtokencache/,
    example:
      "AzurePowerShellCredential: Import-Module: Could not load file or assembly 'Azure.Identity, Version=1.6.1.0'.",
    sources: ["powershell", "azure-cli", "azd"],
  },
];
