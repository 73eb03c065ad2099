import type { TokenCredential } from "@azure/core-auth";
import { selectedMember } from "./acquisition/acquisition.js";
import type { WatchedChain } from "./acquisition/chain.js";
import type { Caller, Flight } from "./acquisition/coalesce.js";
import type { Deadline } from "./acquisition/deadline.js";
import type { AcquisitionRecord } from "./acquisition/record.js";
import type { Diagnosis } from "./failure/types.js";
import type { PolicyViolation } from "./policy/types.js";
import type { AcquisitionTelemetry } from "./telemetry/acquisitionTelemetry.js";
import { type Call, NO_VIOLATIONS } from "./telemetry/call.js";
import type { Chain } from "./telemetry/outcome.js";
import type { Watch, WatchTarget } from "./watch.js";

/** What is fixed for one DiagnosticCredential. */
export interface SettlementTarget extends WatchTarget {
  readonly credential: TokenCredential;
  readonly type: string;
  readonly chain: WatchedChain | undefined;
  readonly telemetry: AcquisitionTelemetry;
}

/** Writes the telemetry of one call. */
type Tell = (call: Call, chain: Chain) => AcquisitionRecord | undefined;

/** Gives one caller what came. */
type Answer = (caller: Pick<Caller, "resolve" | "reject">) => void;

/** Ends an acquisition: writes the telemetry of all its calls, forgets it, and gives every caller what came. */
export class Ending {
  private readonly _target: SettlementTarget;
  private readonly _watch: Watch;
  private readonly _deadline: Deadline | undefined;
  private _reported = false;

  constructor(target: SettlementTarget, watch: Watch, deadline: Deadline | undefined) {
    this._target = target;
    this._watch = watch;
    this._deadline = deadline;
  }

  /**
   * The same where there is no token.
   *
   * @param refresh - set where the credential failed, so that it counts as a refresh that did
   */
  settleWithout(flight: Flight<Call>, refresh: (() => Diagnosis) | undefined, tell: Tell, answer: Answer): void {
    const { call } = flight;
    call.callers += flight.waitingFollowers;
    call.kept = this._watch.keeps;
    if (refresh !== undefined) this._target.telemetry.guard.run(() => this._watch.missed(flight, refresh));
    this.settle(flight, tell, answer);
  }

  /** Writes the telemetry of all calls, then answers all callers. */
  settle(flight: Flight<Call>, tell: Tell, answer: Answer): void {
    const { gate, telemetry, chain } = this._target;
    const { recorder, call, followers } = flight;
    this.end(flight);
    if (gate !== undefined) this.mark(call, call.violations);
    const record = tell(call, chain?.types);
    if (call.kept) telemetry.guard.run(() => this._watch.keep(flight, record));
    flight.unlisten?.();
    if (followers !== undefined) {
      const selected = selectedMember(recorder);
      for (const { call: joined } of followers) {
        if (joined === undefined) continue;
        joined.selected = selected;
        joined.refreshFailures = call.refreshFailures;
        joined.violations = call.violations;
        // What the policy found in the token is told in full once.
        if (gate !== undefined) this.mark(joined, NO_VIOLATIONS);
        tell(joined, undefined);
      }
    }
    recorder.release();
    flight.release();
    answer(flight);
    if (followers !== undefined) {
      for (const follower of followers) {
        follower.unlisten?.();
        answer(follower);
      }
    }
  }

  /** Nobody can join it any more. */
  end(flight: Flight<Call>): void {
    flight.end();
    this._deadline?.remove(flight);
  }

  /** Puts on the call what the policy found; what stands since construction is told in full on the first call only. */
  mark(call: Call, fresh: readonly PolicyViolation[]): void {
    const standing = this._target.gate?.standing ?? NO_VIOLATIONS;
    const found = call.violations;
    if (standing.length === 0 && found.length === 0) return;
    const told = this._reported ? fresh : [...standing, ...fresh];
    this._reported = true;
    this._target.telemetry.violated(call, [...standing, ...found], told);
  }
}
