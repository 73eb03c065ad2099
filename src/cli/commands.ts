import type { Io } from "./io.js";
import type { Parsed } from "./parse.js";

/**
 * One command of the command line.
 *
 * @internal
 */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly usage: string;
  /** Its own flags, without dashes. */
  readonly flags: readonly string[];
  /** Those of them that may be given a value by an equals sign. */
  readonly valued?: readonly string[];
  /** Returns the exit code. */
  run(parsed: Parsed, io: Io): Promise<number>;
}

/**
 * All commands, each loaded when it is asked for: help is there at once.
 *
 * @internal
 */
export const COMMANDS: Readonly<Record<string, { readonly summary: string; load(): Promise<Command> }>> = {
  explain: {
    summary: "Explain a failed authentication: a message, an error code, a log",
    load: async () => (await import("./explain.js")).explainCommand,
  },
  policy: {
    summary: "Show the policy for credentials, check a policy file, explain a rule",
    load: async () => (await import("./policy.js")).policyCommand,
  },
};
