import type { AccessToken, GetTokenOptions, TokenCredential } from "@azure/core-auth";
import { AbortError, type AbortSignalLike, hasFired, onAbort, reasonOf, signalOf } from "./acquisition/abort.js";
import { Caller, Flight, type Reject, type Resolve } from "./acquisition/coalesce.js";
import { currentRecorder } from "./acquisition/current.js";
import { Deadline } from "./acquisition/deadline.js";
import { callInside } from "./acquisition/inside.js";
import { type Lane, Lanes } from "./acquisition/lanes.js";
import type { AcquisitionRecord } from "./acquisition/record.js";
import { Recorder } from "./acquisition/recorder.js";
import type { SettlementTarget } from "./ending.js";
import { Settlement } from "./settlement.js";
import { type Call, NO_VIOLATIONS } from "./telemetry/call.js";

type Token = AccessToken | null;
type Scopes = string | string[];
type Options = GetTokenOptions | undefined;

/** What is fixed for one DiagnosticCredential. */
export interface AcquirerTarget extends SettlementTarget {
  readonly deadlineMs: number | undefined;
  readonly coalesce: boolean;
}

/** Gets tokens for the callers of one credential. Those who want the same token at the same time share an acquisition. */
export class Acquirer {
  private readonly _target: AcquirerTarget;
  private readonly _settlement: Settlement;
  private readonly _deadline: Deadline | undefined;
  private readonly _lanes = new Lanes<Call>();

  constructor(target: AcquirerTarget) {
    this._target = target;
    this._deadline = target.deadlineMs === undefined ? undefined : new Deadline(target.deadlineMs);
    this._settlement = new Settlement(target, this._deadline);
  }

  /** @param owner - the credential whose `getToken` this is */
  getToken(owner: TokenCredential, scopes: Scopes, options: Options): Promise<Token> {
    const open = currentRecorder();
    const around = open === undefined || open.closed ? undefined : open;
    if (around?.subject === owner) return this._inside(around, scopes, options);
    const lane = this._lanes.laneOf(scopes, options);
    const shared = lane.flight && this._share(lane.flight, around, options);
    return shared ?? new Promise((resolve, reject) => this._call(lane, around, scopes, options, resolve, reject));
  }

  /** The last acquisitions, oldest first. */
  recent(): AcquisitionRecord[] {
    return this._settlement.watch.recent();
  }

  /** A DiagnosticCredential or a watched chain around this one is already tracing this very call. */
  private async _inside(around: Recorder, scopes: Scopes, options: Options): Promise<Token> {
    const { gate } = this._target;
    gate?.beforeCall(scopes, options);
    const callee = this._callee();
    const wait = Promise.resolve(options === undefined ? callee.getToken(scopes) : callee.getToken(scopes, options));
    const late = (): Error => this._settlement.late(around);
    const token = await (this._deadline === undefined ? wait : this._deadline.bound(wait, late));
    gate?.afterCall(token, performance.now());
    return token;
  }

  private _callee(): TokenCredential {
    return this._target.chain?.target ?? this._target.credential;
  }

  /** Of a crowd whose calls nobody looks at, most need nothing but the token. */
  private _share(flight: Flight<Call>, around: Recorder | undefined, options: Options): Promise<Token> | undefined {
    const { gate, telemetry } = this._target;
    if (gate !== undefined || around !== undefined || signalOf(options) !== undefined) return undefined;
    return telemetry.isIdle(flight.call) && flight.mayBeJoined(around) ? flight.share() : undefined;
  }

  // Arguments one by one and not in an object: this is the path of every cached token.
  private _call(
    lane: Lane<Call>,
    around: Recorder | undefined,
    scopes: Scopes,
    options: Options,
    resolve: Resolve,
    reject: Reject,
  ): void {
    const { gate, credential } = this._target;
    const signal = options === undefined ? undefined : signalOf(options);
    let refusal: { readonly error: unknown } | undefined;
    let violations = NO_VIOLATIONS;
    try {
      if (gate !== undefined) violations = gate.beforeCall(scopes, options);
      if (signal !== undefined && hasFired(signal)) throw new AbortError(undefined, reasonOf(signal));
    } catch (error) {
      refusal = { error };
    }
    const joined = refusal === undefined && lane.flight?.mayBeJoined(around) ? lane.flight : undefined;
    const recorder = joined === undefined ? new Recorder(credential, around) : new Recorder(undefined, undefined);
    recorder.startedAt = performance.now();
    const call = this._target.telemetry.started(recorder, scopes, options, joined?.recorder);
    if (violations.length > 0) call.violations = violations;
    // The start of a span is told to others, who may have ended all there was.
    if (refusal === undefined && hasFired(signal)) refusal = { error: new AbortError(undefined, reasonOf(signal)) };
    if (joined !== undefined && refusal === undefined) {
      if (!joined.over) {
        this._join(joined, new Caller(call, signal, resolve, reject), around);
        return;
      }
      call.lead(credential, around);
      this._target.telemetry.leads(call, options);
    }
    const flight = new Flight(lane, recorder, this._settlement, call, signal, resolve, reject);
    if (refusal === undefined) this._lead(flight, scopes, options);
    else this._settlement.failed(flight, refusal.error);
  }

  private _lead(flight: Flight<Call>, scopes: Scopes, options: Options): void {
    const { coalesce, telemetry } = this._target;
    const { lane, recorder } = flight;
    const shared = coalesce && lane.request !== undefined;
    if (shared) lane.flight = flight;
    try {
      let given = options;
      if (flight.signal !== undefined) {
        this._listen(flight, flight, flight.signal);
        if (flight.over) return;
        // The caller's own signal must not end what others wait for.
        if (shared) given = { ...options, abortSignal: flight.abortSignal() };
      }
      this._deadline?.add(flight, recorder.startedAt);
      const wait = callInside(recorder, this._callee(), scopes, given, telemetry.guard.report);
      Promise.resolve(wait).then(
        (token) => this._settlement.came(flight, token),
        (error: unknown) => this._settlement.failed(flight, error),
      );
    } catch (error) {
      this._settlement.failed(flight, error);
    }
  }

  private _join(flight: Flight<Call>, caller: Caller<Call>, around: Recorder | undefined): void {
    for (let outer = around; outer !== undefined; outer = outer.parent) outer.coalesced = true;
    flight.join(caller);
    if (caller.signal !== undefined) this._listen(flight, caller, caller.signal);
  }

  private _listen(flight: Flight<Call>, caller: Caller<Call>, signal: AbortSignalLike): void {
    caller.unlisten = onAbort(signal, () => this._settlement.gone(flight, caller));
    // A signal of somebody's own may call back before it returns.
    if (caller.gone) caller.unlisten?.();
  }
}
