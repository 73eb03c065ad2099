/**
 * Words of which at least one must stand in a text for a pattern to match, read off the pattern itself: with hundreds of
 * patterns, one pass over the text tells the few that are worth trying.
 *
 * Understands what rules are written in: literals, classes, groups, alternatives, bounded quantifiers, look-around.
 *
 * @param source - source of a regular expression
 * @returns `undefined` where some alternative has no word of four characters
 * @internal
 */
export function anchorsOf(source: string): readonly string[] | undefined {
  return new PatternReader(source).alternatives();
}

/** Shorter words are in every text. */
const MIN_LENGTH = 4;
/** In how many ways a word may be written. */
const MAX_RUNS = 4;
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
 * Length of the shortest of some words.
 *
 * @internal
 */
export function shortest(words: readonly string[]): number {
  let length = Number.POSITIVE_INFINITY;
  for (const word of words) if (word.length < length) length = word.length;
  return length;
}

/** What is known of the text that an alternative matches. */
class Alternative {
  /** The words of which one must be there whose shortest is longest. */
  best: readonly string[] | undefined;
  #length = MIN_LENGTH - 1;
  /** What was written in a row: once, or in several ways where a character may be left out. */
  #runs: readonly string[] = [""];

  /** Something that must come next. */
  add(literal: string): void {
    const runs = this.#runs;
    this.#runs = runs.length === 1 ? [runs[0] + literal] : runs.map((run) => run + literal);
  }

  /** One character that may come next. */
  addOptional(literal: string): void {
    if (this.#runs.length >= MAX_RUNS) this.end();
    else this.#runs = this.#runs.flatMap((run) => (run === "" ? [run] : [run, run + literal]));
  }

  /** Anything may come next. */
  end(): void {
    this.offer(this.#runs);
    this.#runs = [""];
  }

  offer(words: readonly string[]): void {
    const length = shortest(words);
    if (length <= this.#length) return;
    // One that holds another says no more than that.
    this.best =
      words.length < 2 ? words : words.filter((word) => !words.some((own) => own !== word && word.includes(own)));
    this.#length = length;
  }
}

class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** The words of all alternatives up to the end of the group or the pattern. */
  alternatives(): readonly string[] | undefined {
    const words: string[] = [];
    let open = false;
    for (;;) {
      const best = this.#alternative();
      if (best === undefined) open = true;
      else words.push(...best);
      if (this.#source[this.#at] !== "|") return open ? undefined : words;
      this.#at++;
    }
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

  #alternative(): readonly string[] | undefined {
    const from = this.#at;
    WORD.lastIndex = from;
    if (WORD.test(this.#source)) {
      this.#at = WORD.lastIndex;
      return this.#at - from < MIN_LENGTH ? undefined : [this.#source.slice(from, this.#at)];
    }
    const known = new Alternative();
    for (let piece = this.#take(PIECE); piece !== null; piece = this.#take(PIECE)) {
      const [whole, , escaped, group, around] = piece;
      let literal = piece[1];
      // Edges take no room.
      if (whole === "^" || whole === "$" || escaped === "b" || escaped === "B") continue;
      let words: readonly string[] | undefined;
      if (group !== undefined) {
        words = this.alternatives();
        this.#at++;
        // Look-around says nothing about what the match itself holds.
        if (around !== undefined) words = undefined;
      }
      // Of letters and digits, an escape makes classes and references.
      if (escaped !== undefined && !/\w/.test(escaped)) literal = escaped;
      const quantifier = this.#quantifier();
      if (literal === undefined) {
        known.end();
        if (words !== undefined && !isOptional(quantifier)) known.offer(words);
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
    return known.best;
  }
}

function isOptional(quantifier: RegExpExecArray | null): boolean {
  if (quantifier === null) return false;
  const least = quantifier[1];
  return least === undefined ? !quantifier[0].startsWith("+") : least === "0";
}
