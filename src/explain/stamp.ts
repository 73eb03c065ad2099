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

/** A date, where there is one, and a time of day. */
const TIME = /(?:(\d{4})[-/](\d\d)[-/](\d\d)[T ])?(\d\d):(\d\d):(\d\d)/;

/**
 * The time stamp that a line begins with.
 *
 * @internal
 */
export interface Stamp {
  /** The space after it included. */
  readonly length: number;
  /** Only to be held against other stamps of the same log, in milliseconds: many have no date. */
  readonly time?: number;
}

/**
 * Reads the time stamp that a line begins with.
 *
 * @param text - a line
 * @internal
 */
export function readStamp(text: string): Stamp | undefined {
  if (!STARTS_STAMP.test(text)) return undefined;
  for (const pattern of STAMPS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [stamp] = match;
    const time = timeOf(stamp);
    return { length: stamp.length, ...(time === undefined ? {} : { time }) };
  }
  return undefined;
}

/**
 * What a time stamp says.
 *
 * @param stamp - a time of day, maybe after a date
 * @returns milliseconds, only to be held against other stamps of the same log
 * @internal
 */
export function timeOf(stamp: string): number | undefined {
  const found = TIME.exec(stamp);
  if (found === null) return undefined;
  const [year = 1970, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  return Date.UTC(year, month - 1, day, hours, minutes, seconds);
}
