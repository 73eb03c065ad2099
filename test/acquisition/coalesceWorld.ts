import { AsyncLocalStorage } from "node:async_hooks";
import { channel } from "node:diagnostics_channel";
import { getEventListeners } from "node:events";
import type { AccessToken, GetTokenOptions } from "@azure/core-auth";
import type { TracerProvider } from "@opentelemetry/api";
import type { ReadableSpan } from "@opentelemetry/sdk-trace-base";
import { expect, vi } from "vitest";
import { type AcquisitionRecord, DiagnosticCredential } from "../../src/index.js";
import { type Ending, type Flight, Model, Stop, Waiter } from "./coalesceModel.js";

const A = "https://vault.azure.net/.default";
const B = "https://storage.azure.com/.default";
const hidden = Symbol("an option");

/** What is asked for, and what it has in common with others: nothing where there is no key. */
export const REQUESTS: readonly (readonly [key: string | undefined, string | string[], object | undefined])[] = [
  ["a", A, undefined],
  ["a", [A], { enableCae: false, claims: undefined }],
  ["a", A, { requestOptions: undefined }],
  ["b", B, undefined],
  ["tenant", A, { tenantId: "contoso.com" }],
  ["claims", A, { claims: "{}" }],
  ["CAE", [A], { enableCae: true }],
  ["both", [A, B], undefined],
  ["a string of both", `${A} ${B}`, undefined],
  ["timeout", A, { requestOptions: { timeout: 5 } }],
  [undefined, A, { unknown: true }],
  [undefined, A, { [hidden]: true }],
  [undefined, A, { requestOptions: { timeout: 5, [hidden]: true } }],
];

export type Answer = "token" | "null" | "error";
export interface CallAction {
  readonly do: "call";
  readonly request: number;
  readonly stop: number | undefined;
  /** How the credential answers if this call reaches it: at once, or when it is told to. */
  readonly how: Answer | "throw" | "bare" | "hostile" | "later" | "thenable";
  /** What happens inside the credential, when the span starts and ends, when the credential's signal fires. */
  readonly inside: readonly Action[];
  readonly onStart: readonly Action[];
  readonly onEnd: readonly Action[];
  readonly onFired: readonly Action[];
}
export type Action =
  | CallAction
  | { readonly do: "abort" | "renew"; readonly stop: number }
  | { readonly do: "listen"; readonly stop: number; readonly causes: readonly Action[] }
  | { readonly do: "answer"; readonly which: number; readonly answer: Answer }
  | { readonly do: "wait"; readonly ms: number };

export const STOPS = 3;

/** The acquisition in whose asynchronous context something happens. One for all worlds: each costs every promise. */
const inside = new AsyncLocalStorage<Flight>();
const finished = channel("diagnostic-credential.acquisition");
const tick = () => new Promise((resolve) => setImmediate(resolve));
/** What was seen of a call. */
interface Seen {
  readonly action: CallAction;
  settled: { readonly value: unknown } | { readonly error: unknown } | undefined;
  span: ReadableSpan | undefined;
  ended: number;
  records: AcquisitionRecord[];
}

/** A credential under test beside the model of it: each thing that happens is told to both, and they are compared. */
export class World {
  private readonly _traced: boolean;
  private readonly _model: Model;
  private readonly _credential: DiagnosticCredential;
  private readonly _calls = new Map<Waiter, Seen>();
  private readonly _byspan = new Map<string, Waiter>();
  private readonly _stack: Waiter[] = [];
  private readonly _stops = Array.from({ length: STOPS }, () => new Stop());
  private readonly _allStops = new Set(this._stops);
  private readonly _pending: { readonly flight: Flight; readonly settle: (ending: Ending) => void }[] = [];
  private readonly _signals = new Map<Flight, AbortSignal>();
  private readonly _deadlineErrors = new Map<Flight, unknown>();
  private readonly _names = new Map<unknown, string>();
  private readonly _wrong: string[] = [];
  private _wrapped = 0;

  /** @param tracerProvider - must tell `started` and `ended` of each span; undefined to go without any telemetry */
  constructor(tracerProvider: TracerProvider | undefined, coalesce: boolean, deadlineMs: number | undefined) {
    this._traced = tracerProvider !== undefined;
    this._model = new Model(coalesce, deadlineMs);
    const inner = { getToken: (scopes: unknown, options: unknown) => this._getToken(scopes, options) };
    this._credential = new DiagnosticCredential(inner as never, {
      policy: "off",
      coalesce,
      deadlineMs,
      ...(tracerProvider === undefined ? { recent: 0 } : { tracerProvider }),
    });
    if (this._traced) finished.subscribe(this._onRecord);
  }

