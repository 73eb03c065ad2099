/** How long an acquisition is joined, in ms. */
const JOINABLE_MS = 120_000;

/** How a call ends, by the object it must end with. */
export type Ending =
  | { readonly is: "token" | "null" | "error"; readonly with: unknown }
  | { readonly is: "aborted"; readonly with: unknown }
  | { readonly is: "expired" };

/** A signal that callers may share. `listeners` in the order in which they hear of it. */
export class Stop {
  readonly controller: AbortController = new AbortController();
  readonly reason: Error = new Error("enough");
  listeners: (Waiter | (() => void))[] = [];

  get fired(): boolean {
    return this.controller.signal.aborted;
  }
}

/** One call of getToken. */
export class Waiter {
  readonly id: number;
  readonly key: string | undefined;
  readonly stop: Stop | undefined;
  /** The acquisition it was about to join when its span started. */
  readonly candidate: Flight | undefined;
  readonly refused: boolean;
  flight: Flight | undefined;
  ending: Ending | undefined;

  constructor(id: number, key: string | undefined, stop: Stop | undefined, candidate: Flight | undefined) {
    this.id = id;
    this.key = key;
    this.stop = stop;
    this.candidate = candidate;
    this.refused = stop?.fired === true;
  }

  get leads(): boolean {
    return this.flight?.leader === this;
  }
}

/** One call of the wrapped credential. */
export class Flight {
  readonly leader: Waiter;
  readonly startedAt: number;
  /** The acquisition in whose asynchronous context it was started. */
  readonly around: Flight | undefined;
  waiting: Waiter[];
  /** What the credential has answered, before anybody could take note. */
  answer: Ending | undefined;
  over = false;
  /** Calls it was for when it ended; 1 where all had gone. */
  callers = 1;
  /** The leader has gone and others still wait. */
  leaderLeft = false;
  /** Somebody inside has joined another one. */
  joinedInside = false;
  /** Why the credential's signal has fired. */
  fired: { readonly reason: unknown } | "expired" | undefined;

  constructor(leader: Waiter, startedAt: number, around: Flight | undefined) {
    this.leader = leader;
    this.startedAt = startedAt;
    this.around = around;
    this.waiting = [leader];
  }
}

/** What coalescing must do, in the plainest way: who waits for what, and nothing of how. */
export class Model {
  readonly coalesce: boolean;
  readonly deadlineMs: number | undefined;
  readonly flights: Flight[] = [];
  private readonly _byKey = new Map<string, Flight>();
  /** Signals that are telling their listeners right now, the innermost last. */
  private readonly _telling: { readonly stop: Stop; readonly left: (Waiter | (() => void))[] }[] = [];

  constructor(coalesce: boolean, deadlineMs: number | undefined) {
    this.coalesce = coalesce;
    this.deadlineMs = deadlineMs;
  }

  /** The acquisition that a call may join. */
  candidate(key: string | undefined, around: Flight | undefined): Flight | undefined {
    const flight = key === undefined ? undefined : this._byKey.get(key);
    if (flight === undefined || flight.over || performance.now() - flight.startedAt >= JOINABLE_MS) return undefined;
    return this._inside(flight, around) ? undefined : flight;
  }

  private _inside(flight: Flight, around: Flight | undefined): boolean {
    for (let outer = around; outer !== undefined && !outer.over; outer = outer.around) {
      if (outer === flight) return true;
    }
    return false;
  }

  /** The call starts an acquisition. */
  lead(waiter: Waiter, around: Flight | undefined): Flight {
    const flight = new Flight(waiter, performance.now(), around?.over === true ? undefined : around);
    waiter.flight = flight;
    this.flights.push(flight);
    if (this.coalesce && waiter.key !== undefined) this._byKey.set(waiter.key, flight);
    waiter.stop?.listeners.push(waiter);
    return flight;
  }

  join(waiter: Waiter, flight: Flight, around: Flight | undefined): void {
    waiter.flight = flight;
    flight.waiting.push(waiter);
    waiter.stop?.listeners.push(waiter);
    for (let outer = around; outer !== undefined && !outer.over; outer = outer.around) outer.joinedInside = true;
  }

  /** The call is over before anything was started for it. */
  refuse(waiter: Waiter): void {
    waiter.ending = { is: "aborted", with: waiter.stop?.reason };
  }

  /** Whether the credential gets a signal that is not the caller's. */
  isShared({ leader }: Flight): boolean {
    return this.coalesce && leader.key !== undefined && leader.stop !== undefined;
  }

  /** The credential's answer has come to the notice of those who wait. */
  answered(flight: Flight): void {
    if (flight.answer !== undefined && !flight.over) this._end(flight, flight.answer);
  }

  /** @returns whether the deadline is over, and nothing else had ended it before */
  expire(flight: Flight): boolean {
    if (this.deadlineMs === undefined || flight.over) return false;
    if (performance.now() < flight.startedAt + this.deadlineMs) return false;
    this._end(flight, { is: "expired" });
    return true;
  }

  private _end(flight: Flight, ending: Ending): void {
    flight.over = true;
    flight.callers = 1 + flight.waiting.filter((waiter) => !waiter.leads).length;
    for (const waiter of flight.waiting) this._settle(waiter, ending);
    if (ending.is === "expired" && this.isShared(flight)) flight.fired = "expired";
  }

  private _settle(waiter: Waiter, ending: Ending): void {
    waiter.ending = ending;
    const { stop } = waiter;
    if (stop !== undefined) stop.listeners = stop.listeners.filter((listener) => listener !== waiter);
  }

  private _leave(waiter: Waiter): void {
    const { flight, stop } = waiter;
    if (flight === undefined || waiter.ending !== undefined) return;
    this._settle(waiter, { is: "aborted", with: stop?.reason });
    flight.waiting = flight.waiting.filter((other) => other !== waiter);
    if (flight.waiting.length > 0) {
      if (waiter.leads) flight.leaderLeft = true;
      return;
    }
    flight.over = true;
    if (this.isShared(flight)) flight.fired = { reason: stop?.reason };
  }

  /** A signal fires: those who listen hear of it one after the other, and each may do as it likes. */
  fire(stop: Stop): void {
    if (stop.fired) return;
    const telling = { stop, left: [...stop.listeners] };
    this._telling.push(telling);
    stop.controller.abort(stop.reason);
    this._tellUntil(telling.left, () => false);
    this._telling.pop();
  }

  private _tellUntil(left: (Waiter | (() => void))[], done: () => boolean): void {
    while (!done()) {
      const next = left.shift();
      if (next === undefined) return;
      if (next instanceof Waiter) this._leave(next);
    }
  }

  /** The listener of somebody else is being told: those before it have been. */
  isTold(listener: () => void): void {
    const left = this._telling.at(-1)?.left ?? [];
    if (left.includes(listener)) this._tellUntil(left, () => !left.includes(listener));
  }

  /** The span of a call has ended, so something has ended it. */
  hasEnded(waiter: Waiter): void {
    if (waiter.flight === undefined) return;
    const done = () => waiter.ending !== undefined && (!waiter.leads || waiter.flight?.over === true);
    const left = this._telling.at(-1)?.left;
    if (left !== undefined) this._tellUntil(left, done);
    if (done()) return;
    // Deadlines are over in the order in which they were set.
    const before = this.flights.slice(0, this.flights.indexOf(waiter.flight));
    if (this.expire(waiter.flight)) for (const flight of before) this.expire(flight);
    else this.answered(waiter.flight);
  }
}
