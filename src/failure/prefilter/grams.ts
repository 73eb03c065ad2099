/**
 * Characters of a word that are compared first.
 *
 * @internal
 */
export const GRAM = 4;

/**
 * Bits per character: four characters and no more leave a trace.
 *
 * @internal
 */
export const SHIFT = 4;

/**
 * How many places there are.
 *
 * @internal
 */
export const BUCKETS = 1 << (SHIFT * GRAM);

/**
 * The bits of a place.
 *
 * @internal
 */
export const MASK = BUCKETS - 1;

/**
 * A character is looked at as this many of its bits.
 *
 * @internal
 */
export const BYTE = 0xff;

/**
 * Place of the last four characters; each moves up by some bits, so that the next place follows from this one.
 *
 * @internal
 */
export function next(place: number, code: number): number {
  return ((place << SHIFT) ^ (code & BYTE)) & MASK;
}

/**
 * Adds to the count of each place in a text.
 *
 * @internal
 */
export function count(counts: Uint32Array, text: string, amount: number): void {
  let place = 0;
  for (let at = 0; at < text.length; at++) {
    place = next(place, text.charCodeAt(at));
    if (at >= GRAM - 1) counts[place] = (counts[place] as number) + amount;
  }
}
