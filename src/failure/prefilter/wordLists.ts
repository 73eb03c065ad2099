/**
 * Words of which one must be there.
 *
 * @internal
 */
export type Words = readonly string[];

/**
 * Length of the shortest word that is looked for.
 *
 * @internal
 */
export const MIN_LENGTH = 3;

/** Length of the shortest word that tells something. */
const TELLING_LENGTH = 4;

/**
 * How many lists are kept.
 *
 * @internal
 */
export const MAX_LISTS = 3;

/** Length of the shortest of some words. */
function shortest(words: readonly string[]): number {
  let length = Number.POSITIVE_INFINITY;
  for (const word of words) if (word.length < length) length = word.length;
  return length;
}

/**
 * Adds a list where it belongs: that whose shortest word is longest comes first.
 *
 * @internal
 */
export function insert(lists: Words[], words: Words): void {
  const length = shortest(words);
  // Nearly every text has a word as short as that: beside two longer ones it would tell nothing.
  if (length < MIN_LENGTH || (length < TELLING_LENGTH && lists.length > 1)) return;
  let at = lists.length;
  while (at > 0 && shortest(lists[at - 1] as Words) < length) at--;
  if (at >= MAX_LISTS) return;
  lists.splice(at, 0, words);
  if (lists.length > MAX_LISTS) lists.pop();
}

/**
 * Without those that hold another, which say no more than that.
 *
 * @internal
 */
export function reduced(words: Words): Words {
  return words.length < 2
    ? words
    : words.filter((word) => !words.some((other) => other.length < word.length && word.includes(other)));
}
