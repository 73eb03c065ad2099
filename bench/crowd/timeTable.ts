import { failuresText, megabytes, ms, table } from "./format.ts";
import type { Answers, CredentialName, Mode } from "./orders.ts";
import { type Outcome, rounds, type TimeCase } from "./rounds.ts";
import { Stage } from "./stage.ts";

const CROWDS = [1, 100, 1000, 10_000];
const HEAD = ["callers", "runs", "discovery", "token requests", "of them 429", "failed callers", "last token"].concat([
  "to one, bare",
  "to one, wrapped",
  "peak RSS",
]);

function middle<T>(values: readonly T[], by: (value: T) => number): T | undefined {
  return values.toSorted((a, b) => (by(a) < by(b) ? -1 : 1))[values.length >> 1];
}

/** Milliseconds; without a token, for ever. */
const lastToken = (outcome: Outcome | undefined): number =>
  (outcome !== undefined && "time" in outcome && outcome.time.lastTokenMs) || Number.POSITIVE_INFINITY;

/** The median over the rounds of a case's time to that of another in the same round. */
function ratio(own: readonly Outcome[], base: readonly Outcome[] = []): string {
  const ratios = own.map((outcome, round) => lastToken(outcome) / lastToken(base[round]));
  return (middle(ratios, (value) => value) ?? Number.NaN).toFixed(2);
}

/** One credential and crowds of every size, bare and wrapped. Of the runs of a case, the one with the median time. */
export async function timeTable(credential: CredentialName, answers: Answers): Promise<string[]> {
  const modes: Mode[] = ["bare", "wrapped"];
  const cases: TimeCase[] = CROWDS.flatMap((callers) => modes.map((mode) => ({ credential, mode, callers })));
  for (const mode of ["traced", "by hand"] as const) cases.push({ credential, mode, callers: CROWDS.at(-1) ?? 1 });
  await using stage = await Stage.open();
  const outcomes = await rounds(stage, cases, answers);
  const [oneBare, oneWrapped] = outcomes;
  const rows = cases.map(({ callers, mode }, index) => {
    const own = outcomes[index] ?? [];
    const name = `${callers} ${mode}`;
    const median = middle(own, lastToken);
    if (median === undefined || "error" in median) return [name, own.length, median?.error ?? "no run"];
    const { discovery, token, refused } = median.played.requests;
    const { lastTokenMs, maxRss } = median.time;
    const requests = [discovery, token, refused];
    const times = [ms(lastTokenMs), ratio(own, oneBare), ratio(own, oneWrapped)];
    return [name, own.length, ...requests, failuresText([median.time]), ...times, megabytes(maxRss)];
  });
  return table(HEAD, rows);
}
