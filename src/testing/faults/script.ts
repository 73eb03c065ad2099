import { matches, type RecordedRequest, type RequestFilter } from "../requests.js";
import type { Fault } from "./fault.js";

interface Line {
  readonly filter: RequestFilter;
  readonly queue: { readonly fault: Fault; left: number }[];
}

/**
 * The faults that are still to come. Of several lines that fit a request, the one written first is played until it has
 * run out.
 *
 * @internal
 */
export class FaultScript {
  #lines: Line[] = [];

  add(filter: RequestFilter, faults: readonly Fault[]): void {
    this.#lines.push({ filter, queue: faults.map(unroll) });
  }

  take(request: RecordedRequest): Fault | undefined {
    const line = this.#lines.find((candidate) => matches(request, candidate.filter));
    const next = line?.queue[0];
    if (!line || !next) return undefined;
    next.left -= 1;
    if (next.left <= 0) line.queue.shift();
    if (line.queue.length === 0) this.#lines = this.#lines.filter((other) => other !== line);
    return next.fault;
  }

  /** How many faults have not been played; `Infinity` if one is to be repeated for ever. */
  get remaining(): number {
    return this.#lines.flatMap((line) => line.queue).reduce((sum, entry) => sum + entry.left, 0);
  }

  clear(): void {
    this.#lines = [];
  }
}

function unroll(fault: Fault): { fault: Fault; left: number } {
  if (fault.type !== "repeat") return { fault, left: 1 };
  const inner = unroll(fault.fault);
  return { fault: inner.fault, left: inner.left * (fault.times ?? Number.POSITIVE_INFINITY) };
}
