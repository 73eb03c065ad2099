import { kindOfName } from "./classify.js";
import type { Evidence } from "./evidence.js";
import { type FailureKind, KINDS } from "./kinds.js";
import { waysOf } from "./prefilter/requirement.js";
import { RULES } from "./rules/index.js";
import { WORDS } from "./rules/words.js";

/**
 * Whether a failure of this kind is a decision of the caller or of this library.
 *
 * @internal
 */
export function isCallers(kind: FailureKind): boolean {
  const { stage } = KINDS[kind];
  return stage === "caller" || stage === "policy";
}

/** The longest part that stands in the text as it does in the plain text. */
function solid(phrase: string): string {
  return phrase.split(/[\s'"]/).reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}

/** Parts of words of which one is in each text that says so. */
function readMarks(): RegExp {
  const phrases = RULES.filter(({ kind }) => isCallers(kind)).flatMap((rule) =>
    waysOf(rule).flatMap(([words]) => words ?? [""]),
  );
  const words = [...WORDS].filter(([, kind]) => isCallers(kind)).map(([word]) => word.toLowerCase());
  const marks = new Set([...phrases.map(solid), ...words]);
  return new RegExp([...marks].map((mark) => mark.replace(/\W/g, "\\$&")).join("|"));
}

let marks: RegExp | undefined;

/**
 * Whether an error may be about a decision of the caller or of this library. Asks much less than its verdict costs.
 *
 * @param evidence - what was read off the error
 * @returns false where the verdict is certainly another
 * @internal
 */
export function mayBeCallers(evidence: Evidence): boolean {
  if (kindOfName(evidence) !== undefined) return true;
  if (evidence.nodes.some(({ errorCode }) => errorCode !== undefined && WORDS.has(errorCode))) return true;
  marks ??= readMarks();
  return marks.test(evidence.text.toLowerCase());
}
