import type { Recorder } from "./recorder.js";

/**
 * Value of {@link CredentialDeadlineError.code}.
 *
 * @public
 * @since 0.1.0
 */
export const DEADLINE_EXCEEDED = "ERR_CREDENTIAL_DEADLINE";

/**
 * The wrapped credential had neither a token nor an error when the deadline ran out. What was being waited for is in the
 * message. Its name is none that a chain skips.
 *
 * @public
 * @since 0.1.0
 */
export class CredentialDeadlineError extends Error {
  override readonly name = "CredentialDeadlineError";
  /** Always {@link DEADLINE_EXCEEDED}. */
  readonly code: typeof DEADLINE_EXCEEDED = DEADLINE_EXCEEDED;
  /** The deadline, in ms. */
  readonly deadlineMs: number;
  /** What was being waited for, e.g. `ManagedIdentityCredential, GET 169.254.169.254:80`; undefined if nothing was seen. */
  readonly waitingFor: string | undefined;

  constructor(deadlineMs: number, waitingFor: string | undefined) {
    const what = waitingFor === undefined ? "" : `; it was waiting for ${waitingFor}`;
    super(`No token came within ${deadlineMs} ms${what}.`);
    this.deadlineMs = deadlineMs;
    this.waitingFor = waitingFor;
  }
}

/** What an acquisition is waiting for now: the member of the chain, and the exchange or the process. */
export function waitingFor(recorder: Recorder): string | undefined {
  const attempt = recorder.attempts?.findLast(({ result }) => result === undefined);
  const inner = attempt && waitingFor(attempt.recorder);
  if (inner !== undefined) return `${attempt?.type}, ${inner}`;
  const exchange = recorder.exchanges().findLast(({ pending }) => pending === true);
  const process = recorder
    .processes()
    .findLast(({ exitCode, signal }) => exitCode === undefined && signal === undefined);
  const what =
    exchange !== undefined
      ? `${exchange.method} ${exchange.host}:${exchange.port}`
      : process && `the process ${process.file}`;
  return attempt === undefined ? what : (what ?? attempt.type);
}

/** One wait that is going on. Times are `performance.now()`, in ms. */
interface Wait {
  readonly endsAt: number;
  readonly over: () => void;
}

/**
 * Bounds waits of the same length with one timer for all of them, since a timer for each would cost a cached token more
 * than all the rest of its trace. The timer does not keep the process alive.
 */
export class Deadline {
  /** In ms. */
  readonly ms: number;
  private readonly _waits = new Set<Wait>();
  private _armed = false;

  constructor(ms: number) {
    this.ms = ms;
  }

  /**
   * Rejects when the time is over, also where what is waited for heeds no AbortSignal. What comes later is dropped: a late
   * token is unused, a late error is not unhandled.
   *
   * @param late - makes the error
   */
  bound<T>(wait: Promise<T>, late: () => Error): Promise<T> {
    return new Promise((resolve, reject) => {
      const entry: Wait = { endsAt: performance.now() + this.ms, over: () => reject(late()) };
      this._waits.add(entry);
      if (!this._armed) this._arm(this.ms);
      wait.then(
        (value) => {
          this._waits.delete(entry);
          resolve(value);
        },
        (error: unknown) => {
          this._waits.delete(entry);
          reject(error);
        },
      );
    });
  }

  private _arm(ms: number): void {
    this._armed = true;
    setTimeout(() => this._check(), Math.max(1, Math.ceil(ms))).unref();
  }

  /** The oldest wait is the first of the set. */
  private _check(): void {
    this._armed = false;
    const now = performance.now();
    for (const wait of this._waits) {
      if (wait.endsAt > now) {
        this._arm(wait.endsAt - now);
        return;
      }
      this._waits.delete(wait);
      wait.over();
    }
  }
}
