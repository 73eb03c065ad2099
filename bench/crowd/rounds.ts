import type { Answers, CrowdTime } from "./orders.ts";
import type { Crowd, Played, Stage } from "./stage.ts";

export type TimeCase = Pick<Crowd, "credential" | "mode" | "callers">;

/** What one case came to in one round, or why it came to nothing. */
export type Outcome = { readonly played: Played<CrowdTime>; readonly time: CrowdTime } | { readonly error: string };

/** A case gives up after this; it is played again while it has taken less than the second figure in all. */
const LIMIT_MS = 120_000;
const SPENT_MS = 5000;
const ROUNDS = 5;

/**
 * Plays the cases in turn, round after round, so that the outcomes of one round can be compared. What takes long is
 * played once.
 *
 * @returns for each case, its outcomes by round
 */
export async function rounds(stage: Stage, cases: readonly TimeCase[], answers: Answers): Promise<Outcome[][]> {
  const outcomes = cases.map((): Outcome[] => []);
  const spent = cases.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, one] of cases.entries()) {
      if ((spent[index] ?? 0) > SPENT_MS) continue;
      const { credential, mode, callers } = one;
      process.stderr.write(`${credential} ${mode} ${callers}, round ${round + 1}\n`);
      const started = performance.now();
      outcomes[index]?.push(await outcome(stage, one, answers));
      spent[index] = (spent[index] ?? 0) + performance.now() - started;
    }
  }
  return outcomes;
}

async function outcome(stage: Stage, one: TimeCase, answers: Answers): Promise<Outcome> {
  try {
    const played = await stage.play<CrowdTime>([{ ...one, measure: "time", limitMs: LIMIT_MS }], answers);
    return { played, time: played.results[0] as CrowdTime };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
