import type { AcquisitionEvidence } from "./types.js";

const remembered = new WeakMap<object, AcquisitionEvidence>();

/**
 * Keeps the evidence of an acquisition with the error it ended in, without touching the error. Held weakly: it goes
 * when the error goes. A thrown primitive cannot carry evidence and is ignored.
 *
 * @param error - what was thrown
 * @param evidence - what was seen of the acquisition; replaces what was remembered before
 * @internal
 */
export function rememberEvidence(error: unknown, evidence: AcquisitionEvidence): void {
  if ((typeof error === "object" && error !== null) || typeof error === "function") remembered.set(error, evidence);
}

/**
 * The evidence of the acquisition that ended in this very error object, if it passed through a DiagnosticCredential.
 *
 * @param error - an error, or any other value
 * @internal
 */
export function recallEvidence(error: unknown): AcquisitionEvidence | undefined {
  return (typeof error === "object" && error !== null) || typeof error === "function"
    ? remembered.get(error)
    : undefined;
}
