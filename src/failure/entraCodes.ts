import { aadstsEntry } from "./aadsts.js";
import type { FailureKind } from "./kinds.js";

/** Numbers that stand for any failure of a client to prove who it is: what stands beside them says more. */
const CLIENT_PROOF: ReadonlySet<number> = new Set([50012, 70002]);
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
  if (CLIENT_PROOF.has(code)) return 0.5;
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

const PROOF_SENTENCES: readonly (readonly [RegExp, FailureKind])[] = [
  [/client does not exist/, "application_not_found"],
  [/assertion is not within its valid time range|assertion (?:is|has) (?:already )?expired/, "assertion_expired"],
  [/assertion contains an invalid signature/, "certificate_not_registered"],
  [/assertion (?:audience|issuer|subject) claim/, "invalid_assertion"],
  [/client secret keys are expired/, "expired_client_secret"],
];

/**
 * What the sentence beside a number says, where the number stands for several failures.
 *
 * @param code - the number that explains most
 * @param plain - plain text
 * @returns `undefined` where the number says all
 * @internal
 */
export function kindOfSentence(code: number, plain: string): FailureKind | undefined {
  if (!CLIENT_PROOF.has(code)) return undefined;
  return PROOF_SENTENCES.find(([sentence]) => sentence.test(plain))?.[1];
}