  close(): void {
    if (this._traced) finished.unsubscribe(this._onRecord);
  }

  private readonly _onRecord = (message: unknown): void => {
    const record = message as AcquisitionRecord;
    const waiter = this._byspan.get(record.spanId ?? "");
    if (waiter !== undefined) this._seen(waiter).records.push(record);
  };

  private _seen(waiter: Waiter): Seen {
    const seen = this._calls.get(waiter);
    if (seen === undefined) throw new Error("a call nobody made");
    return seen;
  }

  private _claim(holds: boolean, what: string): void {
    if (!holds) this._wrong.push(what);
  }

  private _named<T>(value: T, name: string): T {
    this._names.set(value, `${name} ${this._names.size}`);
    return value;
  }

  /** The acquisition in whose asynchronous context this is. */
  private get _around(): Flight | undefined {
    const around = inside.getStore();
    return around?.over === true ? undefined : around;
  }

  do(action: Action): void {
    if (action.do === "call") this._call(action);
    else if (action.do === "abort") this._model.fire(this._stop(action.stop));
    else if (action.do === "listen") this._listen(this._stop(action.stop), action.causes);
    else if (action.do === "answer") {
      const [pending] = this._pending.splice(action.which % Math.max(1, this._pending.length), 1);
      pending?.settle(this._ending(action.answer));
    } else if (action.do === "renew") {
      this._stops[action.stop] = new Stop();
      this._allStops.add(this._stop(action.stop));
    } else if (action.do === "wait") {
      vi.advanceTimersByTime(action.ms);
      for (const flight of this._model.flights) this._model.expire(flight);
    }
  }

  private _stop(index: number): Stop {
    return this._stops[index] as Stop;
  }

  private _listen(stop: Stop, causes: readonly Action[]): void {
    if (stop.fired) return;
    const listener = () => {
      stop.listeners = stop.listeners.filter((other) => other !== listener);
      this._model.isTold(listener);
      for (const action of causes) this.do(action);
    };
    stop.listeners.push(listener);
    stop.controller.signal.addEventListener("abort", listener, { once: true });
  }

  private _ending(answer: Answer): Ending {
    if (answer === "null") return { is: "null", with: null };
    if (answer === "error") return { is: "error", with: this._named(new Error("no"), "error") };
    return { is: "token", with: this._named({ token: "t", expiresOnTimestamp: 1 }, "token") };
  }

  private _call(action: CallAction): void {
    const [key, scopes, given] = REQUESTS[action.request] as (typeof REQUESTS)[number];
    const stop = action.stop === undefined ? undefined : this._stop(action.stop);
    const around = this._around;
    const candidate = stop?.fired === true ? undefined : this._model.candidate(key, around);
    const waiter = new Waiter(this._calls.size, key, stop, candidate);
    const seen: Seen = { action, settled: undefined, span: undefined, ended: 0, records: [] };
    this._calls.set(waiter, seen);
    let options = given as GetTokenOptions | undefined;
    if (stop !== undefined) {
      const property = { value: stop.controller.signal, enumerable: true };
      options = Object.defineProperties(
        {},
        { ...Object.getOwnPropertyDescriptors(given ?? {}), abortSignal: property },
      );
    }
    this._stack.push(waiter);
    const promise = this._credential.getToken(scopes, options);
    this._stack.pop();
    promise.then(
      (value) => this._settled(waiter, { value }),
      (error: unknown) => this._settled(waiter, { error }),
    );
    if (waiter.flight !== undefined) {
      if (seen.action.how === "throw") this._model.answered(waiter.flight);
    } else if (stop?.fired === true) this._model.refuse(waiter);
    else if (candidate === undefined || candidate.over) this._claim(false, `call ${waiter.id} started nothing`);
    else this._model.join(waiter, candidate, around);
  }

  private _settled(waiter: Waiter, how: NonNullable<Seen["settled"]>): void {
    const seen = this._seen(waiter);
    this._claim(seen.settled === undefined, `call ${waiter.id} settled twice`);
    seen.settled = how;
  }

  /** The wrapped credential. */
  private _getToken(scopes: unknown, options: unknown): unknown {
    this._wrapped++;
    const waiter = this._stack.at(-1);
    if (waiter === undefined) throw new Error("the credential was called although nobody calls");
    const { candidate, stop } = waiter;
    this._claim(waiter.flight === undefined, `call ${waiter.id} reached the credential twice`);
    this._claim(stop?.fired !== true, `call ${waiter.id} started something although its signal had fired`);
    this._claim(candidate === undefined || candidate.over, `call ${waiter.id} did not join`);
    const flight = this._model.lead(waiter, this._around);
    this._checkArguments(flight, scopes, options);
    return inside.run(flight, () => this._answer(flight));
  }

