import type { AccessToken } from "@azure/core-auth";
import type { AbortSignalLike } from "./abort.js";
import type { Wait } from "./deadline.js";
import type { Lane } from "./lanes.js";
import type { Recorder } from "./recorder.js";

/**
 * How long an acquisition is joined by others, in ms. Longer than the SDK's own longest retries (70 s), so one that takes
 * longer hangs: a new one may well succeed, as it would without us.
 */
const JOINABLE_MS = 120_000;

export type Resolve = (token: AccessToken | null) => void;
export type Reject = (error: unknown) => void;

/** One call of getToken that waits for an acquisition. */
export class Caller<Call = unknown> {
  /** What traces it. */
  readonly call: Call;
  readonly resolve: Resolve;
  readonly reject: Reject;
  readonly signal: AbortSignalLike | undefined;
  /** Stops listening to the signal. */
  unlisten: (() => void) | undefined;
  /** The caller has gone. */
  gone = false;

  constructor(call: Call, signal: AbortSignalLike | undefined, resolve: Resolve, reject: Reject) {
    this.call = call;
    this.resolve = resolve;
    this.reject = reject;
    this.signal = signal;
  }
}

/** What brings an acquisition to its end. */
export interface FlightEnd<Call> {
  /** The deadline is over. */
  expired(flight: Flight<Call>): void;
}

/**
 * One acquisition, and the caller who started it, whose span is that of the acquisition also when the caller has gone. One
 * object for both, since this is the path of every cached token.
 */
export class Flight<Call = unknown> extends Caller<Call> implements Wait {
  readonly lane: Lane<Call>;
  readonly recorder: Recorder;
  /** Those who joined and still wait, in order. */
  followers: Set<Caller<Call | undefined>> | undefined;
  /** It has come to its end, or everybody has gone: what comes later is dropped. */
  over = false;
  endsAt = 0;
  previous: Wait | undefined;
  next: Wait | undefined;
  private readonly _end: FlightEnd<Call>;
  private _controller: AbortController | undefined;
  private _shared: Promise<AccessToken | null> | undefined;
  private _sharing = 0;

  constructor(
    lane: Lane<Call>,
    recorder: Recorder,
    end: FlightEnd<Call>,
    call: Call,
    signal: AbortSignalLike | undefined,
    resolve: Resolve,
    reject: Reject,
  ) {
    super(call, signal, resolve, reject);
    this.lane = lane;
    this.recorder = recorder;
    this._end = end;
  }

  /** What the credential is given for a signal: it fires when nobody waits any more, or the deadline is over. */
  abortSignal(): AbortSignal {
    this._controller ??= new AbortController();
    return this._controller.signal;
  }

  /** Nothing happens where the leader has no signal: the credential has none then. */
  abort(reason: unknown): void {
    this._controller?.abort(reason);
  }

  /** @param around - the acquisition that the new caller is part of */
  mayBeJoined(around: Recorder | undefined): boolean {
    // A credential that asks for the same token while it gets it would wait for itself.
    for (let outer = around; outer !== undefined; outer = outer.parent) if (outer === this.recorder) return false;
    return performance.now() - this.recorder.startedAt < JOINABLE_MS;
  }

  join(caller: Caller<Call | undefined>): void {
    this.followers ??= new Set();
    this.followers.add(caller);
  }

  /**
   * Joins a caller who needs nothing of his own, no trace and no abort: all of them wait for one promise, so that ten
   * thousand cost hardly more than one.
   */
  share(): Promise<AccessToken | null> {
    this._sharing++;
    this._shared ??= new Promise((resolve, reject) => this.join(new Caller(undefined, undefined, resolve, reject)));
    return this._shared;
  }

  /** How many have joined and still wait. */
  get waitingFollowers(): number {
    if (this.followers === undefined) return 0;
    return this.followers.size + Math.max(0, this._sharing - 1);
  }

  /** A caller has gone. @returns whether nobody is left */
  leave(caller: Caller<Call | undefined>): boolean {
    caller.gone = true;
    this.followers?.delete(caller);
    return this.gone && this.waitingFollowers === 0;
  }

  /** After this it cannot be joined, and what comes of it is dropped. */
  end(): void {
    this.over = true;
    if (this.lane.flight === this) this.lane.flight = undefined;
  }

  /** Lets go of those who joined: a credential that never answers holds on to the flight. */
  release(): void {
    this.followers = this._shared = undefined;
  }

  expire(): void {
    this._end.expired(this);
  }
}
