import type { Remedy } from "../types.js";
import { isProgram, languageOf, type Writer } from "./writer.js";

/**
 * One remedy, as it reads for whom: where nobody knows who wrote the text, `usual` names no language.
 *
 * @internal
 */
export interface Variation {
  readonly usual: Remedy;
  /** Where nothing is to be advised: `null`. */
  readonly by: Partial<Readonly<Record<Writer, Remedy | null>>>;
  /**
   * For programs that `by` does not name: what holds for the language they are built with, or this; the usual where it
   * is left out. There is no code of theirs to change.
   */
  readonly programs?: "as-built" | Remedy | null;
}

/**
 * A variation for a writer.
 *
 * @returns `undefined` where there is nothing to advise
 * @internal
 */
export function vary({ usual, by, programs }: Variation, writer: Writer | undefined): Remedy | undefined {
  if (writer === undefined) return usual;
  const own = by[writer];
  if (own !== undefined) return own ?? undefined;
  if (!isProgram(writer) || programs === undefined) return usual;
  if (programs !== "as-built") return programs ?? undefined;
  const language = languageOf(writer);
  return language === undefined ? usual : (by[language] ?? usual);
}
