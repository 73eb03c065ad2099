/**
 * A part of a text.
 *
 * @internal
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const CLOSERS: Readonly<Record<string, string>> = { '"': '"', "'": "'", "`": "`", "“": "”", "‘": "’", "«": "»" };
/** In an assignment a value ends where the next one may begin. */
const ASSIGNED = /(?:[^\s,;&"'<>)}\]]|,(?![\s"'{]|[\w.-]{1,60}[=:])){1,4000}/y;
/** In a sentence it ends with the word. */
const SPOKEN = /[^\s"'<>]{1,4000}/y;
/** In what was encoded for a URL it ends with the parameter. */
const ENCODED = /(?:(?!%(?:25)?(?:26|22|2C|7D)|[\s&"'<>]).){1,4000}/iy;
const TRAILING = /[.,:;!?)\]}]+$/;

export type Style = "assigned" | "spoken" | "encoded";

const STYLES: Readonly<Record<Style, RegExp>> = { assigned: ASSIGNED, spoken: SPOKEN, encoded: ENCODED };

/**
 * Where the value that begins at a place ends. One in quotes that the end cuts off goes to the end of its line.
 *
 * @param text - the text
 * @param at - where the value or its quote begins
 * @param style - what ends it where no quote does
 * @returns the value without its quotes; nothing where there is none
 * @internal
 */
export function valueAt(text: string, at: number, style: Style): Span | undefined {
  const closer = CLOSERS[text[at] ?? ""];
  if (closer !== undefined) {
    const lineEnd = text.indexOf("\n", at);
    const close = text.indexOf(closer, at + 1);
    const limit = lineEnd < 0 ? text.length : lineEnd;
    const end = close < 0 || close > limit ? limit : close;
    return end > at + 1 ? { start: at + 1, end } : undefined;
  }
  const pattern = STYLES[style];
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0];
  if (found === undefined) return undefined;
  const value = style === "spoken" ? found.replace(TRAILING, "") : found;
  return value === "" ? undefined : { start: at, end: at + value.length };
}
