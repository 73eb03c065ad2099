import { setTimeout as sleep } from "node:timers/promises";
import type { TokenCredential } from "@azure/identity";
import { diagnose, type FailureKind } from "diagnostic-credential";
import type { CrowdTime } from "./orders.ts";

export const SCOPE = "https://vault.azure.net/.default";

/** All call at once; until the last has its token, or the time is up. */
export async function measureTime(credential: TokenCredential, callers: number, limitMs: number): Promise<CrowdTime> {
  let tokens = 0;
  let last: number | null = null;
  // Diagnosed afterwards: that is not what is timed here.
  const errors: unknown[] = [];
  const call = async (): Promise<void> => {
    try {
      await credential.getToken(SCOPE);
      tokens++;
      last = performance.now();
    } catch (error) {
      errors.push(error);
    }
  };
  const started = performance.now();
  const calls = Array.from({ length: callers }, call);
  await Promise.race([Promise.all(calls), sleep(limitMs)]);
  const maxRss = process.resourceUsage().maxRSS * 1024;

  const failures: Partial<Record<FailureKind, number>> = {};
  for (const error of errors) {
    const { kind } = diagnose(error);
    failures[kind] = (failures[kind] ?? 0) + 1;
  }
  return {
    tokens,
    failures,
    unsettled: callers - tokens - errors.length,
    lastTokenMs: last === null ? null : last - started,
    lastTokenAt: last === null ? null : performance.timeOrigin + last,
    maxRss,
  };
}
