import type { Diagnosis } from "../failure/types.js";
import { redactText } from "../telemetry/redact.js";
import { hideSecrets } from "./secrets/hideSecrets.js";
import { withoutColours } from "./terminal.js";

const MAX_QUOTE = 240;

/**
 * A text in one line, with nothing that moves a cursor.
 *
 * @internal
 */
export function printable(text: string): string {
  return withoutColours(text)
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\uFFFD]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * What of a text fits into a few lines.
 *
 * @internal
 */
export function short(text: string): string {
  return text.length <= MAX_QUOTE ? text : `${text.slice(0, MAX_QUOTE - 1).trimEnd()}…`;
}

/**
 * A line of the input that may be shown: printable, without secrets, short.
 *
 * @param line - a line without its log prefixes
 * @internal
 */
export function quote(line: string): string {
  return short(hideSecrets(printable(line.slice(0, 4_000))));
}

/** Everything a diagnosis says, with what the evidence filled in checked once more: the evidence is somebody else's text. */
function checked(value: unknown): unknown {
  if (typeof value === "string") return redactText(value.replace(/\p{Cc}+/gu, " "), "plain");
  if (Array.isArray(value)) return value.map(checked);
  if (typeof value !== "object" || value === null) return value;
  // Pages are written in the rules, not filled in.
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, key === "url" ? field : checked(field)]));
}

/**
 * A diagnosis of text that is fit to be shown and stored.
 *
 * @internal
 */
export function safeDiagnosis(diagnosis: Diagnosis): Diagnosis {
  return checked(diagnosis) as Diagnosis;
}
