import { createReadStream, statSync } from "node:fs";
import { UsageError } from "./usageError.js";

/**
 * What is to be explained.
 *
 * @internal
 */
export type Input =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "files"; readonly files: readonly string[] }
  | { readonly type: "stdin" };

/** Looks like the name of a file and not like a word or a code. */
const PATH_LIKE =
  /^(?:\.{0,2}[\\/]|~[\\/]|[A-Za-z]:[\\/])[^\n]{0,1000}$|^[^\s"':;{}=]{1,300}\.(?:log|txt|json|jsonl|ndjson|out|err|gz|zip)$/i;

function isFile(path: string): boolean {
  if (path.length > 4_096 || path.includes("\0") || path.includes("\n")) return false;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory() === true) throw new UsageError(`${path} is a directory, not a file.`, false);
  return stat !== undefined;
}

/** A path may be too long, or lie where nobody may look: then it is not known to be one. */
function existing(path: string): boolean {
  try {
    return isFile(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "EPERM") throw new UsageError(`${path} cannot be read (${code}).`, false);
    return false;
  }
}

/**
 * Finds out whether the arguments name files, are a text, or leave everything to the standard input.
 *
 * @param positionals - the arguments
 * @param piped - whether the standard input is not a terminal
 * @internal
 */
export function inputOf(positionals: readonly string[], piped: boolean): Input {
  const [first] = positionals;
  if (first === undefined) {
    if (piped) return { type: "stdin" };
    throw new UsageError("Nothing to explain was given.");
  }
  if (positionals.includes("-")) {
    if (positionals.length === 1) return { type: "stdin" };
    throw new UsageError("- stands for the standard input and goes alone.");
  }
  const found = positionals.map((path) => (!/\s/.test(path) || positionals.length === 1 ? existing(path) : false));
  if (found.every(Boolean)) return { type: "files", files: positionals };
  const missing = positionals.find((path, index) => !found[index] && PATH_LIKE.test(path));
  // In a sentence a path is part of what is said.
  if (
    missing !== undefined &&
    (positionals.length === 1 || found.some(Boolean) || positionals.every((path) => PATH_LIKE.test(path)))
  ) {
    throw new UsageError(`There is no file ${missing}.`, false);
  }
  return { type: "text", text: positionals.join(" ") };
}

/**
 * The bytes of files, one after the other, each ended by a line break.
 *
 * @internal
 */
export async function* readFiles(files: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const file of files) {
    try {
      for await (const chunk of createReadStream(file)) yield chunk as Uint8Array;
    } catch (error) {
      const { code = "unknown" } = error as NodeJS.ErrnoException;
      throw new UsageError(`${file} cannot be read (${code}).`, false);
    }
  }
}
