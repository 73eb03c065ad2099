import { parseArgs } from "node:util";
import { nearest } from "./nearest.js";
import { UsageError } from "./usageError.js";

/** What a command line said. */
export interface Parsed {
  readonly flags: ReadonlySet<string>;
  readonly positionals: readonly string[];
}

const SHORT: Readonly<Record<string, string>> = { h: "help", v: "version" };

/**
 * Reads flags and positional arguments. A text that begins with a dash is a text, not a flag.
 *
 * @param args - without the names of program and command
 * @param names - the flags there are, without dashes
 * @param valued - those of them that may be given a value by an equals sign; it counts as a positional argument
 * @throws UsageError for any other flag, with the nearest that there is
 * @internal
 */
export function parse(args: readonly string[], names: readonly string[], valued: readonly string[] = []): Parsed {
  const { tokens } = parseArgs({ args: [...args], strict: false, allowPositionals: true, tokens: true });
  const flags = new Set<string>();
  const positionals: string[] = [];
  const texts = new Set<number>();
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const given = args[token.index] ?? token.rawName;
    if (/\s/.test(given)) {
      // One argument may have been taken for several short flags.
      if (!texts.has(token.index)) positionals.push(given);
      texts.add(token.index);
      continue;
    }
    const name = token.rawName.startsWith("--") ? token.name : (SHORT[token.name] ?? token.name);
    if (!names.includes(name)) {
      const meant = nearest(name, names);
      throw new UsageError(`Unknown option ${given}.${meant === undefined ? "" : ` Did you mean --${meant}?`}`);
    }
    if (token.value !== undefined && !valued.includes(name))
      throw new UsageError(`The option --${name} takes no value.`);
    flags.add(name);
    if (token.value !== undefined) positionals.push(token.value);
  }
  return { flags, positionals };
}
