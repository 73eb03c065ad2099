import { Alternative } from "./alternative.js";
import { insert, MIN_LENGTH, reduced, type Words } from "./wordLists.js";

/**
 * Words without which a pattern does not match, read off the pattern itself: with hundreds of patterns, one pass over the
 * text tells the few that are worth trying. The alternatives of the pattern are kept apart, since each speaks of a subject
 * and a trouble of its own.
 *
 * Understands what rules are written in: literals, classes, groups, alternatives, bounded quantifiers, look-around.
 *
 * @param source - source of a regular expression
 * @param known - what was read off groups of other patterns
 * @returns lists of words of each alternative, of each list of which one must stand in the text, the list of the longest
 * words first; those that have but one list are one alternative. None where some alternative has no word of three
 * characters.
 * @internal
 */
export function anchorsOf(source: string, known: KnownGroups = new Map()): readonly (readonly Words[])[] {
  const apart: (readonly Words[])[] = [];
  const together = new Set<string>();
  for (const lists of new PatternReader(source, known).alternatives()) {
    const first = lists[0];
    if (first === undefined) return [];
    if (lists.length > 1) apart.push(lists);
    else for (const word of first) together.add(word);
  }
  if (together.size > 0) apart.push([[...together]]);
  return apart;
}

/** An alternative with nothing in it but a word: most are. */
const WORD = /[^\\[(){}|.*+?^$]+(?=[|)]|$)/y;
/**
 * Whole pieces are read at once, since all patterns are read before the first answer. Groups: a literal, an escaped
 * character, the beginning of a group, that of a look-around.
 */
const PIECE = /([^\\[(){|.*+?^$]+|[{}])|\\([\s\S])|\[(?:[^\]\\]|\\[\s\S])*\]|(\((?:\?(?::|(<?[=!])|<\w+>))?)|[$^.]/y;
/** Group: the least number of times. */
const QUANTIFIER = /(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/y;

/**
 * What was read off groups, by how they begin: the rules are written with a few groups that stand in many places.
 *
 * @internal
 */
export type KnownGroups = Map<string, { readonly text: string; readonly lists: readonly Words[] }[]>;

/** Shorter groups are read as quickly as they are found. */
const MIN_KNOWN = 24;

class PatternReader {
  readonly #source: string;
  readonly #known: KnownGroups;
  #at = 0;

  constructor(source: string, known: KnownGroups) {
    this.#source = source;
    this.#known = known;
  }

  #knownGroup(): readonly Words[] {
    const from = this.#at;
    const start = this.#source.slice(from, from + MIN_KNOWN);
    const known = this.#known.get(start);
    // With its end a group is balanced, so that no longer one begins like it.
    const same = known?.find(({ text }) => this.#source.startsWith(text, from));
    if (same !== undefined) {
      this.#at += same.text.length - 1;
      return same.lists;
    }
    const lists = this.#group();
    const text = this.#source.slice(from, this.#at + 1);
    if (text.length < MIN_KNOWN) return lists;
    if (known === undefined) this.#known.set(start, [{ text, lists }]);
    else known.push({ text, lists });
    return lists;
  }

  /** The lists of each alternative up to the end of the group or the pattern. */
  alternatives(): readonly (readonly Words[])[] {
    const all = [this.#alternative()];
    while (this.#source[this.#at] === "|") {
      this.#at++;
      all.push(this.#alternative());
    }
    return all;
  }

  /** Lists for a whole group: of each alternative the first, of each the next. */
  #group(): readonly Words[] {
    const all = this.alternatives();
    if (all.length === 1) return all[0] as readonly Words[];
    const lists: Words[] = [];
    const most = Math.max(...all.map(({ length }) => length));
    for (let rank = 0; rank < most; rank++) {
      const words = all.map((own) => own[Math.min(rank, own.length - 1)]);
      if (words.some((own) => own === undefined)) return [];
      insert(lists, reduced([...new Set(words.flatMap((own) => own ?? []))]));
    }
    return lists;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const taken = pattern.exec(this.#source);
    if (taken !== null) this.#at = pattern.lastIndex;
    return taken;
  }

  #quantifier(): RegExpExecArray | null {
    const char = this.#source[this.#at];
    return char === "?" || char === "{" || char === "*" || char === "+" ? this.#take(QUANTIFIER) : null;
  }

  #alternative(): readonly Words[] {
    const from = this.#at;
    WORD.lastIndex = from;
    if (WORD.test(this.#source)) {
      this.#at = WORD.lastIndex;
      return this.#at - from < MIN_LENGTH ? [] : [[this.#source.slice(from, this.#at)]];
    }
    const known = new Alternative();
    for (let piece = this.#take(PIECE); piece !== null; piece = this.#take(PIECE)) {
      const [whole, , escaped, group, around] = piece;
      let literal = piece[1];
      // Edges take no room.
      if (whole === "^" || whole === "$" || escaped === "b" || escaped === "B") continue;
      let lists: readonly Words[] = [];
      if (group !== undefined) {
        lists = this.#knownGroup();
        this.#at++;
        // Look-around says nothing about what the match itself holds.
        if (around !== undefined) lists = [];
      }
      // Of letters and digits, an escape makes classes and references.
      if (escaped !== undefined && !/\w/.test(escaped)) literal = escaped;
      const quantifier = this.#quantifier();
      if (literal === undefined) {
        known.end();
        if (!isOptional(quantifier)) for (const words of lists) known.offer(words);
        continue;
      }
      const last = quantifier === null ? "" : literal.slice(-1);
      known.add(quantifier === null ? literal : literal.slice(0, -1));
      if (quantifier === null) continue;
      if (quantifier[0] === "?") known.addOptional(last);
      else {
        if (!isOptional(quantifier)) known.add(last);
        known.end();
      }
    }
    known.end();
    return known.lists;
  }
}

function isOptional(quantifier: RegExpExecArray | null): boolean {
  if (quantifier === null) return false;
  const least = quantifier[1];
  return least === undefined ? !quantifier[0].startsWith("+") : least === "0";
}
