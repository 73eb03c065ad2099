import type { AcquisitionEvidence, AttemptEvidence, Exchange, HeldBack } from "../failure/types.js";

/**
 * How long MSAL sends nothing after an answer that does not say how long, and at most, in seconds.
 *
 * @see https://github.com/AzureAD/microsoft-authentication-library-for-js/blob/dev/lib/msal-common/src/network/ThrottlingUtils.ts
 */
const DEFAULT_SECONDS = 60;
const MAX_SECONDS = 3600;

/** The answers of which MSAL takes note. */
function isThrottling({ method, path, status = 0, retryAfterSeconds }: Exchange): boolean {
  if (method !== "POST" || !path.endsWith("/token")) return false;
  return status === 429 || status >= 500 || (status >= 400 && retryAfterSeconds !== undefined);
}

function endOf({ startTime, durationMs, retryAfterSeconds = 0 }: Exchange): number {
  const seconds = retryAfterSeconds > 0 ? retryAfterSeconds : DEFAULT_SECONDS;
  return startTime + durationMs + 1000 * Math.min(seconds, MAX_SECONDS);
}

/** The answers after which MSAL sends nothing for a while, of one credential and the members of its chain. */
export class HeldBackWatch {
  private readonly _answers = new Map<string, Exchange>();

  /** The evidence of a failure, with the answer that holds its requests back where none was sent. */
  complete(evidence: AcquisitionEvidence, now: number): AcquisitionEvidence {
    const heldBack = this._seen("", evidence.exchanges, now);
    const attempts = this._attempts("", evidence.attempts, now);
    return { ...evidence, attempts, ...(heldBack === undefined ? {} : { heldBack }) };
  }

  private _attempts(path: string, attempts: readonly AttemptEvidence[], now: number): readonly AttemptEvidence[] {
    return attempts.map((attempt) => {
      const own = `${path}/${attempt.index}`;
      const heldBack = this._seen(own, attempt.exchanges, now);
      const inner = this._attempts(own, attempt.attempts, now);
      return { ...attempt, attempts: inner, ...(heldBack === undefined ? {} : { heldBack }) };
    });
  }

  private _seen(path: string, exchanges: readonly Exchange[], now: number): HeldBack | undefined {
    const answer = exchanges.findLast(isThrottling);
    if (answer !== undefined) this._answers.set(path, answer);
    if (exchanges.length > 0) return undefined;
    const before = this._answers.get(path);
    if (before?.status === undefined) return undefined;
    const seconds = Math.ceil((endOf(before) - now) / 1000);
    if (seconds <= 0) {
      this._answers.delete(path);
      return undefined;
    }
    const { method, host, port, status } = before;
    return { method, host, port, status, seconds };
  }
}
