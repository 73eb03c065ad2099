import { GRAM } from "./grams.js";

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
