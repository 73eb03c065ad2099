import type { Pattern } from "../anyOf.js";
import { anchorsOf, type KnownGroups } from "./anchors.js";
import { insert, type Words } from "./wordLists.js";

/**
 * What a text must hold for something to apply to it: all of `phrases` (of a list any), and what `pattern` asks for.
 *
 * @internal
 */
export interface Requirement {
  readonly phrases?: readonly (string | readonly string[])[];
  readonly pattern?: Pattern;
  /** A text that meets it, which shows what is written often. */
  readonly example?: string;
}

/**
 * What a text must hold, in one of several ways: of each list of one of them, one word.
 *
 * @returns a single way without lists where any text may do
 * @internal
 */
export function waysOf({ phrases = [], pattern }: Requirement, known?: KnownGroups): readonly (readonly Words[])[] {
  const given: Words[] = [];
  for (const phrase of phrases) insert(given, typeof phrase === "string" ? [phrase] : phrase);
  const ways = pattern === undefined ? [] : anchorsOf(pattern.source, known);
  if (ways.length === 0) return [given];
  return ways.map((lists) => {
    const all = [...given];
    for (const words of lists) insert(all, words);
    return all;
  });
}
