import type { Flight } from "./coalesce.js";
import type { Kept } from "./history.js";
import { RefreshWatch } from "./refresh.js";
import { isPlain, isSameRequest, readRequest, type TokenRequest } from "./request.js";

/** Enough for a service that asks for many tenants; what is forgotten is only whether a refresh had failed. */
const MAX_LANES = 256;

/** What is known of all calls that ask for the same token. */
export class Lane<Call = unknown> {
  readonly request: TokenRequest | undefined;
  /** The scope, where nothing else is asked for. */
  readonly plainScope: string | undefined;
  readonly refresh: RefreshWatch = new RefreshWatch();
  /** The acquisition that is going on. */
  flight: Flight<Call> | undefined;
  /** The record to which the next token out of the cache is counted. */
  cached: Kept | undefined;

  constructor(request: TokenRequest | undefined) {
    this.request = request;
    this.plainScope = request !== undefined && isPlain(request) ? request.scope : undefined;
  }
}

/** Finds the lane of a call. The same one is asked for again and again, so that of the call before is tried first. */
export class Lanes<Call = unknown> {
  private readonly _byScope = new Map<string, Lane<Call>[]>();
  private readonly _stray = new Lane<Call>(undefined);
  private _last: Lane<Call> | undefined;
  private _count = 0;
  /** At how many it is looked for some to forget. */
  private _limit = MAX_LANES;

  /** A call that is like no other gets a lane that knows of no flight and no token before. */
  laneOf(scopes: unknown, options: unknown): Lane<Call> {
    const last = this._last;
    if (options === undefined && typeof scopes === "string" && scopes === last?.plainScope) return last;
    const request = readRequest(scopes, options);
    if (request === undefined) return this._stray;
    if (last?.request !== undefined && isSameRequest(last.request, request)) return last;
    const lane = this._find(request) ?? this._add(request);
    this._last = lane;
    return lane;
  }

  private _find(request: TokenRequest): Lane<Call> | undefined {
    return this._byScope
      .get(request.scope)
      ?.find((lane) => lane.request !== undefined && isSameRequest(lane.request, request));
  }

  private _add(request: TokenRequest): Lane<Call> {
    if (this._count >= this._limit) this._forgetOldest();
    const lane = new Lane<Call>(request);
    const lanes = this._byScope.get(request.scope);
    if (lanes === undefined) this._byScope.set(request.scope, [lane]);
    else lanes.push(lane);
    this._count++;
    return lane;
  }

  /** One that is in use stays: a call that asks for the same must find it. */
  private _forgetOldest(): void {
    for (const [scope, lanes] of this._byScope) {
      for (let i = 0; i < lanes.length && this._count >= MAX_LANES; ) {
        if (lanes[i]?.flight === undefined) {
          lanes.splice(i, 1);
          this._count--;
        } else i++;
      }
      if (lanes.length === 0) this._byScope.delete(scope);
      if (this._count < MAX_LANES) break;
    }
    this._last = undefined;
    // With all of them in use it is no good to look again each time.
    this._limit = this._count < MAX_LANES ? MAX_LANES : this._count + MAX_LANES;
  }
}
