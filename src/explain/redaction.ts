import type { Diagnosis } from "../failure/types.js";
import { redactText } from "../telemetry/redact.js";
import { hideSecrets } from "./secrets/hideSecrets.js";
import { withoutColours } from "./terminal.js";

const MAX_QUOTE = 240;

/**
 * A line of the input that may be shown: printable, without secrets, short.
 *
 * @param line - a line without its log prefixes
 * @internal
 */
export function quote(line: string): string {
  const printable = withoutColours(line.slice(0, 4_000))
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\uFFFD]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const shown = hideSecrets(printable);
  return shown.length <= MAX_QUOTE ? shown : `${shown.slice(0, MAX_QUOTE - 1).trimEnd()}…`;
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
