import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { play, type Stage } from "./faults/play.js";
import { FaultScript } from "./faults/script.js";
import type { Call, HostBehaviour } from "./http.js";
import { send } from "./listener.js";
import { type MutableRequest, matches, type RecordedRequest, type RequestFilter, recordOf } from "./requests.js";

interface Waiter {
  readonly filter: RequestFilter;
  readonly resolve: (request: RecordedRequest) => void;
  readonly reject: (error: Error) => void;
}

/** Records what arrives at the hosts, plays the faults, and sends the answers. @internal */
export class Dispatcher {
  readonly requests: MutableRequest[] = [];
  readonly script = new FaultScript();
  readonly #closing = new AbortController();
  readonly #tenant: { readonly tenantId: string; readonly tenantName: string };
  #waiters: Waiter[] = [];

  constructor(tenant: { readonly tenantId: string; readonly tenantName: string }) {
    this.#tenant = tenant;
  }

  readonly wait = (milliseconds: number): Promise<void> =>
    milliseconds > 0 ? sleep(milliseconds, undefined, { signal: this.#closing.signal, ref: false }) : Promise.resolve();

  handler(behaviour: HostBehaviour): (call: Call, request: IncomingMessage, response: ServerResponse) => Promise<void> {
    const stage: Stage = { ...this.#tenant, host: behaviour.host, wait: this.wait };
    return async (call, request, response) => {
      const record = recordOf(behaviour.host, call, behaviour.classify(call));
      const fault = this.script.take(record);
      if (fault) record.fault = fault.name;
      this.requests.push(record);
      this.#notify(record);
      const outcome = await play(fault, call, stage, () => behaviour.answer(call));
      if (outcome.action === "hang") return;
      if (outcome.action === "reset") {
        // Node.js can only send a TCP reset where no TLS is on top; under TLS the bare end of the connection reads the same.
        if ("encrypted" in request.socket) request.socket.destroy();
        else request.socket.resetAndDestroy();
        return;
      }
      record.status = outcome.answer.status;
      send(outcome.answer, response, outcome.action === "truncate");
    };
  }

  next(filter: RequestFilter, timeoutMs: number): Promise<RecordedRequest> {
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(timer);
        this.#waiters = this.#waiters.filter((other) => other !== waiter);
      };
      const waiter: Waiter = {
        filter,
        resolve(request) {
          settle();
          resolve(request);
        },
        reject(error) {
          settle();
          reject(error);
        },
      };
      const timer = setTimeout(() => {
        waiter.reject(new Error(`No request like ${JSON.stringify(filter)} within ${timeoutMs} ms.`));
      }, timeoutMs);
      this.#waiters.push(waiter);
    });
  }

  reset(): void {
    this.requests.length = 0;
    this.script.clear();
  }

  close(): void {
    this.#closing.abort();
    for (const waiter of this.#waiters) waiter.reject(new Error("The emulator was closed."));
  }

  #notify(record: RecordedRequest): void {
    for (const waiter of this.#waiters.filter(({ filter }) => matches(record, filter))) waiter.resolve(record);
  }
}
