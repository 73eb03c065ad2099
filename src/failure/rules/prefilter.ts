import { anchorsOf, shortest } from "./anchors.js";

/** What a text must hold for something to apply to it: all of `phrases` (of a list any), and what `pattern` asks for. */
export interface Requirement {
  readonly phrases?: readonly (string | readonly string[])[];
  readonly pattern?: RegExp;
  /** A text that meets it, which shows what is written often. */
  readonly example?: string;
}

/** Characters of a word that are compared first. */
const GRAM = 4;
/** Bits per character: four characters and no more leave a trace. */
const SHIFT = 4;
const BUCKETS = 1 << (SHIFT * GRAM);
const MASK = BUCKETS - 1;
/** A character is looked at as this many of its bits. */
const BYTE = 0xff;
/** How much rather a word is known by characters that no example holds than by some that no other word holds. */
const IN_EXAMPLE = 3;

/** Place of the last four characters; each moves up by some bits, so that the next place follows from this one. */
function next(place: number, code: number): number {
  return ((place << SHIFT) ^ (code & BYTE)) & MASK;
}

/** Adds to the count of each place in a text. */
function count(counts: Uint32Array, text: string, amount: number): void {
  let place = 0;
  for (let at = 0; at < text.length; at++) {
    place = next(place, text.charCodeAt(at));
    if (at >= GRAM - 1) counts[place] = (counts[place] as number) + amount;
  }
}

/** A word that is looked for, and the requirements it is for. */
interface Entry {
  readonly word: string;
  readonly owners: number[];
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
 * The list of words of which one must be there whose shortest is longest.
 *
 * @returns `undefined` where any text may do
 * @internal
 */
export function wordsOf({ phrases = [], pattern }: Requirement): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  let length = GRAM - 1;
  const options = phrases.map((phrase) => (typeof phrase === "string" ? [phrase] : phrase));
  const own = pattern === undefined ? undefined : anchorsOf(pattern.source);
  if (own !== undefined) options.push(own);
  for (const words of options) {
    const least = shortest(words);
    if (least <= length) continue;
    best = words;
    length = least;
  }
  return best;
}

/**
 * The requirements that a text may meet, by their positions.
 *
 * @internal
 */
export class Candidates {
  readonly #bits: readonly number[];

  constructor(bits: readonly number[]) {
    this.#bits = bits;
  }

  has(position: number): boolean {
    return ((this.#bits[position >> 5] as number) & (1 << (position & 31))) !== 0;
  }

  /**
   * The first position from `from` on and before `end`.
   *
   * @returns `end` where there is none
   */
  next(from: number, end: number): number {
    let at = from;
    while (at < end) {
      const rest = (this.#bits[at >> 5] as number) >>> (at & 31);
      if (rest !== 0) return Math.min(end, at + 31 - Math.clz32(rest & -rest));
      at = (at | 31) + 1;
    }
    return end;
  }
}

/** One text at a time is looked at, and the longest are of about this size. */
let bytes = Buffer.alloc(8_192);

/**
 * Tells in one pass over a text which of many requirements it may meet. The cost is that of the text, not of the number
 * of requirements: linear in its length.
 *
 * @internal
 */
export class Prefilter {
  /** Which places hold a word: most do not, and this is quick to ask. */
  readonly #used = new Uint8Array(BUCKETS);
  /** Per place the position of its first word. */
  readonly #first = new Uint16Array(BUCKETS);
  readonly #entries: Entry[] = [];
  /** How many texts were looked through. */
  #texts = 0;
  /** Bits of the requirements that name no word: always worth trying. */
  readonly #always: readonly number[];

  constructor(requirements: readonly Requirement[]) {
    const always = new Array<number>((requirements.length + 31) >> 5).fill(0);
    const owners = new Map<string, number[]>();
    const counts = new Uint32Array(BUCKETS);
    requirements.forEach((requirement, index) => {
      const words = wordsOf(requirement);
      if (words === undefined) always[index >> 5] = (always[index >> 5] as number) | (1 << (index & 31));
      for (const word of words ?? []) {
        const known = owners.get(word);
        if (known === undefined) owners.set(word, [index]);
        else known.push(index);
      }
      if (requirement.example !== undefined) count(counts, requirement.example.toLowerCase(), IN_EXAMPLE);
    });
    this.#always = always;
    for (const word of owners.keys()) count(counts, word, 1);
    for (const [word, of] of owners) this.#add(word, of, counts);
  }

  #add(word: string, owners: number[], counts: Uint32Array): void {
    let place = 0;
    let best = 0;
    let end = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < word.length; at++) {
      place = next(place, word.charCodeAt(at));
      const times = counts[place] as number;
      if (at < GRAM - 1 || times >= least) continue;
      [best, end, least] = [place, at, times];
    }
    const following = this.#used[best] === 1 ? this.#entries[this.#first[best] as number] : undefined;
    this.#used[best] = 1;
    const last = word.charCodeAt(word.length - 1) & BYTE;
    const rest = word.length - 1 - end;
    this.#first[best] = this.#entries.push({ word, owners, end, last, rest, text: 0, following }) - 1;
  }

  /**
   * The requirements that a text may meet.
   *
   * @param plain - plain text
   */
  scan(plain: string): Candidates {
    const used = this.#used;
    const found = this.#always.slice();
    const { length } = plain;
    if (length > bytes.length) bytes = Buffer.alloc(length * 2);
    const written = bytes;
    written.write(plain, 0, length, "latin1");
    const texts = ++this.#texts;
    let place = 0;
    for (let at = 0; at < length; at++) {
      place = ((place << SHIFT) ^ (written[at] as number)) & MASK;
      if (used[place] === 0) continue;
      let entry = this.#entries[this.#first[place] as number];
      for (; entry !== undefined; entry = entry.following) {
        if (written[at + entry.rest] !== entry.last || entry.text === texts) continue;
        if (!plain.startsWith(entry.word, at - entry.end)) continue;
        entry.text = texts;
        for (const owner of entry.owners) found[owner >> 5] = (found[owner >> 5] as number) | (1 << (owner & 31));
      }
    }
    return new Candidates(found);
  }
}
