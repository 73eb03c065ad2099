import type { AccessToken } from "@azure/core-auth";
import { failureLibrary } from "../failure/load.js";
import type { AcquisitionEvidence, AttemptDiagnosis, AttemptEvidence } from "../failure/types.js";
import type { Attempt } from "./chain.js";
import type { TokenSource } from "./record.js";
import type { Recorder } from "./recorder.js";

/** What a token says of itself, in seconds; never the token. */
export interface TokenFacts {
  readonly expiresIn: number | undefined;
  readonly refreshIn: number | undefined;
}

const secondsUntil = (timestamp: unknown, now: number): number | undefined =>
  typeof timestamp === "number" && Number.isFinite(timestamp) ? Math.round((timestamp - now) / 1000) : undefined;

/** Reads the life time off a token; a token without expiry, or of another shape, has none. */
export function tokenFacts(token: AccessToken): TokenFacts {
  try {
    const now = Date.now();
    return {
      expiresIn: secondsUntil(token.expiresOnTimestamp, now),
      refreshIn: secondsUntil(token.refreshAfterTimestamp, now),
    };
  } catch {
    return { expiresIn: undefined, refreshIn: undefined };
  }
}

/** The member that gave the token, the innermost one of chains inside chains. */
export function winner(recorder: Recorder): Attempt | undefined {
  const attempt = recorder.attempts?.findLast(({ result }) => result === "token");
  return attempt === undefined ? undefined : (winner(attempt.recorder) ?? attempt);
}

/** Class name of the member that gave the token; undefined for a credential that is no chain. */
export function selectedMember(recorder: Recorder): string | undefined {
  return winner(recorder)?.type;
}

/** Where the token of a successful acquisition or attempt came from. */
export function tokenSource(recorder: Recorder): TokenSource {
  const from = winner(recorder)?.recorder ?? recorder;
  if (from.processCount > 0) return "process";
  if (from.tokenExchanges > 0) return "network";
  return from.coalesced ? "coalesced" : "cache";
}

/** Members of a chain that were not reached. */
export function membersNotTried(recorder: Recorder, chain: readonly string[]): readonly string[] {
  const last = recorder.attempts?.at(-1);
  return last === undefined ? chain : chain.slice(last.index + 1);
}

/** The evidence of attempts; when `gotToken`, those without one were skipped on the way to it. */
export function attemptEvidence(recorder: Recorder, gotToken: boolean): AttemptEvidence[] {
  return (recorder.attempts ?? []).map((attempt) => {
    // One without a result was still being waited for when the call ended.
    const failed = !gotToken && attempt.result !== "nothing";
    return {
      credentialType: attempt.type,
      index: attempt.index,
      outcome: attempt.result === "token" ? "succeeded" : failed ? "failed" : "skipped",
      ...(attempt.result === "error" && { error: attempt.error }),
      ...(attempt.silentReason !== undefined && { silentReason: attempt.silentReason }),
      ...(attempt.endedAt !== undefined && { durationMs: attempt.endedAt - attempt.recorder.startedAt }),
      exchanges: attempt.recorder.exchanges(),
      processes: attempt.recorder.processes(),
      attempts: attemptEvidence(attempt.recorder, gotToken),
    };
  });
}

/** What became of the attempts of an acquisition that got its token, with the reason of each that was skipped. */
export function describeAttempts(attempts: readonly AttemptEvidence[]): AttemptDiagnosis[] {
  return attempts.map((attempt) => ({
    credentialType: attempt.credentialType,
    index: attempt.index,
    outcome: attempt.outcome,
    ...(attempt.durationMs !== undefined && { durationMs: attempt.durationMs }),
    decisive: false,
    ...(attempt.outcome !== "succeeded" && { finding: failureLibrary().diagnoseAttempt(attempt) }),
    attempts: describeAttempts(attempt.attempts),
  }));
}

/** All evidence of an acquisition that got no token. */
export function acquisitionEvidence(
  credentialType: string,
  recorder: Recorder,
  callerAborted: boolean,
): AcquisitionEvidence {
  return {
    credentialType,
    callerAborted,
    attempts: attemptEvidence(recorder, false),
    exchanges: recorder.exchanges(),
    processes: recorder.processes(),
  };
}