  private _checkArguments(flight: Flight, scopes: unknown, options: unknown): void {
    const { leader } = flight;
    const [, asked, given] = REQUESTS[this._seen(leader).action.request] as (typeof REQUESTS)[number];
    this._claim(scopes === asked, `call ${leader.id} asked for other scopes`);
    const signal = (options as GetTokenOptions | undefined)?.abortSignal as AbortSignal | undefined;
    const own = leader.stop?.controller.signal;
    const shared = this._model.isShared(flight);
    this._claim(
      shared ? signal instanceof AbortSignal && signal !== own : signal === own,
      `call ${leader.id}: wrong signal`,
    );
    if (signal !== undefined && shared) {
      this._signals.set(flight, signal);
      signal.addEventListener("abort", () => {
        this._model.hasEnded(leader);
        for (const action of this._seen(leader).action.onFired) this.do(action);
      });
    }
    const expected = new Map(Reflect.ownKeys(given ?? {}).map((name) => [name, (given as never)[name]]));
    const got = new Map(Reflect.ownKeys(options ?? {}).map((name) => [name, (options as never)[name]]));
    got.delete("abortSignal");
    if (this._traced) got.delete("tracingOptions");
    const inherited = Object.getPrototypeOf(options ?? {});
    for (const [name, value] of expected) {
      const passed = got.has(name) ? got.get(name) : inherited?.[name];
      this._claim(passed === value, `call ${leader.id}: option ${String(name)} is lost`);
      got.delete(name);
    }
    this._claim(got.size === 0, `call ${leader.id}: options nobody gave`);
  }

  private _answer(flight: Flight): unknown {
    const { how, inside: caused } = this._seen(flight.leader).action;
    if (how === "later" || how === "thenable") {
      let resolve: (value: unknown) => void = () => {};
      let reject: (error: unknown) => void = () => {};
      const promise = new Promise<unknown>((...both) => {
        [resolve, reject] = both;
      });
      const settle = (ending: Ending) => {
        flight.answer = ending;
        if (ending.is === "error") reject(ending.with);
        else resolve((ending as { with: unknown }).with);
      };
      this._pending.push({ flight, settle });
      for (const action of caused) this.do(action);
      return how === "later"
        ? promise
        : // biome-ignore lint/suspicious/noThenProperty: a thenable that is no promise is the point.
          { then: (...args: Parameters<typeof promise.then>) => void promise.then(...args) };
    }
    for (const action of caused) this.do(action);
    const ending = this._ending(how === "null" || how === "error" ? how : how === "throw" ? "error" : "token");
    flight.answer = ending;
    const { with: value } = ending as { with: AccessToken | null };
    if (how === "throw") throw value;
    if (how === "bare") return value;
    if (how === "error") return Promise.reject(value);
    if (how !== "hostile") return Promise.resolve(value);
    return {
      // biome-ignore lint/suspicious/noThenProperty: as above.
      then(resolve: (value: unknown) => void, reject: (error: unknown) => void) {
        resolve(value);
        reject(new Error("said too late"));
        throw new Error("said too late");
      },
    };
  }

  started(span: ReadableSpan): void {
    const waiter = this._stack.at(-1);
    this._claim(waiter !== undefined, "a span although nobody calls");
    if (waiter === undefined) return;
    const seen = this._seen(waiter);
    this._claim(seen.span === undefined, `call ${waiter.id} has two spans`);
    seen.span = span;
    this._byspan.set(span.spanContext().spanId, waiter);
    for (const action of seen.action.onStart) this.do(action);
  }

  ended(span: ReadableSpan): void {
    const waiter = this._byspan.get(span.spanContext().spanId);
    if (waiter === undefined) return;
    const seen = this._seen(waiter);
    seen.ended++;
    this._model.hasEnded(waiter);
    for (const action of seen.action.onEnd) this.do(action);
  }

  /** Lets all that can settle do so, and compares. */
  async check(): Promise<void> {
    await tick();
    for (const flight of this._model.flights) this._model.answered(flight);
    const compared = [...this._calls].map(([waiter, seen]) => [this._expected(waiter), this._actual(waiter, seen)]);
    for (const flight of this._model.flights) this._checkSignal(flight);
    for (const { controller, listeners } of this._allStops) {
      const left = getEventListeners(controller.signal, "abort").length;
      this._claim(controller.signal.aborted || left === listeners.length, `${left} listeners, not ${listeners.length}`);
      if (controller.signal.aborted) this._claim(left === 0, `${left} listeners on a signal that has fired`);
    }
    this._claim(this._wrapped === this._model.flights.length, "calls of the credential");
    this._claim(vi.getTimerCount() <= (this._model.deadlineMs === undefined ? 0 : 1), `${vi.getTimerCount()} timers`);
    expect(this._wrong).toEqual([]);
    expect(compared.map(([, actual]) => actual)).toEqual(compared.map(([expected]) => expected));
  }

