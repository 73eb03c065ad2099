import type { Mark } from "./mark.js";
import { MARKS_OF_CLUSTERS } from "./marksOfClusters.js";
import { MARKS_OF_LANGUAGES } from "./marksOfLanguages.js";
import { MARKS_OF_TOOLS } from "./marksOfTools.js";

/**
 * One way to know who wrote a text.
 *
 * @internal
 */
export type Sign = Pick<Mark, "writer" | "spelled" | "unless"> &
  ({ readonly words: readonly string[] } | { readonly pattern: RegExp });

function signsOf({ words, pattern, ...mark }: Mark): readonly Sign[] {
  const signs: Sign[] = [];
  if (words !== undefined) signs.push({ ...mark, words });
  if (pattern !== undefined) signs.push({ ...mark, pattern });
  return signs;
}

/**
 * How it is known who wrote a text, most telling first: programs before the languages that they are made with.
 *
 * @internal
 */
export const WRITER_SIGNS: readonly Sign[] = [...MARKS_OF_CLUSTERS, ...MARKS_OF_TOOLS, ...MARKS_OF_LANGUAGES].flatMap(
  signsOf,
);
