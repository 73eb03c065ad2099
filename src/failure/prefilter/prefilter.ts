import { Candidates } from "./candidates.js";
import { bitsOf, type Entry, isAt } from "./entry.js";
import { BUCKETS, BYTE, GRAM, MASK, next, SHIFT } from "./grams.js";
import type { Plan } from "./plan.js";
import { MAX_LISTS } from "./wordLists.js";

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
  readonly #requirement: readonly number[];
  /** Bits of the first lists of all ways, of their second lists, and so on; set where there is no such list. */
  readonly #lacking: Int32Array;
  /** The same with what was found in a text: one is looked at at a time. */
  readonly #found: Int32Array;
  /** How many numbers hold one bit per way, and one bit per requirement. */
  readonly #size: number;
  readonly #count: number;

  /** @param plan - what to look for */
  constructor({ requirements, ways, words, ends, lists, lacking }: Plan) {
    this.#requirement = ways;
    this.#count = (requirements + 31) >> 5;
    this.#size = (ways.length + 31) >> 5;
    this.#lacking = new Int32Array(this.#size * MAX_LISTS);
    for (const list of lacking) this.#lacking[list >> 5] = (this.#lacking[list >> 5] as number) | (1 << (list & 31));
    this.#found = this.#lacking.slice();
    words.forEach((word, index) => {
      const bits = bitsOf(lists[index] as readonly number[]);
      const end = ends[index] as number;
      let place = 0;
      for (let at = Math.max(0, end + 1 - GRAM); at <= end; at++) place = next(place, word.charCodeAt(at));
      if (word.length >= GRAM) this.#put(word, bits, place, end);
      // Any character may stand before it.
      else
        for (let before = 0; before < 1 << SHIFT; before++)
          this.#put(word, bits, place ^ (before << (SHIFT * (GRAM - 1))), end);
    });
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
