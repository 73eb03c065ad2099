import { Bench } from "tinybench";

/** Work to measure: called `BATCH` times in a row for one sample, so that the clock costs nothing. */
export type Work = () => unknown;

export interface Row {
  readonly name: string;
  /** Median time of one call, in ns. */
  readonly ns: number;
  /** Median over the rounds of this row's time divided by the baseline's in the same round. */
  readonly ratio: number;
}

const BATCH = 1000;

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function sample(work: Work, timeMs: number): Promise<number> {
  const bench = new Bench({ time: timeMs, warmup: false, iterations: 3 });
  bench.add("work", async () => {
    for (let i = 0; i < BATCH; i++) await work();
  });
  const [task] = await bench.run();
  const { result } = task ?? {};
  if (result === undefined || !("latency" in result) || result.latency === undefined) throw new Error("no result");
  return (result.latency.p50 * 1e6) / BATCH;
}

/**
 * Measures the works against the first one. They take turns, round after round, and are compared within a round: what a
 * noisy machine does to one round it does to all of them.
 */
export async function compare(works: Record<string, Work>, { timeMs = 60, rounds = 15 } = {}): Promise<Row[]> {
  const names = Object.keys(works);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  for (const work of Object.values(works)) await sample(work, timeMs * 3);
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? names : names.toReversed();
    for (const name of order) times.get(name)?.push(await sample(works[name] as Work, timeMs));
  }
  const base = times.get(names[0] ?? "") ?? [];
  return names.map((name) => {
    const own = times.get(name) ?? [];
    return { name, ns: median(own), ratio: median(own.map((value, round) => value / (base[round] ?? Number.NaN))) };
  });
}
