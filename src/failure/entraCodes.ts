import { aadstsEntry } from "./aadsts.js";
import type { FailureKind } from "./kinds.js";

/** Numbers that Entra ID puts beside a more telling one. */
const GENERIC_CODES: ReadonlySet<number> = new Set([50000, 50012, 70000, 70002, 70003, 75011, 90019]);
const GENERIC_KINDS: ReadonlySet<FailureKind> = new Set([
  "unknown",
  "malformed_request",
  "service_unavailable",
  "session_or_cookie",
]);

function weight(code: number): number {
  const entry = aadstsEntry(code);
  if (entry === undefined) return 0;
  if (GENERIC_CODES.has(code)) return 1;
  return GENERIC_KINDS.has(entry.kind) ? 2 : 3;
}

/**
 * AADSTS numbers with the one that explains most first: known before unknown, telling before general, longer (more
 * specific) before shorter, else in order of appearance.
 *
 * @param codes - numbers in order of appearance
 * @internal
 */
export function rankAadsts(codes: readonly number[]): number[] {
  if (codes.length < 2) return [...codes];
  return codes
    .map((code, index) => ({ code, index, weight: weight(code), length: String(code).length }))
    .sort((a, b) => b.weight - a.weight || b.length - a.length || a.index - b.index)
    .map(({ code }) => code);
}
