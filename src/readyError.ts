import type { Diagnosis } from "./failure/types.js";

/**
 * Value of {@link CredentialNotReadyError.code}.
 *
 * @public
 * @since 0.1.0
 */
export const CREDENTIAL_NOT_READY = "ERR_CREDENTIAL_NOT_READY";

/**
 * `ready()` has given up: the time is over, or the last failure is one that no waiting mends.
 *
 * @public
 * @since 0.1.0
 */
export class CredentialNotReadyError extends Error {
  override readonly name = "CredentialNotReadyError";
  /** Always {@link CREDENTIAL_NOT_READY}. */
  readonly code: typeof CREDENTIAL_NOT_READY = CREDENTIAL_NOT_READY;
  /** Why the last try gave no token. `cause` is what it threw. */
  readonly diagnosis: Diagnosis;
  readonly tries: number;
  /** How long was waited altogether, in ms. */
  readonly elapsedMs: number;
  /** `permanent`: somebody must act first. `timeout`: the time was over, or would have been before the next try. */
  readonly gaveUp: "permanent" | "timeout";

  constructor(facts: Pick<CredentialNotReadyError, "diagnosis" | "tries" | "elapsedMs" | "gaveUp" | "cause">) {
    const { diagnosis, tries, elapsedMs, gaveUp, cause } = facts;
    const { summary, kind, remedies } = diagnosis;
    const count = tries === 1 ? "1 try" : `${tries} tries`;
    const remedy = remedies[0] === undefined ? "" : ` ${remedies[0].action}`;
    super(
      `No token after ${count} in ${(elapsedMs / 1000).toFixed(1)} s: ${summary} (${kind})${remedy}`,
      cause === undefined ? undefined : { cause },
    );
    this.diagnosis = diagnosis;
    this.tries = tries;
    this.elapsedMs = elapsedMs;
    this.gaveUp = gaveUp;
  }
}
