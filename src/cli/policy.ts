import { screenFor } from "../explain/render/screen.js";
import { PRESETS } from "../policy/presets.js";
import { RULE_IDS } from "../policy/rules/index.js";
import type { PolicyPreset, RuleId } from "../policy/types.js";
import type { Command } from "./commands.js";
import type { Io } from "./io.js";
import { nearest } from "./nearest.js";
import type { Parsed } from "./parse.js";
import { checkPolicyFile } from "./policy/check.js";
import { effectivePolicy } from "./policy/effective.js";
import { explainRule } from "./policy/explainRule.js";
import type { Answer } from "./policy/text.js";
import { UsageError } from "./usageError.js";

const USAGE = `Usage: diagnostic-credential policy [options]
       diagnostic-credential policy check [options] FILE
       diagnostic-credential policy explain [options] RULE

Says which credentials may be used here. Without a command: the policy that
holds in this environment, rule by rule, and where each setting comes from.

Commands:
  check FILE    Say what is wrong in a policy file, and what it changes
  explain RULE  Say what a rule finds, why that matters and how to fix it

Options:
      --preset PRESET  Show what would hold if the code asked for this preset:
                       production, development, off or auto (default)
      --json           Print JSON for a program: { "version": 1, ... }
      --no-color       Print no colours; NO_COLOR and FORCE_COLOR are heeded too
  -h, --help           Show this help
  -v, --version        Show the version

Exit code: 0 in order, 1 the policy cannot be used or an exemption has ended,
2 wrong usage

Nothing is sent, and no credential is constructed.

Examples:
  diagnostic-credential policy --preset production
  diagnostic-credential policy check policy.json
  diagnostic-credential policy explain no-managed-identity-probe
`;

const SUBCOMMANDS = ["check", "explain"];

function presetOf(given: readonly string[]): PolicyPreset {
  const [name, ...more] = given;
  if (name === undefined) throw new UsageError(`--preset needs one of ${PRESETS.join(", ")}.`);
  if (SUBCOMMANDS.includes(name) || more.length > 0) throw new UsageError("--preset takes one preset, and no command.");
  const preset = PRESETS.find((known) => known === name);
  if (preset !== undefined) return preset;
  const meant = nearest(name, PRESETS);
  const hint = meant === undefined ? `It is one of ${PRESETS.join(", ")}.` : `Did you mean ${meant}?`;
  throw new UsageError(`There is no preset ${JSON.stringify(name.slice(0, 60))}. ${hint}`, false);
}

function ruleIdOf([name, ...more]: readonly string[]): RuleId {
  if (name === undefined) throw new UsageError("No rule was given.");
  if (more.length > 0) throw new UsageError("policy explain takes one rule.");
  const id = RULE_IDS.find((known) => known === name);
  if (id !== undefined) return id;
  const meant = nearest(name, RULE_IDS);
  const hint = meant === undefined ? `The rules are:\n  ${RULE_IDS.join("\n  ")}` : `Did you mean ${meant}?`;
  throw new UsageError(`There is no rule ${JSON.stringify(name.slice(0, 60))}. ${hint}`, false);
}

function fileOf([file, ...more]: readonly string[]): string {
  if (file === undefined) throw new UsageError("No policy file was given.");
  if (more.length > 0) throw new UsageError("policy check takes one file.");
  return file;
}

function unknown(name: string): UsageError {
  const rule = RULE_IDS.find((id) => id === name);
  const meant = rule === undefined ? nearest(name, SUBCOMMANDS) : `explain ${rule}`;
  const hint = meant === undefined ? "" : ` Did you mean policy ${meant}?`;
  return new UsageError(`Unknown command ${JSON.stringify(`policy ${name.slice(0, 60)}`)}.${hint}`);
}

function answer({ flags, positionals }: Parsed, io: Io): Answer {
  const [name, ...rest] = positionals;
  if (flags.has("preset")) return effectivePolicy(presetOf(positionals), io.env);
  if (name === undefined) return effectivePolicy(undefined, io.env);
  if (name === "check") return checkPolicyFile(fileOf(rest), io.env);
  if (name === "explain") return explainRule(ruleIdOf(rest));
  throw unknown(name);
}

async function run(parsed: Parsed, io: Io): Promise<number> {
  const { exit, report, lines } = answer(parsed, io);
  const { flags } = parsed;
  const screen = screenFor(io.stdout, io.env, !flags.has("no-color"));
  const printed = flags.has("json") ? JSON.stringify({ version: 1, ...report }, null, 2) : lines(screen).join("\n");
  io.stdout.write(`${printed}\n`);
  return exit;
}

/**
 * `policy`: the policy that holds here, what is wrong in a policy file, what a rule is about.
 *
 * @internal
 */
export const policyCommand: Command = {
  summary: "Show the policy for credentials, check a policy file, explain a rule",
  usage: USAGE,
  flags: ["json", "no-color", "preset"],
  valued: ["preset"],
  run,
};
