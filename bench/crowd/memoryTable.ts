import { kilobytes, table } from "./format.ts";
import { type CrowdMemory, credentials, type Mode } from "./orders.ts";
import { Stage } from "./stage.ts";

/** Bare callers cost the same each, however many they are, and ten thousand would take a minute. */
const CALLERS: Record<Mode, number> = { bare: 1000, wrapped: 10_000, traced: 10_000, "by hand": 10_000 };
const FOR_EVER_MS = 1_000_000;
const LIMIT_MS = 60_000;

/** What a caller holds while it waits for a token that does not come. */
export async function memoryTable(): Promise<string[]> {
  await using stage = await Stage.open();
  const rows: (string | number)[][] = [];
  for (const credential of credentials) {
    for (const mode of ["bare", "wrapped", "traced", "by hand"] as const) {
      process.stderr.write(`${credential} ${mode}, memory\n`);
      const crowd = { credential, mode, callers: CALLERS[mode], limitMs: LIMIT_MS, measure: "memory" } as const;
      const { results } = await stage.play<CrowdMemory>([crowd], { delayMs: FOR_EVER_MS });
      for (const { waiting, heapPerCaller, rssPerCaller } of results) {
        rows.push([`${credential}, ${mode}`, waiting, kilobytes(heapPerCaller), kilobytes(rssPerCaller)]);
      }
    }
  }
  return table(["", "waiting callers", "heap, each", "RSS, each"], rows);
}
