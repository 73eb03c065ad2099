import type { Pattern } from "./anyOf.js";
/**
 * What shows something of a text.
 *
 * @internal
 */
export interface Mark {
  /** Words of the plain text, any of which shows it: they cost next to nothing. */
  readonly words?: readonly string[];
  /** Or what the plain text matches. */
  readonly pattern?: Pattern;
  /** True where the pattern is matched with the text as its author spelled it. */
  readonly spelled?: true;
  /** Not where the plain text matches this. */
  readonly unless?: Pattern;
}

/**
 * One way in which a mark shows.
 *
 * @internal
 */
export type Sign = Pick<Mark, "spelled" | "unless"> &
  ({ readonly words: readonly string[] } | { readonly pattern: Pattern });

/**
 * A mark in its ways, words first.
 *
 * @param mark - what shows something
 * @param of - what it shows
 * @internal
 */
export function signsOf<T extends object>({ words, pattern, spelled, unless }: Mark, of: T): (T & Sign)[] {
  const rest = { ...(spelled === undefined ? {} : { spelled }), ...(unless === undefined ? {} : { unless }) };
  const signs: (T & Sign)[] = [];
  if (words !== undefined) signs.push({ ...of, ...rest, words });
  if (pattern !== undefined) signs.push({ ...of, ...rest, pattern });
  return signs;
}
