import { explainCode } from "../explain/code.js";
import { explainLog, explainText } from "../explain/explain.js";
import { readLines } from "../explain/readLines.js";
import { codeLines } from "../explain/render/code.js";
import { explanationLines } from "../explain/render/explanation.js";
import { screenFor } from "../explain/render/screen.js";
import { explainReport } from "../explain/report.js";
import type { ExplainedFailure, Explanation } from "../explain/types.js";
import type { Command } from "./commands.js";
import { inputOf, readFiles } from "./input.js";
import { EXIT, type Io } from "./io.js";
import type { Parsed } from "./parse.js";
import { UsageError } from "./usageError.js";

const USAGE = `Usage: diagnostic-credential explain [options] [TEXT | CODE | FILE... | -]

Says what failed, why, who fixes it, and what to do now. Of a log, each
different failure of authentication is shown once, with how often it was
reported.

  TEXT    an error message, a stack, JSON, of the Azure SDK of any language
  CODE    an error code of Microsoft Entra ID, e.g. AADSTS7000215 or 7000215
  FILE    a log
  -       read the standard input; also if it is piped and nothing else is given

Options:
      --json      Print JSON for a program: { "version": 1, "failures": [...] }
      --no-color  Print no colours; NO_COLOR and FORCE_COLOR are heeded too
  -h, --help      Show this help
  -v, --version   Show the version

Exit code: 0 diagnosed, 1 nothing about authentication found, 2 wrong usage

Nothing leaves this machine, and no token or secret of the input is printed.

Examples:
  diagnostic-credential explain AADSTS7000215
  diagnostic-credential explain "ManagedIdentityCredential: no response"
  kubectl logs deploy/orders | diagnostic-credential explain -
`;

async function explainInput(positionals: readonly string[], io: Io): Promise<Explanation> {
  const input = inputOf(positionals, io.stdin.isTTY !== true);
  if (input.type === "text") {
    if (input.text.trim() === "") throw new UsageError("Nothing to explain was given.");
    return explainText(input.text);
  }
  const bytes = input.type === "files" ? readFiles(input.files) : io.stdin;
  const explanation = await explainLog(readLines(bytes));
  if (explanation.lineCount === 0 && positionals.length === 0) throw new UsageError("Nothing to explain was given.");
  return explanation;
}

async function run({ flags, positionals }: Parsed, io: Io): Promise<number> {
  const code = explainCode(positionals.join(" "));
  const screen = screenFor(io.stdout, io.env, !flags.has("no-color"));
  let failures: readonly ExplainedFailure[];
  let lines: () => string[];
  if (code === undefined) {
    const explanation = await explainInput(positionals, io);
    failures = explanation.failures;
    lines = () => explanationLines(explanation, screen);
  } else {
    failures = code.failure === undefined ? [] : [code.failure];
    lines = () => codeLines(code, screen);
  }
  const printed = flags.has("json") ? JSON.stringify(explainReport(failures), null, 2) : lines().join("\n");
  io.stdout.write(`${printed}\n`);
  return failures.length > 0 ? EXIT.done : EXIT.nothingFound;
}

/**
 * `explain`: what a text, a code or a log says about a failed authentication.
 *
 * @internal
 */
export const explainCommand: Command = {
  summary: "Explain a failed authentication: a message, an error code, a log",
  usage: USAGE,
  flags: ["json", "no-color"],
  run,
};
