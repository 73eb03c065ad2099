import type { Writer } from "./writer.js";

/**
 * What shows who wrote a text.
 *
 * @internal
 */
export interface Mark {
  readonly writer: Writer;
  /** Words of the plain text, any of which shows it: they cost next to nothing. */
  readonly words?: readonly string[];
  /** Or what the plain text matches. */
  readonly pattern?: RegExp;
  /** True where the pattern is matched with the text as its author spelled it. */
  readonly spelled?: true;
  /** Not where the plain text matches this. */
  readonly unless?: RegExp;
}
