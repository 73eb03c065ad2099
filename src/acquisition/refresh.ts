/** A refresh that fails with less than this share of the token's life time left is warned of once more. */
const LATE = 0.1;

/** What a failure means for the token of before. */
export interface RefreshFailure {
  /** Failures in a row while that token works. */
  readonly failures: number;
  /** How long it works yet, in ms. */
  readonly remainingMs: number;
  /** Whether this is the moment to warn: at the first failure, and when the time runs out. */
  readonly warn: boolean;
}

/**
 * Sees refreshes that fail while the earlier token still works. Clients pass over such failures in silence and try again
 * every few seconds until the token has expired, when all requests fail at once:
 * https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/core/core-rest-pipeline/src/util/tokenCycler.ts
 */
export class RefreshWatch {
  /** When the newest token expires, in ms since the epoch. */
  private _validUntil = Number.NaN;
  private _obtainedAt = Number.NaN;
  private _failures = 0;
  private _warnedLate = false;

  /** A token has come. @param validUntil - its expiry as the credential said it, ms since the epoch */
  arrived(validUntil: unknown): void {
    if (validUntil === this._validUntil && this._failures === 0) return;
    this._failures = 0;
    this._warnedLate = false;
    if (validUntil === this._validUntil) return;
    this._validUntil = typeof validUntil === "number" ? validUntil : Number.NaN;
    this._obtainedAt = Date.now();
  }

  /** No token has come. Undefined if there is none of before that still works. */
  failed(): RefreshFailure | undefined {
    const remainingMs = this._validUntil - Date.now();
    if (!(remainingMs > 0)) return undefined;
    const late = remainingMs < LATE * (this._validUntil - this._obtainedAt);
    const warn = this._failures === 0 || (late && !this._warnedLate);
    this._failures++;
    this._warnedLate ||= late;
    return { failures: this._failures, remainingMs, warn };
  }
}
