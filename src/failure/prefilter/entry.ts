import { GRAM } from "./grams.js";

/**
 * A word that is looked for, and the lists it is of.
 *
 * @internal
 */
export interface Entry {
  readonly word: string;
  /** See {@link bitsOf}. */
  readonly bits: readonly number[];
  /** Where in the word the four characters end that fewest other texts have: they are looked at first. */
  readonly end: number;
  /** The last character of the word, which is looked at next, and how far behind those it is. */
  readonly last: number;
  readonly rest: number;
  /** The number of the last text that holds the word: once found, it need not be compared again. */
  text: number;
  /** The next word of the same place. */
  readonly following: Entry | undefined;
}

/**
 * Without the blanks at its ends: what is looked for with and without them is one word.
 *
 * @internal
 */
export function core(word: string): string {
  const trimmed = word.trim();
  return trimmed.length < GRAM ? word : trimmed;
}

/**
 * The bits of some lists: where they are, and which bits there; again and again.
 *
 * @param lists - numbers of lists, in order
 * @internal
 */
export function bitsOf(lists: readonly number[]): readonly number[] {
  const bits: number[] = [];
  for (const list of lists) {
    const at = list >> 5;
    const bit = 1 << (list & 31);
    const last = bits.length - 1;
    if (bits[last - 1] === at) bits[last] = (bits[last] as number) | bit;
    else bits.push(at, bit);
  }
  return bits;
}

/**
 * What `startsWith` says, which costs a call for each few letters.
 *
 * @internal
 */
export function isAt(text: string, word: string, from: number): boolean {
  if (from < 0) return false;
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(from + i) !== word.charCodeAt(i)) return false;
  return true;
}
