import { matches, type RecordedRequest, type RequestFilter } from "../requests.js";
import type { Fault } from "./fault.js";
import { atRate } from "./rate.js";

interface Entry {
  readonly fault: Fault;
  left: number;
  /** When the requests arrived that a rate has let through. */
  readonly served: number[];
}

interface Line {
  readonly filter: RequestFilter;
  readonly queue: Entry[];
}

/**
 * The faults that are still to come. Of several lines that fit a request, the one written first is played until it has
 * run out; what a rate lets through is left to the lines below it.
 *
 * @internal
 */
export class FaultScript {
  #lines: Line[] = [];

  add(filter: RequestFilter, faults: readonly Fault[]): void {
    this.#lines.push({ filter, queue: faults.map(unroll) });
  }

  take(request: RecordedRequest): Fault | undefined {
    for (const line of this.#lines) {
      const next = line.queue[0];
      if (!next || !matches(request, line.filter)) continue;
      next.left -= 1;
      if (next.left <= 0) line.queue.shift();
      if (line.queue.length === 0) this.#lines = this.#lines.filter((other) => other !== line);
      const fault = atRate(next.fault, request.at, next.served);
      if (fault) return fault;
    }
    return undefined;
  }

  /** How many faults have not been played; `Infinity` if one is to be repeated for ever. */
  get remaining(): number {
    return this.#lines.flatMap((line) => line.queue).reduce((sum, entry) => sum + entry.left, 0);
  }

  clear(): void {
    this.#lines = [];
  }
}

function unroll(fault: Fault): Entry {
  if (fault.type === "throttleAbove") return { fault, left: Number.POSITIVE_INFINITY, served: [] };
  if (fault.type !== "repeat") return { fault, left: 1, served: [] };
  const inner = unroll(fault.fault);
  return { ...inner, left: inner.left * (fault.times ?? Number.POSITIVE_INFINITY) };
}
