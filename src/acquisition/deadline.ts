import { AsyncLocalStorage } from "node:async_hooks";
import type { Recorder } from "./recorder.js";

/** Runs a function in no caller's asynchronous context: a timer for all of them must not keep what belongs to one. */
const outside = AsyncLocalStorage.snapshot();

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

/** One wait that is going on, linked into the list of all of them. */
export interface Wait {
  /** `performance.now()`, in ms. */
  endsAt: number;
  previous: Wait | undefined;
  next: Wait | undefined;
  /** The time is over. */
  expire(): void;
}

/**
 * Bounds waits of the same length with one timer for all of them, since a timer for each would cost a cached token more
 * than all the rest of its trace. The timer does not keep the process alive.
 */
export class Deadline {
  /** In ms. */
  readonly ms: number;
  // Linked by hand and not a Set: this is on the path of every cached token.
  private _first: Wait | undefined;
  private _last: Wait | undefined;
  private _armed = false;

  constructor(ms: number) {
    this.ms = ms;
  }

  /** @param startedAt - `performance.now()` at the start of the wait, in ms */
  add(wait: Wait, startedAt: number): void {
    wait.endsAt = startedAt + this.ms;
    wait.previous = this._last;
    if (this._last === undefined) this._first = wait;
    else this._last.next = wait;
    this._last = wait;
    if (!this._armed) this._arm(this.ms);
  }

  /** Harmless for a wait that is not there, or no longer. */
  remove(wait: Wait): void {
    const { previous, next } = wait;
    if (previous === undefined && this._first !== wait) return;
    if (previous === undefined) this._first = next;
    else previous.next = next;
    if (next === undefined) this._last = previous;
    else next.previous = previous;
    wait.previous = wait.next = undefined;
  }

  /** Rejects when the time is over, also where what is waited for heeds no AbortSignal. What comes later is dropped. */
  bound<T>(wait: Promise<T>, late: () => Error): Promise<T> {
    return new Promise((resolve, reject) => {
      const entry: Wait = { endsAt: 0, previous: undefined, next: undefined, expire: () => reject(late()) };
      this.add(entry, performance.now());
      wait.then(resolve, reject).finally(() => this.remove(entry));
    });
  }

  private _arm(ms: number): void {
    this._armed = true;
    outside(() => setTimeout(() => this._check(), Math.max(1, Math.ceil(ms))).unref());
  }

  /** The oldest wait is the first. */
  private _check(): void {
    const now = performance.now();
    try {
      for (let wait = this._first; wait !== undefined && wait.endsAt <= now; wait = this._first) {
        this.remove(wait);
        wait.expire();
      }
    } finally {
      // Only now, since whoever is told may add a wait at once.
      this._armed = false;
      if (this._first !== undefined) this._arm(this._first.endsAt - performance.now());
    }
  }
}
