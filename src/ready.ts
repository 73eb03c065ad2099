import type { GetTokenOptions, TokenCredential } from "@azure/core-auth";
import { AbortError, type AbortSignalLike, hasFired, onAbort, reasonOf } from "./acquisition/abort.js";
import { CredentialDeadlineError } from "./acquisition/deadline.js";
import { diagnose } from "./diagnose.js";
import type { FailureKind } from "./failure/kinds.js";
import { failureLibrary } from "./failure/load.js";
import { recallEvidence, rememberEvidence } from "./failure/memory.js";
import type { Diagnosis } from "./failure/types.js";
import { logReady } from "./log.js";
import { violationsIn } from "./policyGate.js";
import { CredentialNotReadyError } from "./readyError.js";
import type { ReadySpan } from "./telemetry/ready.js";

/** Longer than the SDK's own longest retries, as the deadline of the production policy. In ms. */
export const DEFAULT_READY_TIMEOUT_MS = 120_000;
/** Jitter may come out as nothing, and what has just failed fails again. */
const LEAST_DELAY_MS = 100;
const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;
/** A try that was cut off sooner says nothing; that of before says more. In ms. */
const FAIR_CHANCE_MS = 1000;

/**
 * No retry helps against these in a running service, but where one starts the cause may still be on its way: a role or an
 * identity that was assigned a moment ago, a new application or federated credential that the directory has not copied
 * everywhere (https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations#errors), a token
 * file that is not mounted yet.
 */
const ON_ITS_WAY: ReadonlySet<FailureKind> = new Set<FailureKind>([
  "managed_identity_not_assigned",
  "federated_credential_mismatch",
  "application_not_found",
  "credential_file_unreadable",
]);

export interface Readiness {
  readonly credential: TokenCredential;
  readonly type: string;
  /** What the credential is called in the log. */
  readonly shown: string;
  readonly scopes: string | string[];
  readonly timeoutMs: number;
  readonly signal: AbortSignalLike | undefined;
  readonly span: ReadySpan;
}

interface Failure {
  readonly error: unknown;
  readonly diagnosis: Diagnosis;
  /** The time was over before the credential had answered. */
  readonly cutOff: boolean;
}

function retryAfterMs({ http, exchanges }: Diagnosis): number {
  const seconds = http?.retryAfterSeconds ?? exchanges.at(-1)?.retryAfterSeconds ?? 0;
  return 1000 * seconds;
}

/** Exponential with full jitter, so that a fleet that starts at once does not ask at once again and again. */
function delayMs(tries: number, diagnosis: Diagnosis): number {
  const backoff = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (tries - 1));
  return Math.round(retryAfterMs(diagnosis) + Math.max(LEAST_DELAY_MS, Math.random() * backoff));
}

/** One try, which ends when the time is over also where the credential does not. */
async function tryOnce(readiness: Readiness, leftMs: number): Promise<Failure | undefined> {
  const { credential, type, scopes, signal, span } = readiness;
  const controller = new AbortController();
  const unlisten = signal && onAbort(signal, () => controller.abort(reasonOf(signal)));
  const timer = setTimeout(() => controller.abort(), leftMs);
  const options: GetTokenOptions = { abortSignal: controller.signal, ...span.options() };
  try {
    const token = await credential.getToken(scopes, options);
    if (token !== null && token !== undefined) return undefined;
    const evidence = { credentialType: type, attempts: [], exchanges: [], processes: [] };
    return { error: undefined, diagnosis: failureLibrary().diagnoseNothing(evidence, undefined), cutOff: false };
  } catch (error) {
    if (violationsIn(error) !== undefined) throw error;
    if (hasFired(signal)) throw error instanceof AbortError ? error : new AbortError(undefined, reasonOf(signal));
    // What the credential has said at the last moment says more than that the time is over.
    const cutOff = controller.signal.aborted && error instanceof AbortError;
    if (!cutOff) return { error, diagnosis: diagnose(error), cutOff };
    const late = new CredentialDeadlineError(Math.round(leftMs), error.waitingFor);
    const evidence = recallEvidence(error);
    if (evidence !== undefined) rememberEvidence(late, { ...evidence, callerAborted: false });
    return { error: late, diagnosis: diagnose(late), cutOff };
  } finally {
    clearTimeout(timer);
    unlisten?.();
  }
}

/** Sleeps, and wakes with an AbortError when the caller has gone. */
async function pause(ms: number, signal: AbortSignalLike | undefined): Promise<void> {
  let wake = (): void => {};
  const timer = setTimeout(() => wake(), ms);
  const unlisten = signal && onAbort(signal, () => wake());
  // It may have fired while others were told of the last try.
  if (!hasFired(signal)) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  clearTimeout(timer);
  unlisten?.();
  if (hasFired(signal)) throw new AbortError(undefined, reasonOf(signal));
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Tries until there is a token, the failure is one that no waiting mends, or the time is over. */
export async function becomeReady(readiness: Readiness): Promise<void> {
  const { timeoutMs, signal, span, shown } = readiness;
  const startedAt = performance.now();
  let before: Failure | undefined;
  let isLast = false;
  for (let tries = 1; ; tries++) {
    if (hasFired(signal)) throw new AbortError(undefined, reasonOf(signal));
    const leftMs = Math.max(1, timeoutMs - (performance.now() - startedAt));
    const last = await tryOnce(readiness, leftMs);
    const elapsedMs = performance.now() - startedAt;
    const failure = last?.cutOff === true && leftMs < FAIR_CHANCE_MS ? { ...(before ?? last), cutOff: true } : last;
    before = failure;
    if (failure === undefined) {
      span.tries(tries);
      logReady(shown, "info", `ready after ${tries === 1 ? "1 try" : `${tries} tries`}, ${seconds(elapsedMs)}.`);
      return;
    }
    const { diagnosis, error, cutOff } = failure;
    const mends = diagnosis.retryable || ON_ITS_WAY.has(diagnosis.kind);
    const room = isLast || cutOff ? 0 : timeoutMs - elapsedMs;
    let delay = delayMs(tries, diagnosis);
    if (delay >= room) {
      // No time for all of it: one more try, halfway to the end, unless the endpoint wants to be left alone for longer.
      isLast = true;
      // Where nothing was sent, nobody is left alone by waiting.
      const asked = diagnosis.exchanges.length > 0 || diagnosis.http === undefined;
      delay = Math.max(asked ? retryAfterMs(diagnosis) : 0, Math.round(room / 2));
    }
    const again = mends && delay < room;
    span.tried(tries, diagnosis, again ? delay : undefined);
    const next = again ? `next try in ${seconds(delay)}` : "not tried again";
    logReady(shown, "warning", `try ${tries} failed: ${diagnosis.summary} (${diagnosis.kind}); ${next}.`);
    if (!again) {
      span.tries(tries);
      const gaveUp = mends ? "timeout" : "permanent";
      throw new CredentialNotReadyError({ diagnosis, tries, elapsedMs: Math.round(elapsedMs), gaveUp, cause: error });
    }
    await pause(delay, signal);
  }
}
