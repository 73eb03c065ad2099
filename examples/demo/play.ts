import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Places, Scenario } from "./scenario.ts";
import type { Job, Report } from "./worker.ts";

/** They mostly wait for the SDK's retries, so there may be more of them than processors. */
const SIDE_BY_SIDE = 8;
/** Far longer than the SDK's retries in any scenario. */
const LIMIT_MS = 40_000;

/** A scenario that is being played. */
export interface Play {
  readonly scenario: Scenario;
  readonly report: Promise<Report>;
}

/** Plays scenarios side by side, started in order. */
export function playAll(scenarios: readonly Scenario[], places: Places): Play[] {
  const running = new Set<Promise<unknown>>();
  let turn: Promise<unknown> = Promise.resolve();
  return scenarios.map((scenario) => {
    const started = turn.then(async () => {
      while (running.size >= SIDE_BY_SIDE) await Promise.race(running);
      const report = play(scenario, places);
      const ended: Promise<unknown> = report.then(ignore, ignore).then(() => running.delete(ended));
      running.add(ended);
      return { report };
    });
    turn = started;
    const report = started.then((play) => play.report);
    // It may fail long before its turn to be looked at.
    report.catch(ignore);
    return { scenario, report };
  });
}

async function play(scenario: Scenario, places: Places): Promise<Report> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: { id: scenario.id, places } satisfies Job,
    // Nothing of this machine: no proxy, no identity, and of the developer tools only the stand-ins.
    env: { PATH: places.toolsDirectory, HOME: places.toolsDirectory, ...scenario.environment?.(places) },
  });
  const ended = once(worker, "exit").then(() => {
    throw new Error(`The scenario ${scenario.id} ended without a report.`);
  });
  ended.catch(ignore);
  try {
    const report = once(worker, "message", { signal: AbortSignal.timeout(LIMIT_MS) });
    const [message] = await Promise.race([report, ended]);
    return message as Report;
  } finally {
    await worker.terminate();
  }
}

function ignore(): void {}