  private _checkSignal(flight: Flight): void {
    const signal = this._signals.get(flight);
    if (signal === undefined) return;
    const { fired, leader } = flight;
    this._claim(
      signal.aborted === (fired !== undefined),
      `the signal of call ${leader.id} has fired: ${signal.aborted}`,
    );
    if (fired === undefined) return;
    const reason = fired === "expired" ? this._deadlineErrors.get(flight) : fired.reason;
    this._claim(signal.reason === reason, `the signal of call ${leader.id} has another reason`);
  }

  private _expected(waiter: Waiter): string {
    const { flight, ending, leads, candidate } = waiter;
    if (ending === undefined) return `${waiter.id} waits`;
    const is = ending.is === "expired" ? "expired" : `${ending.is} ${this._names.get(ending.with) ?? ""}`;
    const settled = `${waiter.id} ${is}`;
    if (!this._traced) return settled;
    // A leader's span is that of the acquisition.
    if (leads && flight?.over !== true) return `${settled}, goes on`;
    const end = leads && flight !== undefined ? this._flightEnding(flight) : ending.is;
    const joined = flight === undefined ? candidate !== undefined : !leads;
    const gotOne = end === "token";
    const source = joined ? "coalesced" : gotOne ? (flight?.joinedInside ? "coalesced" : "cache") : undefined;
    const callers = leads && flight !== undefined && flight.callers > 1 ? flight.callers : undefined;
    const link = candidate && this._seen(candidate.leader).span?.spanContext().spanId;
    const red = gotOne || end === "aborted" ? 0 : 2;
    return `${settled}, 1 span, ${source}, callers ${callers}, link ${link}, status ${red}, left ${leads && flight?.leaderLeft === true}, 1 record, ${source}, ${callers}`;
  }

  private _flightEnding(flight: Flight): Ending["is"] {
    if (flight.waiting.length === 0) return "aborted";
    return flight.waiting[0]?.ending?.is ?? "aborted";
  }

  private _actual(waiter: Waiter, { settled, span, ended, records }: Seen): string {
    if (settled === undefined) return `${waiter.id} waits`;
    const said = `${waiter.id} ${this._describe(waiter, settled)}`;
    if (!this._traced) return said;
    if (ended === 0 || span === undefined) return `${said}, goes on`;
    const { attributes, links, status, events } = span;
    const left = events.some(({ name }) => name === "azure.identity.caller.gone");
    const link = links.map(({ context }) => context.spanId).join() || undefined;
    const { "azure.identity.token.source": source, "azure.identity.token.callers": callers } = attributes;
    const [record] = records;
    return `${said}, ${ended} span, ${source}, callers ${callers}, link ${link}, status ${status.code}, left ${left}, ${records.length} record, ${record?.tokenSource}, ${record?.callers}`;
  }

  private _describe({ flight, stop }: Waiter, settled: NonNullable<Seen["settled"]>): string {
    if ("value" in settled) {
      return settled.value === null ? "null " : `token ${this._names.get(settled.value) ?? "of nobody"}`;
    }
    const error = settled.error as Error;
    const name = this._names.get(error);
    if (name !== undefined) return `error ${name}`;
    if (error.name === "AbortError") return `aborted ${error.cause === stop?.reason ? "" : "for another reason"}`;
    if (error.name !== "CredentialDeadlineError" || flight === undefined) return String(error.stack);
    if (!this._deadlineErrors.has(flight)) this._deadlineErrors.set(flight, error);
    return this._deadlineErrors.get(flight) === error ? "expired" : "expired with an error of its own";
  }

  /** Answers all that is still open; after that every request starts something of its own. */
  async finish(): Promise<void> {
    while (this._pending.length > 0) {
      this.do({ do: "answer", which: 0, answer: "token" });
      await this.check();
    }
    const nothing = { inside: [], onStart: [], onEnd: [], onFired: [] };
    for (const key of new Set(REQUESTS.map(([name]) => name))) {
      const request = REQUESTS.findIndex(([name]) => name === key);
      this.do({ do: "call", request, stop: undefined, how: "token", ...nothing });
    }
    await this.check();
    vi.advanceTimersByTime(this._model.deadlineMs ?? 0);
    expect(vi.getTimerCount()).toBe(0);
  }
}
