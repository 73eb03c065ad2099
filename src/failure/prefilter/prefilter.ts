import type { KnownGroups } from "./anchors.js";
import { Candidates } from "./candidates.js";
import { core, type Entry, isAt, mark } from "./entry.js";
import { BUCKETS, BYTE, count, GRAM, MASK, next, SHIFT } from "./grams.js";
import { type Requirement, waysOf } from "./requirement.js";
import { MAX_LISTS, type Words } from "./wordLists.js";

/** How much rather a word is known by characters that no example holds than by some that no other word holds. */
const IN_EXAMPLE = 3;
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
  /** Per way to meet a requirement, its position. */
  readonly #requirement: number[] = [];
  /** Bits of the first lists of all ways, of their second lists, and so on; set where there is no such list. */
  readonly #lacking: Int32Array;
  /** The same with what was found in a text: one is looked at at a time. */
  readonly #found: Int32Array;
  /** How many numbers hold one bit per way, and one bit per requirement. */
  readonly #size: number;
  readonly #count: number;

  constructor(requirements: readonly Requirement[]) {
    const ways: (readonly Words[])[] = [];
    const known: KnownGroups = new Map();
    const counts = new Uint32Array(BUCKETS);
    requirements.forEach((requirement, index) => {
      for (const lists of waysOf(requirement, known)) {
        ways.push(lists);
        this.#requirement.push(index);
      }
      if (requirement.example !== undefined) count(counts, requirement.example.toLowerCase(), IN_EXAMPLE);
    });
    const size = (ways.length + 31) >> 5;
    const lacking = new Int32Array(size * MAX_LISTS);
    const owners = new Map<string, number[]>();
    for (let rank = 0; rank < MAX_LISTS; rank++) {
      ways.forEach((lists, index) => {
        const bit = 1 << (index & 31);
        const at = rank * size + (index >> 5);
        const words = lists[rank];
        if (words === undefined) lacking[at] = (lacking[at] as number) | bit;
        else for (const word of words) mark(owners, core(word), at, bit);
      });
    }
    this.#lacking = lacking;
    this.#found = lacking.slice();
    this.#size = size;
    this.#count = (requirements.length + 31) >> 5;
    for (const word of owners.keys()) count(counts, word, 1);
    for (const [word, of] of owners) this.#add(word, of, counts);
  }

  #add(word: string, bits: readonly number[], counts: Uint32Array): void {
    if (word.length < GRAM) {
      // Any character may stand before it.
      let after = 0;
      for (let at = 0; at < word.length; at++) after = next(after, word.charCodeAt(at));
      for (let before = 0; before < 1 << SHIFT; before++) {
        this.#put(word, bits, after ^ (before << (SHIFT * (GRAM - 1))), word.length - 1);
      }
      return;
    }
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
    this.#put(word, bits, best, end);
  }

  #put(word: string, bits: readonly number[], place: number, end: number): void {
    const following = this.#used[place] === 1 ? this.#entries[this.#first[place] as number] : undefined;
    this.#used[place] = 1;
    const last = word.charCodeAt(word.length - 1) & BYTE;
    const rest = word.length - 1 - end;
    this.#first[place] = this.#entries.push({ word, bits, end, last, rest, text: 0, following }) - 1;
  }

  /**
   * The requirements that a text may meet.
   *
   * @param plain - plain text
   */
  scan(plain: string): Candidates {
    const used = this.#used;
    const found = this.#found;
    found.set(this.#lacking);
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
        if (!isAt(plain, entry.word, at - entry.end)) continue;
        entry.text = texts;
        const { bits } = entry;
        for (let i = 0; i < bits.length; i += 2) {
          const own = bits[i] as number;
          found[own] = (found[own] as number) | (bits[i + 1] as number);
        }
      }
    }
    return this.#met(found);
  }

  /** The requirements of those ways of which no list lacks a word. */
  #met(found: Int32Array): Candidates {
    const met = new Array<number>(this.#count).fill(0);
    const size = this.#size;
    for (let i = 0; i < size; i++) {
      let ways = found[i] as number;
      for (let list = i + size; list < found.length; list += size) ways &= found[list] as number;
      for (; ways !== 0; ways &= ways - 1) {
        const index = this.#requirement[i * 32 + 31 - Math.clz32(ways & -ways)] as number;
        met[index >> 5] = (met[index >> 5] as number) | (1 << (index & 31));
      }
    }
    return new Candidates(met);
  }
}
