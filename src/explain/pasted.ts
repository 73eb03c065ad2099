import { diagnose } from "../failure/diagnose.js";
import type { FailureKind } from "../failure/kinds.js";
import type { Diagnosis } from "../failure/types.js";
import { deciding } from "./deciding.js";
import { safeDiagnosis } from "./redaction.js";
import { isFailure } from "./relevance.js";
import type { ExplainedFailure, Explanation } from "./types.js";

/**
 * Up to here an input may be one message that somebody pasted, over as many lines as it has. In characters.
 *
 * @internal
 */
export const MAX_PASTED = 32_768;
/** With more reports that look like a log's, it is one. */
const MAX_HEADED = 3;

/** The reports of an input: how many look like those of a log, and how many are about something else. */
interface Reports {
  readonly headed: number;
  readonly passedOver: number;
}

/**
 * One text that a person chose: what is about authentication counts, known or not.
 *
 * @internal
 */
export function explainWhole(text: string): ExplainedFailure | undefined {
  const diagnosis = safeDiagnosis(diagnose(text));
  if (diagnosis.kind === "not_authentication") return undefined;
  return { count: 1, firstLine: deciding(text, diagnosis), diagnosis };
}

/** Whether what was found cannot be one failure: Entra ID gave several numbers, or several hosts did not answer. */
function areSeveral(failures: readonly ExplainedFailure[]): boolean {
  const codes = new Set(failures.flatMap(({ diagnosis }) => diagnosis.entra?.codes.join() || []));
  const hosts = new Set(failures.flatMap(({ diagnosis }) => diagnosis.network?.host ?? []));
  return codes.size > 1 || hosts.size > 1;
}

/** Whether all that was found are members of one chain. */
function isChainOf({ attempts }: Diagnosis, kinds: ReadonlySet<FailureKind>): boolean {
  const tried = new Set(attempts.map(({ finding }) => finding?.kind));
  return attempts.length > 1 && [...kinds].every((kind) => kind === "no_credential_available" || tried.has(kind));
}

/** Whether what was found line by line is better told as one. */
function isTorn(
  { failures }: Explanation,
  { diagnosis: whole }: ExplainedFailure,
  { headed, passedOver }: Reports,
): boolean {
  const { kind } = whole;
  const [only] = failures.length === 1 ? failures : [];
  // The whole of it may name more.
  if (only?.diagnosis.kind === kind) return headed === 0 && only.count === 1;
  if (kind === "unknown") return failures.length === 0;
  if (areSeveral(failures)) return false;
  const kinds = new Set(failures.map((failure) => failure.diagnosis.kind));
  kinds.delete("unknown");
  if (kinds.size <= 1) return kinds.size === 0 || headed <= MAX_HEADED;
  if (headed > 0) return false;
  return isChainOf(whole, kinds) || (kinds.size === 2 && passedOver === 0 && kinds.has(kind));
}

/**
 * A small input as the one message that it may be: broken by hand or by the width of a terminal, a message says what it
 * says over several lines, and in a log a person who asks has chosen what to ask about.
 *
 * @param explanation - what was found line by line
 * @param lines - of the input
 * @param reports - those of the input
 * @internal
 */
export function asOne(explanation: Explanation, lines: readonly string[], reports: Reports): Explanation {
  const { headed } = reports;
  const text = lines.join("\n");
  if (text.trim() === "") return explanation;
  const whole = explainWhole(text);
  if (whole === undefined) {
    // What is about something else may well mention authentication.
    const known = explanation.failures.filter(({ diagnosis }) => diagnosis.kind !== "unknown");
    return headed > MAX_HEADED ? explanation : { ...explanation, failures: known };
  }
  if (!isTorn(explanation, whole, reports)) return explanation;
  if (explanation.failures.length === 0 && headed > MAX_HEADED && !isFailure(text, "error", whole.diagnosis)) {
    return explanation;
  }
  const first = explanation.failures[0]?.lines?.first ?? 1;
  return { ...explanation, failures: [{ ...whole, lines: { first, last: first } }] };
}
