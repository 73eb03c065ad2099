import type { AccessToken } from "@azure/core-auth";
import { hasFired, reasonOf } from "./acquisition/abort.js";
import type { Caller, Flight, FlightEnd } from "./acquisition/coalesce.js";
import type { CredentialDeadlineError, Deadline } from "./acquisition/deadline.js";
import type { Recorder } from "./acquisition/recorder.js";
import { Ending, type SettlementTarget } from "./ending.js";
import { violationsIn } from "./policyGate.js";
import { Reasons } from "./reasons.js";
import { type Call, NO_VIOLATIONS } from "./telemetry/call.js";
import { Watch } from "./watch.js";

/**
 * Brings acquisitions to their end: each caller gets the token or the error, and each call its span, its measurement
 * and its record. Nothing but the policy turns a token into an error here.
 */
export class Settlement implements FlightEnd<Call> {
  readonly watch: Watch;
  private readonly _target: SettlementTarget;
  private readonly _deadline: Deadline | undefined;
  private readonly _reasons: Reasons;
  private readonly _ending: Ending;

  constructor(target: SettlementTarget, deadline: Deadline | undefined) {
    this._target = target;
    this._deadline = deadline;
    this._reasons = new Reasons(target.credential, target.type, target.telemetry.guard);
    this.watch = new Watch(target);
    this._ending = new Ending(target, this.watch, deadline);
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
      this._ending.end(flight);
      if (gate !== undefined) this._ending.mark(call, call.violations);
      flight.unlisten?.();
      recorder.release();
      flight.resolve(token);
      return;
    }
    this._ending.settle(
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
    this._ending.settleWithout(
      flight,
      violations === undefined && !aborted ? diagnosis : undefined,
      (call, chain) => telemetry.failed(call, chain, diagnosis),
      ({ reject }) => reject(error),
    );
  }

  private _cameEmpty(flight: Flight<Call>, nothing: AccessToken | null): void {
    const diagnosis = this._reasons.ofNothing(flight.recorder);
    this._ending.settleWithout(
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
      this._ending.end(flight);
    }
    if (caller === flight) {
      if (!isLast) telemetry.callerGone(flight.call);
    } else if (caller.call !== undefined) {
      if (gate !== undefined) this._ending.mark(caller.call, NO_VIOLATIONS);
      telemetry.failed(caller.call, undefined, diagnosis);
    }
    if (isLast) {
      const { call } = flight;
      call.kept = this.watch.keeps;
      if (gate !== undefined) this._ending.mark(call, call.violations);
      const record = telemetry.failed(call, chain?.types, diagnosis);
      telemetry.guard.run(() => this.watch.keep(flight, record));
      recorder.release();
    }
    caller.reject(error);
    // Last, since whoever hears of it may call again at once.
    if (isLast) flight.abort(reasonOf(caller.signal));
  }
}
