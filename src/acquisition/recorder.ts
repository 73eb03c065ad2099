import type { Context } from "@opentelemetry/api";
import type { Exchange, ToolProcess } from "../failure/types.js";
import type { Attempt } from "./chain.js";

/**
 * Most exchanges or processes kept for one acquisition or attempt. A retry storm beyond it is counted, and the newest
 * one takes the last place, since the last exchange is the one that explains the failure.
 */
export const MAX_RECORDED = 32;

/** An HTTP exchange that may still be going on. */
export interface OpenExchange {
  snapshot(): Exchange;
  /** Identifies the target, so that a second exchange with the same target counts as a retry. */
  readonly target: string;
  readonly probe: boolean;
  /** The innermost acquisition or attempt it belongs to. */
  owner?: Recorder;
}

/** A child process that may still be running. */
export interface OpenProcess {
  snapshot(): ToolProcess;
}

function keep<T>(list: T[] | undefined, item: T): T[] {
  if (list === undefined) return [item];
  if (list.length < MAX_RECORDED) list.push(item);
  else list[MAX_RECORDED - 1] = item;
  return list;
}

/**
 * What one acquisition, or one attempt inside it, did on the wire. The current one is found through {@link recorders};
 * an attempt passes on to the acquisition around it what it records.
 */
export class Recorder {
  /** `performance.now()` at the start, in ms. */
  startedAt = 0;
  /** A credential inside shared the acquisition of somebody else, so that nothing was sent from here. */
  coalesced = false;
  /** The credential whose `getToken` runs directly inside, so that a DiagnosticCredential knows it is already traced. */
  subject: unknown;
  parent: Recorder | undefined;
  /** The context that spans inside belong to; undefined when tracing is off. */
  context: Context | undefined;
  attempts: Attempt[] | undefined;
  exchangeCount = 0;
  /** How many of the exchanges asked the same target again. */
  retries = 0;
  processCount = 0;
  private _targets: Set<string> | undefined;
  private _exchanges: OpenExchange[] | undefined;
  private _processes: OpenProcess[] | undefined;
  private _closed = false;

  constructor(subject: unknown, parent: Recorder | undefined) {
    this.subject = subject;
    this.parent = parent;
  }

  get closed(): boolean {
    return this._closed;
  }

  /** Nothing has been sent, started or tried: hardly any time has gone by. */
  get isIdle(): boolean {
    return this.exchangeCount === 0 && this.processCount === 0 && this.attempts === undefined;
  }

  /** After this nothing is recorded: what is sent later does not belong to the acquisition. */
  close(): void {
    this._closed = true;
  }

  /**
   * Lets go of everything. A socket that is kept alive holds on to the asynchronous context it was opened in, and so to
   * this recorder, for as long as it lives.
   */
  release(): void {
    this._closed = true;
    if (this.attempts !== undefined) for (const { recorder } of this.attempts) recorder.release();
    this.subject = this.parent = this.context = this.attempts = this._exchanges = this._processes = undefined;
  }

  /** `retry` is decided where the exchange was made: another member of a chain that asks the same is no retry. */
  addExchange(exchange: OpenExchange, retry?: boolean): void {
    let again = retry;
    if (again === undefined) {
      exchange.owner = this;
      this._targets ??= new Set();
      again = this._targets.has(exchange.target);
      if (this._targets.size < MAX_RECORDED) this._targets.add(exchange.target);
    }
    if (!this._closed) {
      this.exchangeCount++;
      if (again) this.retries++;
      this._exchanges = keep(this._exchanges, exchange);
    }
    this.parent?.addExchange(exchange, again);
  }

  addProcess(process: OpenProcess): void {
    if (!this._closed) {
      this.processCount++;
      this._processes = keep(this._processes, process);
    }
    this.parent?.addProcess(process);
  }

  addAttempt(attempt: Attempt): void {
    this.attempts ??= [];
    this.attempts.push(attempt);
  }

  /** Exchanges that did more than probe for an endpoint. */
  get tokenExchanges(): number {
    if (this.exchangeCount === 0) return 0;
    let probes = 0;
    for (const exchange of this._exchanges ?? []) if (exchange.probe) probes++;
    return this.exchangeCount - probes;
  }

  exchanges(): Exchange[] {
    return this._exchanges?.map((exchange) => exchange.snapshot()) ?? [];
  }

  /** Those that belong to no attempt or acquisition further in. */
  ownExchanges(): Exchange[] {
    return this._exchanges?.filter(({ owner }) => owner === this).map((exchange) => exchange.snapshot()) ?? [];
  }

  processes(): ToolProcess[] {
    return this._processes?.map((process) => process.snapshot()) ?? [];
  }
}
