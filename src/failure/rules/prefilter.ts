import { anchorsOf } from "./anchors.js";

/** What a text must hold for something to apply to it: all of `phrases` (of a list any), and what `pattern` asks for. */
export interface Requirement {
  readonly phrases?: readonly (string | readonly string[])[];
  readonly pattern?: RegExp;
}

/** Characters of a word that are compared first. */
const GRAM = 4;
/** Bits per character: four characters and no more leave a trace. */
const SHIFT = 4;
const BUCKETS = 1 << (SHIFT * GRAM);
const MASK = BUCKETS - 1;

/** Place of four characters; each moves up by some bits, so that the next place follows from this one. */
function bucket(text: string, from: number): number {
  let place = 0;
  for (let at = from; at < from + GRAM; at++) place = next(place, text.charCodeAt(at));
  return place;
}

function next(place: number, code: number): number {
  return ((place << SHIFT) ^ code) & MASK;
}

/** A word that is looked for, and the part of it that is looked at first: the one that fewest other words have. */
interface Entry {
  readonly word: string;
  readonly offset: number;
  readonly owners: number[];
}

function places(word: string): number[] {
  return Array.from({ length: word.length - GRAM + 1 }, (_, offset) => bucket(word, offset));
}

/** The shortest list of words of which one must be there; `undefined` where any text may do. */
function wordsOf({ phrases, pattern }: Requirement): readonly string[] | undefined {
  const options: (readonly string[])[] = (phrases ?? []).map((phrase) =>
    typeof phrase === "string" ? [phrase] : phrase,
  );
  const own = pattern === undefined ? undefined : anchorsOf(pattern.source);
  if (own !== undefined) options.push(own);
  return options
    .filter((words) => words.every((word) => word.length >= GRAM))
    .sort((a, b) => Math.min(...b.map((word) => word.length)) - Math.min(...a.map((word) => word.length)))[0];
}

/**
 * Tells in one pass over a text which of many requirements it may meet. Linear in the length of the text.
 *
 * @internal
 */
export class Prefilter {
  /** Per bucket, the words whose telling part falls into it, with the requirements they are for. */
  readonly #entries = new Map<number, Entry[]>();
  /** Which buckets hold a word: most do not, and this is quick to ask. */
  readonly #used = new Uint8Array(BUCKETS);
  /** Requirements that name no word: always worth trying. */
  readonly #always: number[] = [];

  constructor(requirements: readonly Requirement[]) {
    const owners = new Map<string, number[]>();
    requirements.forEach((requirement, index) => {
      const words = wordsOf(requirement);
      if (words === undefined) this.#always.push(index);
      for (const word of words ?? []) owners.set(word, [...(owners.get(word) ?? []), index]);
    });
    const common = new Uint16Array(BUCKETS);
    for (const word of owners.keys()) for (const place of places(word)) common[place] = (common[place] ?? 0) + 1;
    for (const [word, of] of owners) {
      const counts = places(word).map((place) => common[place] ?? 0);
      const offset = counts.indexOf(Math.min(...counts));
      const place = bucket(word, offset);
      this.#used[place] = 1;
      this.#entries.set(place, [...(this.#entries.get(place) ?? []), { word, offset, owners: of }]);
    }
  }

  /**
   * The requirements that a text may meet.
   *
   * @param plain - plain text
   * @returns their positions, ascending
   */
  candidates(plain: string): readonly number[] {
    const used = this.#used;
    const found = [...this.#always];
    let place = 0;
    for (let at = 0; at < plain.length; at++) {
      place = next(place, plain.charCodeAt(at));
      if (used[place] === 0) continue;
      for (const { word, offset, owners } of this.#entries.get(place) ?? []) {
        if (!plain.startsWith(word, at - GRAM + 1 - offset)) continue;
        for (const owner of owners) if (!found.includes(owner)) found.push(owner);
      }
    }
    return found.sort((a, b) => a - b);
  }
}
