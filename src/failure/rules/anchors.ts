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
  const words: string[] = [];
  for (const alternative of split(source)) {
    const best = bestOf(candidatesOf(alternative));
    if (best === undefined) return undefined;
    words.push(...best);
  }
  return words;
}

/** Shorter words are in every text. */
const MIN_LENGTH = 4;

/** In how many ways a word may be written. */
const MAX_RUNS = 4;

/** The candidate whose shortest word is longest. */
function bestOf(candidates: readonly (readonly string[])[]): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  let length = MIN_LENGTH - 1;
  for (const words of candidates) {
    const shortest = Math.min(...words.map((word) => word.length));
    if (shortest > length) {
      best = words;
      length = shortest;
    }
  }
  return best;
}

/** Position after the group or class that begins at `start`. */
function skip(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const char = source[at];
    if (char === "\\") at++;
    else if (char === "[") {
      at++;
      while (at < source.length && source[at] !== "]") at += source[at] === "\\" ? 2 : 1;
      if (depth === 0) return at + 1;
    } else if (char === "(") depth++;
    else if (char === ")" && --depth === 0) return at + 1;
  }
  return source.length;
}

/** The alternatives of the outermost level. */
function split(source: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < source.length; ) {
    const char = source[at];
    if (char === "\\") at += 2;
    else if (char === "(" || char === "[") at = skip(source, at);
    else if (char === "|") {
      parts.push(source.slice(from, at));
      from = ++at;
    } else at++;
  }
  parts.push(source.slice(from));
  return parts;
}

const QUANTIFIER = /(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/y;

/** What says how often the part before it is repeated. */
function quantifierAt(source: string, at: number): RegExpExecArray | null {
  const char = source[at];
  if (char !== "{" && char !== "?" && char !== "*" && char !== "+") return null;
  QUANTIFIER.lastIndex = at;
  return QUANTIFIER.exec(source);
}

const CLASS_ESCAPE = /[dDwWsSpPbB]/;

/** What must stand in a text for an alternative to match: each entry is a list of which one word must be there. */
function candidatesOf(alternative: string): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  // What was written in a row: once, or in several ways where a character may be left out.
  let runs: readonly string[] = [""];
  const end = (): void => {
    // One that holds another says no more than that.
    const least = runs.length < 2 ? runs : runs.filter((run) => !runs.some((own) => own !== run && run.includes(own)));
    if (!least.includes("")) found.push(least);
    runs = [""];
  };
  const add = (literal: string): void => {
    runs = runs.map((run) => run + literal);
  };
  for (let at = 0; at < alternative.length; ) {
    const char = alternative[at] as string;
    let next = at + 1;
    let literal: string | undefined = char;
    let group: string | undefined;
    if (char === "\\") {
      next = at + 2;
      const escaped = alternative[at + 1] ?? "";
      if (/[bB]/.test(escaped)) {
        at = next;
        continue;
      }
      literal = CLASS_ESCAPE.test(escaped) ? undefined : escaped;
    } else if (char === "[" || char === ".") {
      next = char === "[" ? skip(alternative, at) : next;
      literal = undefined;
    } else if (char === "(") {
      next = skip(alternative, at);
      literal = undefined;
      group = alternative.slice(at + 1, next - 1);
    } else if (char === "^" || char === "$") {
      at = next;
      continue;
    }
    const quantifier = quantifierAt(alternative, next);
    const optional =
      quantifier !== null && (quantifier[1] === undefined ? quantifier[0][0] !== "+" : quantifier[1] === "0");
    if (literal !== undefined && quantifier === null) add(literal);
    else if (literal !== undefined && quantifier?.[0] === "?" && runs.length < MAX_RUNS) {
      runs = [...runs, ...runs.map((run) => run + literal)];
    } else {
      if (literal !== undefined && !optional) add(literal);
      end();
      // Look-around says nothing about what the match itself holds.
      if (group !== undefined && !optional && !/^\?(?:[=!]|<[=!])/.test(group)) {
        const words = anchorsOf(group.replace(/^\?:/, ""));
        if (words !== undefined) found.push(words);
      }
    }
    at = next + (quantifier?.[0].length ?? 0);
  }
  end();
  return found;
}
