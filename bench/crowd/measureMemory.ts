import { setTimeout as sleep } from "node:timers/promises";
import type { TokenCredential } from "@azure/identity";
import { SCOPE } from "./measureTime.ts";
import type { CrowdMemory } from "./orders.ts";

const STEP_MS = 1000;

function memory(): NodeJS.MemoryUsage {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage();
}

/** Until nothing moves in this process any more: every caller then waits for the answer that does not come. */
async function stillness(limitMs: number): Promise<void> {
  for (const started = performance.now(); performance.now() - started < limitMs; ) {
    const before = performance.eventLoopUtilization();
    await sleep(STEP_MS);
    if (performance.eventLoopUtilization(before).utilization < 0.02) return;
  }
}

/** All call at once; what they hold while they wait. Run with --expose-gc. */
export async function measureMemory(
  credential: TokenCredential,
  callers: number,
  limitMs: number,
): Promise<CrowdMemory> {
  const before = memory();
  let waiting = callers;
  const settled = () => void waiting--;
  for (let i = 0; i < callers; i++) void credential.getToken(SCOPE).then(settled, settled);
  await stillness(limitMs);
  const after = memory();
  return {
    waiting,
    heapPerCaller: (after.heapUsed - before.heapUsed) / callers,
    rssPerCaller: (after.rss - before.rss) / callers,
  };
}
