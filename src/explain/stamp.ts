/**
 * A time of day, with what stands around it, at the start of a line. Quantifiers are bounded: lines may be hostile.
 */
const STAMPS: readonly RegExp[] = [
  /^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,:]\d{1,9})?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?\]?(?: [-|])?:?(?: |$)/,
  /^\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: [AP]M)?(?: [A-Z][a-z]{2})?\]?:?(?: |$)/,
  /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})? [\w.-]{1,80} [\w./@-]{1,80}(?:\[\d{1,10}\])?: ?/,
  /^\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})? \d{4}\] /,
  /^time="?\d{4}-\d\d-\d\d[T ][^\s"]{5,40}"? /,
  /^\d{10}(?:\.\d{1,9})? /,
];
const STARTS_STAMP = /^[[\dJFMASOND]|^time=/;

/**
 * Length of the time stamp that a line begins with, the space after it included.
 *
 * @param text - a line
 * @returns 0 where there is none
 * @internal
 */
export function stampLength(text: string): number {
  if (!STARTS_STAMP.test(text)) return 0;
  for (const pattern of STAMPS) {
    const match = pattern.exec(text);
    if (match !== null) return match[0].length;
  }
  return 0;
}
