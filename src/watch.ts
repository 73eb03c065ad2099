import type { AccessToken } from "@azure/core-auth";
import { tokenSource } from "./acquisition/acquisition.js";
import type { Flight } from "./acquisition/coalesce.js";
import { History } from "./acquisition/history.js";
import type { AcquisitionRecord } from "./acquisition/record.js";
import { WinnerWatch } from "./acquisition/winner.js";
import type { Diagnosis } from "./failure/types.js";
import { warnOfRefresh, warnOfWinner } from "./log.js";
import type { PolicyGate } from "./policyGate.js";
import type { Call } from "./telemetry/call.js";

/** What is fixed for one DiagnosticCredential. */
export interface WatchTarget {
  /** What the credential is called in the log. */
  readonly shown: string;
  readonly gate: PolicyGate | undefined;
  /** Most records kept. */
  readonly recent: number;
}

/** A token out of the cache, for one caller. */
function isHit({ callers, change, recorder }: Call): boolean {
  return callers === 1 && change === undefined && tokenSource(recorder) === "cache";
}

/** What is remembered of a credential from one acquisition to the next: its winner, its last token, its history. */
export class Watch {
  private readonly _target: WatchTarget;
  private readonly _winners = new WinnerWatch();
  private readonly _warned = new Set<string>();
  private readonly _history: History;

  constructor(target: WatchTarget) {
    this._target = target;
    this._history = new History(target.recent);
  }

  /** The last acquisitions, oldest first. */
  recent(): AcquisitionRecord[] {
    return this._history.records();
  }

  /**
   * A chain has given a token.
   *
   * @throws CredentialPolicyError if it must not come from another member than before
   */
  winner(call: Call): void {
    const { gate, shown } = this._target;
    const change = this._winners.seen(call.recorder);
    if (change === undefined) return;
    call.change = change;
    const violations = gate?.winnerChanged(change);
    this._winners.accept();
    if (violations !== undefined) {
      call.find(violations);
      return;
    }
    const key = `${change.previous} ${change.selected}`;
    if (this._warned.has(key)) return;
    this._warned.add(key);
    warnOfWinner(shown, change);
  }

  /** A token is about to be handed out. */
  arrived({ lane, call }: Flight<Call>, token: AccessToken): void {
    if (lane.request !== undefined) lane.refresh.arrived(token.expiresOnTimestamp);
    if (!this._history.enabled) return;
    const { cached } = lane;
    if (cached !== undefined && !cached.gone && isHit(call)) cached.calls++;
    else call.kept = true;
  }

  /** No token has come, and neither the caller nor the policy wanted it so. */
  missed({ lane, call }: Flight<Call>, diagnosis: () => Diagnosis): void {
    const failure = lane.request === undefined ? undefined : lane.refresh.failed();
    if (failure === undefined) return;
    call.refreshFailures = failure.failures;
    if (failure.warn) warnOfRefresh(this._target.shown, failure, diagnosis());
  }

  /** Keeps the record of a finished acquisition. */
  keep({ lane, call }: Flight<Call>, record: AcquisitionRecord | undefined): void {
    if (!call.kept || record === undefined) return;
    const kept = this._history.add(record);
    // Calls that are like no other need not be like each other either.
    const counts = lane.request !== undefined && record.outcome === "succeeded" && isHit(call);
    lane.cached = counts ? kept : undefined;
  }

  /** Whether records are kept at all. */
  get keeps(): boolean {
    return this._history.enabled;
  }
}
