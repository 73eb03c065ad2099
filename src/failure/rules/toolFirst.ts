import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";
import { TOKEN_TOOL, TOOL } from "./toolNames.js";

/** The start of a tool, as Java tells of it. */
const PROGRAM =
  "cannot run program ['\"](?:[^'\" ]{0,100}[\\\\/])?(?:az|azd|pwsh|powershell)(?:\\.(?:exe|cmd|bat))?['\"]";
/** The same, as the other languages do. */
const STARTED =
  "(?:(?:start|run|spawn|execute|launch)(?:ing)?|program) ['\"](?:az|azd|pwsh|powershell)(?:\\.\\w{3})?['\"]";

/**
 * Tools that took too long or have left no file: before the rules of the network and of files, whose words are the
 * same.
 *
 * @internal
 */
export const TOOL_FIRST_RULES: readonly Rule[] = [
  {
    id: "tool-first.interpreter",
    kind: "tool_failed",
    says: "The Azure CLI could not be started by its interpreter.",
    pattern:
      /unexpected output from ['"]?(?:the )?az.{0,120}(?:can't open file|permission denied|no such file|cannot execute|exec format|syntax error)/,
    unless: /aadsts|az login|\.pem\b|\.pfx\b/,
    example: "Unexpected output from Azure CLI: '/opt/az/bin/python3: can't open file '/opt/az/bin/az.py': [Errno 13]",
    sources: ["azure-cli", "azd"],
  },
  {
    id: "tool-first.no-active-account",
    kind: "tool_not_signed_in",
    says: "The Azure CLI is not signed in, or not any more.",
    pattern: /^(?:error: |(?:error: )?az [\w -]{1,40}: )?there (?:are|is) no active accounts?\.?$/,
    example: "ERROR: There are no active accounts.",
    sources: ["azure-cli"],
  },
  {
    id: "tool.editor-file",
    kind: "tool_not_installed",
    says: "The token provider file of Visual Studio was not found, or could not be opened.",
    pattern: /visual studio token provider (?:file )?(?:was )?(?:not|can't be) (?:found|accessed)/,
    example: "Visual Studio Token provider file not found at C:\\\\Users\\\\ana\\\\tokenprovider.json",
    sources: ["net"],
  },
  {
    id: "tool.program-absent",
    kind: "tool_not_installed",
    says: "The program of the tool is not on this machine, or not in the PATH of this process.",
    pattern: anyOf(
      `${PROGRAM}.{0,120}(?:error[=:] ?2\\b|no such file|cannot find)`,
      `createprocess error=2\\b.{0,80}['"](?:az|azd|pwsh|powershell)(?:\\.\\w{3})?['"]`,
      `(?:no such file or directory|cannot find the file specified):? ['"](?:az|azd|pwsh|powershell)(?:\\.\\w{3})?['"]`,
      `${STARTED}.{0,60}(?:no such file|not found|os error 2\\b)`,
    ),
    example: 'java.io.IOException: Cannot run program "pwsh": error=2, No such file or directory',
    sources: ["java", "python"],
  },
  {
    id: "tool.program-refused",
    kind: "tool_failed",
    says: "The program of the tool is there and could not be started.",
    pattern: new RegExp(`(?:${PROGRAM}|${STARTED}).{0,120}(?:error[=:] ?\\d|permission denied|access is denied)`),
    example: 'java.io.IOException: Cannot run program "az": error=13, Permission denied',
    sources: ["java"],
  },
  {
    id: "tool.not-in-path",
    kind: "tool_not_installed",
    pattern:
      /(?:\baz|\bazd|\bpwsh|azure cli|power ?shell)\b.{0,30}(?:(?:\bnot|isn't|wasn't|(?:isn't|wasn't|is not|was not) found) (?:in|on) (?:the |your |%|\$)?path\b|\bprogram not found)/,
    example: "Failed to invoke Azure CLI: az not in PATH",
    sources: ["azure-cli", "azd", "powershell"],
  },
  {
    id: "tool.took-too-long",
    kind: "tool_timeout",
    says: "The developer tool did not answer in time.",
    pattern: anyOf(
      `(?:azure(?:developer)?cli|azurepowershell)credential:? (?:authentication failed:? )?(?:\\w{1,20} ){0,6}?(?:context deadline exceeded|timed out|time-?out)`,
      `timeoutexpired.{0,120}${TOOL}`,
      `time-?out of .{0,20}(?:for|of) (?:the )?${TOKEN_TOOL}`,
      `(?:tokenservice|visual studio token)[^:]{0,60}(?:not responded|timed out|did not respond)`,
      `(?:${TOKEN_TOOL}|\\baz|\\bazd)['":]{0,3} (?:(?:process|command|cli|auth token:?|authentication|operation|has|was|call|did) ){0,4}(?:timed out|time-?out\\b|took (?:too long|longer|more)|ran for more|(?:was )?killed after \\d|(?:did not|didn't) (?:respond|answer|finish|complete|exit|return|answer) (?:in|within)|deadline exceeded)`,
      /\baz account get-access-token\b.{0,200}['"\]] (?:timed out|time-?out) after \d/,
      `(?:timed out|time-?out) (?:while |when )?(?:waiting|running|invoking|executing|calling) (?:\\w{1,20} ){0,4}${TOOL}`,
    ),
    unless: /login\.microsoftonline|169\.254|httpsconnection/,
    example: "AzureDeveloperCLICredential: context deadline exceeded",
    sources: ["go", "python", "net", "java", "js", "cpp"],
  },
];
