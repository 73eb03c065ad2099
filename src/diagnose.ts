import { failureLibrary } from "./failure/load.js";
import { recallEvidence } from "./failure/memory.js";
import type { Diagnosis } from "./failure/types.js";

/**
 * Answers why there was no token, who can fix it, and how.
 *
 * @param input - an error, any other thrown value, or pasted text (a log line, a stack, JSON) of any Azure SDK. For an
 * error that passed through a DiagnosticCredential, all that was seen of its acquisition counts too.
 * @returns a diagnosis of kind `unknown` where nothing known matches, `not_authentication` where the input is about
 * something else. Never throws.
 * @example
 * ```ts
 * const { kind, owner, summary, remedies } = diagnose(error);
 * ```
 * @public
 * @since 0.1.0
 */
export function diagnose(input: unknown): Diagnosis {
  const library = failureLibrary();
  const evidence = recallEvidence(input);
  return evidence === undefined ? library.diagnose(input) : library.diagnoseAcquisition(input, evidence);
}
