import { failureLibrary } from "./failure/load.js";
import { recallEvidence } from "./failure/memory.js";
import type { AcquisitionEvidence, Diagnosis } from "./failure/types.js";
import { CredentialNotReadyError } from "./readyError.js";

/** `ready()` has diagnosed what its error is about. */
function recall(value: unknown): AcquisitionEvidence | Diagnosis | undefined {
  try {
    return value instanceof CredentialNotReadyError ? value.diagnosis : recallEvidence(value);
  } catch {
    // A proxy that does not tell what it is.
    return undefined;
  }
}

/**
 * Answers why there was no token, who can fix it, and how.
 *
 * @param input - an error, any other thrown value, or pasted text (a log line, a stack, JSON) of any Azure SDK. For an
 * error that passed through a DiagnosticCredential, all that was seen of its acquisition counts too, also where another
 * error is wrapped around it.
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
  return failureLibrary().diagnose(input, recall);
}
