import type { AccessToken, TokenCredential } from "@azure/core-auth";
import { hasFired, reasonOf } from "./acquisition/abort.js";
import { selectedMember } from "./acquisition/acquisition.js";
import type { WatchedChain } from "./acquisition/chain.js";
import type { Caller, Flight, FlightEnd } from "./acquisition/coalesce.js";
import type { CredentialDeadlineError, Deadline } from "./acquisition/deadline.js";
import type { AcquisitionRecord } from "./acquisition/record.js";
import type { Recorder } from "./acquisition/recorder.js";
import type { Diagnosis } from "./failure/types.js";
import type { PolicyViolation } from "./policy/types.js";
import { violationsIn } from "./policyGate.js";
import { Reasons } from "./reasons.js";
import type { AcquisitionTelemetry } from "./telemetry/acquisitionTelemetry.js";
import { type Call, NO_VIOLATIONS } from "./telemetry/call.js";
import type { Chain } from "./telemetry/outcome.js";
import { Watch, type WatchTarget } from "./watch.js";

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

/**
 * Brings acquisitions to their end: each caller gets the token or the error, and each call its span, its measurement
 * and its record. Nothing but the policy turns a token into an error here.
 */
export class Settlement implements FlightEnd<Call> {
  readonly watch: Watch;
  private readonly _target: SettlementTarget;
  private readonly _deadline: Deadline | undefined;
  private readonly _reasons: Reasons;
  private _reported = false;

  constructor(target: SettlementTarget, deadline: Deadline | undefined) {
    this._target = target;
    this._deadline = deadline;
    this._reasons = new Reasons(target.credential, target.type, target.telemetry.guard);
    this.watch = new Watch(target);
  }

  /** The credential has answered. */
  came(flight: Flight<Call>, token: AccessToken | null): void {
    if (flight.over) return;
    const { gate, telemetry } = this._target;
    const { recorder } = flight;
    recorder.close();
    if (token === null || token === undefined) {
      this._cameEmpty(flight, token);
      return;
    }
    try {
      if (gate !== undefined)
        flight.call.find(gate.afterCall(token, recorder.isIdle ? recorder.startedAt : performance.now()));
      if (recorder.attempts !== undefined) this.watch.winner(flight.call);
    } catch (error) {
      this.failed(flight, error);
      return;
    }
    const { call } = flight;
    call.callers += flight.waitingFollowers;
    try {
      this.watch.arrived(flight, token);
    } catch (error) {
      // A token whose properties throw.
      telemetry.guard.report(error);
    }
    if (!call.wanted && !call.kept && flight.followers === undefined) {
      // Nobody wants to know: the path of nearly every call where nothing is sampled.
      this._end(flight);
      if (gate !== undefined) this._mark(call, call.violations);
      flight.unlisten?.();
      recorder.release();
      flight.resolve(token);
      return;
    }
    this._settle(
      flight,
      (call, chain) => telemetry.succeeded(call, chain, token),
      ({ resolve }) => resolve(token),
    );
  }

  /** There is an error instead of a token. */
  failed(flight: Flight<Call>, error: unknown): void {
    if (flight.over) return;
    const { telemetry } = this._target;
    const { recorder } = flight;
    recorder.close();
    const aborted = !flight.gone && hasFired(flight.signal);
    const diagnosis = this._reasons.ofError(error, recorder, aborted);
    const violations = violationsIn(error);
    if (violations !== undefined) flight.call.violations = violations;
    this._settleWithout(
      flight,
      violations === undefined && !aborted ? diagnosis : undefined,
      (call, chain) => telemetry.failed(call, chain, diagnosis),
      ({ reject }) => reject(error),
    );
  }

  private _cameEmpty(flight: Flight<Call>, nothing: AccessToken | null): void {
    const diagnosis = this._reasons.ofNothing(flight.recorder);
    this._settleWithout(
      flight,
      diagnosis,
      (call, chain) => this._target.telemetry.cameBackEmpty(call, chain, diagnosis),
      ({ resolve }) => resolve(nothing),
    );
  }

  /** The deadline is over. */
  expired(flight: Flight<Call>): void {
    if (flight.over) return;
    const error = this.late(flight.recorder);
    this.failed(flight, error);
    flight.abort(error);
  }

  /** The error that says what was being waited for. */
  late(recorder: Recorder): CredentialDeadlineError {
    return this._reasons.late(this._deadline?.ms ?? 0, recorder);
  }

  /** A caller's signal has fired. */
  gone(flight: Flight<Call>, caller: Caller<Call | undefined>): void {
    if (caller.gone || flight.over) return;
    const { gate, telemetry, chain } = this._target;
    const { recorder } = flight;
    const error = this._reasons.aborted(caller, recorder);
    const diagnosis = this._reasons.ofError(error, recorder, true);
    const isLast = flight.leave(caller);
    caller.unlisten?.();
    if (isLast) {
      // Before anybody is told, who might join it.
      recorder.close();
      this._end(flight);
    }
    if (caller === flight) {
      if (!isLast) telemetry.callerGone(flight.call);
    } else if (caller.call !== undefined) {
      if (gate !== undefined) this._mark(caller.call, NO_VIOLATIONS);
      telemetry.failed(caller.call, undefined, diagnosis);
    }
    if (isLast) {
      const { call } = flight;
      call.kept = this.watch.keeps;
      if (gate !== undefined) this._mark(call, call.violations);
      const record = telemetry.failed(call, chain?.types, diagnosis);
      telemetry.guard.run(() => this.watch.keep(flight, record));
      recorder.release();
    }
    caller.reject(error);
    // Last, since whoever hears of it may call again at once.
    if (isLast) flight.abort(reasonOf(caller.signal));
  }

  /** @param refresh - set where the credential failed, so that it counts as a refresh that did */
  private _settleWithout(
    flight: Flight<Call>,
    refresh: (() => Diagnosis) | undefined,
    tell: Tell,
    answer: Answer,
  ): void {
    const { call } = flight;
    call.callers += flight.waitingFollowers;
    call.kept = this.watch.keeps;
    if (refresh !== undefined) this._target.telemetry.guard.run(() => this.watch.missed(flight, refresh));
    this._settle(flight, tell, answer);
  }

  private _settle(flight: Flight<Call>, tell: Tell, answer: Answer): void {
    const { gate, telemetry, chain } = this._target;
    const { recorder, call, followers } = flight;
    this._end(flight);
    if (gate !== undefined) this._mark(call, call.violations);
    const record = tell(call, chain?.types);
    if (call.kept) telemetry.guard.run(() => this.watch.keep(flight, record));
    flight.unlisten?.();
    if (followers !== undefined) {
      const selected = selectedMember(recorder);
      for (const { call: joined } of followers) {
        if (joined === undefined) continue;
        joined.selected = selected;
        joined.refreshFailures = call.refreshFailures;
        joined.violations = call.violations;
        // What the policy found in the token is told in full once.
        if (gate !== undefined) this._mark(joined, NO_VIOLATIONS);
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

  private _end(flight: Flight<Call>): void {
    flight.end();
    this._deadline?.remove(flight);
  }

  /** Puts on the call what the policy found; what stands since construction is told in full on the first call only. */
  private _mark(call: Call, fresh: readonly PolicyViolation[]): void {
    const standing = this._target.gate?.standing ?? NO_VIOLATIONS;
    const found = call.violations;
    if (standing.length === 0 && found.length === 0) return;
    const told = this._reported ? fresh : [...standing, ...fresh];
    this._reported = true;
    this._target.telemetry.violated(call, [...standing, ...found], told);
  }
}
