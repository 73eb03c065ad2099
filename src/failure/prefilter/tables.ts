import { bitsOf } from "./entry.js";
import { BUCKETS, BYTE, GRAM, next, SHIFT } from "./grams.js";
import type { Plan } from "./plan.js";

/**
 * The words of a plan by the four characters that tell them best. Numbers in typed arrays, not objects: looking at one
 * costs a third less.
 *
 * @internal
 */
export interface Tables {
  /** Which places hold a word: most do not, and this is quick to ask. */
  readonly used: Uint8Array;
  /** Per place the number of its first entry; none has the number 0. */
  readonly first: Uint16Array;
  /** Per entry the next one of the same place. */
  readonly following: Uint16Array;
  /** Per entry its word. */
  readonly wordOf: Uint16Array;
  /** Per entry the last character of its word, which is looked at next, and how far behind those four it is. */
  readonly last: Uint8Array;
  readonly rest: Uint16Array;
  /** The characters of all words, and per word where they start; those of the word after it follow. */
  readonly characters: Uint8Array;
  readonly start: Int32Array;
  /** Per word where in it the four characters end. */
  readonly end: Uint16Array;
  /** See {@link bitsOf}; per word where its own start. */
  readonly bits: Int32Array;
  readonly bitsStart: Int32Array;
}

/** Where something starts that follows something else, and where the last ends. */
function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, index) => {
    starts[index + 1] = (starts[index] as number) + length;
  });
  return starts;
}

/**
 * @param plan - what to look for
 * @internal
 */
export function tablesOf({ words, ends, lists }: Plan): Tables {
  const used = new Uint8Array(BUCKETS);
  const first = new Uint16Array(BUCKETS);
  const entries = { following: [0], wordOf: [0], last: [0], rest: [0] };
  const put = (index: number, place: number): void => {
    const word = words[index] as string;
    const number = entries.following.push(first[place] as number) - 1;
    entries.wordOf.push(index);
    entries.last.push(word.charCodeAt(word.length - 1) & BYTE);
    entries.rest.push(word.length - 1 - (ends[index] as number));
    used[place] = 1;
    first[place] = number;
  };
  words.forEach((word, index) => {
    const end = ends[index] as number;
    let place = 0;
    for (let at = Math.max(0, end + 1 - GRAM); at <= end; at++) place = next(place, word.charCodeAt(at));
    if (word.length >= GRAM) put(index, place);
    // Any character may stand before it.
    else for (let before = 0; before < 1 << SHIFT; before++) put(index, place ^ (before << (SHIFT * (GRAM - 1))));
  });
  const bits = lists.map(bitsOf);
  return {
    used,
    first,
    following: Uint16Array.from(entries.following),
    wordOf: Uint16Array.from(entries.wordOf),
    last: Uint8Array.from(entries.last),
    rest: Uint16Array.from(entries.rest),
    characters: Buffer.from(words.join(""), "latin1"),
    start: startsOf(words.map(({ length }) => length)),
    end: Uint16Array.from(ends),
    bits: Int32Array.from(bits.flat()),
    bitsStart: startsOf(bits.map(({ length }) => length)),
  };
}
