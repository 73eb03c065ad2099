import { diagnose } from "../failure/diagnose.js";
import { deciding } from "./deciding.js";
import { safeDiagnosis } from "./redaction.js";
import type { Seen } from "./seen.js";
import type { ExplainedFailure } from "./types.js";

interface Counted {
  count: number;
  readonly firstLine: string;
  first: number;
  last: number;
  readonly seen: Seen;
  /** Of the last occurrence that names its request. */
  latest: string | undefined;
}

const MAX_FAILURES = 500;
/** A longer report is not kept for its ids. */
const MAX_KEPT = 8_192;
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/i;

/** A copy, for a part of a text keeps all of it in memory. */
function copied(text: string): string {
  return Buffer.from(text).toString();
}

/** With the ids of the last occurrence: support keeps what it knows of a request for some days only. */
function withLatestIds({ seen: { diagnosis }, latest }: Counted): ExplainedFailure["diagnosis"] {
  if (latest === undefined || diagnosis.entra === undefined) return diagnosis;
  const { correlationId, traceId, timestamp } = safeDiagnosis(diagnose(latest)).entra ?? {};
  if (correlationId === undefined && traceId === undefined) return diagnosis;
  const { correlationId: _, traceId: __, timestamp: ___, ...entra } = diagnosis.entra;
  return {
    ...diagnosis,
    entra: {
      ...entra,
      ...(correlationId === undefined ? {} : { correlationId }),
      ...(traceId === undefined ? {} : { traceId }),
      ...(timestamp === undefined ? {} : { timestamp }),
    },
  };
}

/**
 * Counts failures; what it holds is bounded.
 *
 * @internal
 */
export class Tally {
  readonly #failures = new Map<string, Counted>();
  #omitted = 0;

  /** Reports of further failures, beyond the number of distinct ones that are kept. */
  get omitted(): number {
    return this.#omitted;
  }

  /** How many distinct failures there are so far. */
  get size(): number {
    return this.#failures.size;
  }

  /**
   * @param seen - what was found
   * @param text - the report
   * @param number - of its first line
   */
  add(seen: Seen, text: string, number: number): void {
    const failure = this.#failures.get(seen.key);
    if (failure === undefined) {
      if (this.#failures.size >= MAX_FAILURES) this.#omitted++;
      else {
        const firstLine = deciding(text, seen.diagnosis);
        this.#failures.set(seen.key, { count: 1, firstLine, first: number, last: number, seen, latest: undefined });
      }
      return;
    }
    failure.count++;
    // Reports of several streams do not end in the order in which they began.
    failure.first = Math.min(failure.first, number);
    failure.last = Math.max(failure.last, number);
    if (text.length <= MAX_KEPT && seen.diagnosis.entra !== undefined && ID.test(text)) failure.latest = copied(text);
  }

  /** The failures in order of first appearance. */
  failures(): ExplainedFailure[] {
    return [...this.#failures.values()]
      .sort((a, b) => a.first - b.first)
      .map((failure) => {
        const { count, firstLine, first, last } = failure;
        return { count, firstLine, lines: { first, last }, diagnosis: withLatestIds(failure) };
      });
  }
}
