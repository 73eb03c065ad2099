import { Candidates } from "./candidates.js";
import { MASK, SHIFT } from "./grams.js";
import type { Plan } from "./plan.js";
import { type Tables, tablesOf } from "./tables.js";
import { MAX_LISTS } from "./wordLists.js";

/** One text at a time is looked at, and the longest are of about this size. */
let bytes = Buffer.alloc(8_192);
/** What has no byte of its own: two characters may share one. */
const WIDE = /[\u0100-\uffff]/;

/**
 * Tells in one pass over a text which of many requirements it may meet. The cost is that of the text, not of the number
 * of requirements: linear in its length.
 *
 * @internal
 */
export class Prefilter {
  readonly #tables: Tables;
  readonly #words: readonly string[];
  /** Per word the number of the last text that holds it: once found, it need not be compared again. */
  readonly #seen: Int32Array;
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
  constructor(plan: Plan) {
    const { requirements, ways, words, lacking } = plan;
    this.#tables = tablesOf(plan);
    this.#words = words;
    this.#seen = new Int32Array(words.length);
    this.#requirement = ways;
    this.#count = (requirements + 31) >> 5;
    this.#size = (ways.length + 31) >> 5;
    this.#lacking = new Int32Array(this.#size * MAX_LISTS);
    for (const list of lacking) this.#lacking[list >> 5] = (this.#lacking[list >> 5] as number) | (1 << (list & 31));
    this.#found = this.#lacking.slice();
  }

  /**
   * The requirements that a text may meet.
   *
   * @param plain - plain text
   */
  scan(plain: string): Candidates {
    const { used, first, following, wordOf, last, rest, characters, start, end, bits, bitsStart } = this.#tables;
    const seen = this.#seen;
    const found = this.#found;
    found.set(this.#lacking);
    const { length } = plain;
    if (length > bytes.length) bytes = Buffer.alloc(length * 2);
    const written = bytes;
    written.write(plain, 0, length, "latin1");
    const wide = WIDE.test(plain);
    const texts = ++this.#texts;
    let place = 0;
    for (let at = 0; at < length; at++) {
      place = ((place << SHIFT) ^ (written[at] as number)) & MASK;
      if (used[place] === 0) continue;
      for (let entry = first[place] as number; entry !== 0; entry = following[entry] as number) {
        if (written[at + (rest[entry] as number)] !== last[entry]) continue;
        const word = wordOf[entry] as number;
        if (seen[word] === texts) continue;
        const from = at - (end[word] as number);
        if (from < 0) continue;
        const stop = start[word + 1] as number;
        let character = start[word] as number;
        let to = from;
        for (; character < stop && characters[character] === written[to]; to++) character++;
        // Behind the text stands what is left of a longer one.
        if (character < stop || to > length) continue;
        if (wide && !plain.startsWith(this.#words[word] as string, from)) continue;
        seen[word] = texts;
        const stopBits = bitsStart[word + 1] as number;
        for (let bit = bitsStart[word] as number; bit < stopBits; bit += 2) {
          const own = bits[bit] as number;
          found[own] = (found[own] as number) | (bits[bit + 1] as number);
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
