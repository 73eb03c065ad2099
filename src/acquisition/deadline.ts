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

/**
 * Bounds a wait, also where what is waited for heeds no AbortSignal. What comes later is dropped: a late token is unused, a
 * late error is not unhandled. The timer does not keep the process alive.
 *
 * @param ms - milliseconds
 * @param late - makes the error when the time is over
 */
export function withDeadline<T>(wait: Promise<T>, ms: number, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), ms);
    timer.unref();
    wait.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
