import { failuresText, ms, table } from "./format.ts";
import type { Answers, CrowdTime } from "./orders.ts";
import { type Crowd, Stage } from "./stage.ts";

const PROCESSES = 50;
const CALLERS = 20;
const LIMIT_MS = 60_000;

/** Many processes of one machine, which share its IMDS and start at once. */
export async function fleetTable(answers: Answers): Promise<string[]> {
  await using stage = await Stage.open();
  const rows: (string | number)[][] = [];
  for (const mode of ["bare", "wrapped"] as const) {
    process.stderr.write(`fleet, ${mode}\n`);
    const crowd: Crowd = {
      ...{ credential: "ManagedIdentityCredential", mode, callers: CALLERS },
      ...{ measure: "time", limitMs: LIMIT_MS },
    };
    const { results, requests, at } = await stage.play<CrowdTime>(Array(PROCESSES).fill(crowd), answers);
    const tokens = results.reduce((sum, result) => sum + result.tokens, 0);
    const whole = results.filter((result) => result.tokens === CALLERS).length;
    const last = Math.max(...results.map(({ lastTokenAt }) => lastTokenAt ?? Number.NEGATIVE_INFINITY));
    const { token, refused } = requests;
    rows.push([mode, token, refused, tokens, failuresText(results), whole, ms(last - at)]);
  }
  return table(
    [
      `${PROCESSES} processes`,
      "token requests",
      "of them 429",
      "tokens",
      "failed callers",
      "processes without failure",
    ].concat("last token"),
    rows,
  );
}
