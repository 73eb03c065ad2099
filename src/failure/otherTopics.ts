import { anyOf } from "./anyOf.js";
import type { Evidence } from "./evidence.js";

/**
 * Failures of building or loading code, which may name an authentication library.
 *
 * @internal
 */
export const BUILD_ERROR = anyOf(
  /cannot find (?:module|package)/,
  /module_?not_?found/,
  /no module named/,
  /classnotfound/,
  /noclassdeffound/,
  /nosuchmethod/,
  /(?<!\b(?:is|was|be) )\bundefined: /,
  /error ts\d{4}/,
  /npm err/,
  /err_require_esm/,
  /require\(\) of es module/,
  /cannot use import statement/,
);

/**
 * Classes of errors that are mistakes in code.
 *
 * @internal
 */
export const CODE_ERRORS: ReadonlySet<string> = new Set([
  "TypeError",
  "ReferenceError",
  "RangeError",
  "SyntaxError",
  "EvalError",
  "AssertionError",
]);

/**
 * The same, where only text is to be had.
 *
 * @internal
 */
export const CODE_ERROR_TEXT = /^(?:Uncaught )?(?:TypeError|ReferenceError|RangeError|AssertionError): /;

/** What a log says of a step that went well, or of what it found. */
const WENT_WELL = anyOf(
  /=> (?:gettoken\(\) => )?(?:success|result for \w{1,60}: success)/,
  /=> found the following environment variables/,
  /\bsuccess(?:ful(?:ly)?)?\b/,
  /\bsucceeded\b/,
  /acquired (?:a |an |the )?(?:access )?token/,
  /token (?:was )?acquired/,
  /\bauthenticated (?:using|with|as)\b/,
);
const WENT_WRONG = anyOf(
  /fail/,
  /error/,
  /not success/,
  /n't success/,
  /except/,
  /unable/,
  /cannot/,
  /can't/,
  /could ?n[o']t/,
  /denied/,
  /unauthori[sz]ed/,
  /forbidden/,
  /invalid/,
  /unavailable/,
  /not found/,
  /missing/,
  /expired/,
  /timed? ?out/,
  /refused/,
  /reject/,
  /unsuccess/,
  /warn/,
  /\b[45]\d\d\b/,
  /does ?n[o']t/,
  /must /,
  /required/,
  /aadsts/,
);

/**
 * Whether a text only says that authentication went well.
 *
 * @internal
 */
export function isGoodNews({ plain }: Evidence): boolean {
  return WENT_WELL.test(plain) && !WENT_WRONG.test(plain);
}
