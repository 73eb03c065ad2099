import type { AttemptDiagnosis } from "../../failure/types.js";
import type { Screen } from "./screen.js";
import { shorten, wrap } from "./wrap.js";

interface Row {
  readonly attempt: AttemptDiagnosis;
  readonly depth: number;
}

function flatten(attempts: readonly AttemptDiagnosis[], depth: number): Row[] {
  return attempts.flatMap((attempt) => [{ attempt, depth }, ...flatten(attempt.attempts, Math.min(depth + 1, 3))]);
}

function nameOf({ attempt, depth }: Row): string {
  const { credentialType } = attempt;
  return "  ".repeat(depth) + (credentialType === "unknown" ? "(not named)" : credentialType);
}

/**
 * The attempts of a chain, one line each; the decisive one is marked, with the reason.
 *
 * @param attempts - in order
 * @param reason - why the decisive one is decisive
 * @param screen - where they go
 * @internal
 */
export function attemptLines(
  attempts: readonly AttemptDiagnosis[],
  reason: string | undefined,
  { width, paint }: Screen,
): string[] {
  const rows = flatten(attempts, 0);
  const kinds = Math.max(...rows.map(({ attempt }) => (attempt.finding?.kind ?? attempt.outcome).length));
  const longest = Math.max(...rows.map((row) => nameOf(row).length));
  const names = Math.max(Math.min(longest, 34, width - kinds - 4), 8);
  return rows.flatMap((row) => {
    const { finding, decisive, outcome } = row.attempt;
    const name = shorten(nameOf(row), names).padEnd(names);
    const kind = finding?.kind ?? outcome;
    if (decisive && row.depth === 0) {
      const why = reason === undefined ? "this one explains the failure" : `this one explains the failure: ${reason}`;
      return [
        `${paint("failure", "✗")} ${paint("heading", name)}  ${paint("kind", kind)}`,
        ...wrap(why, width - 4).map((line, index) => paint("quiet", `${index === 0 ? "  ↳ " : "    "}${line}`)),
      ];
    }
    const room = width - names - kinds - 6;
    const summary = finding === undefined || room < 20 ? "" : `  ${shorten(finding.summary, room)}`;
    const padded = summary === "" ? kind : kind.padEnd(kinds);
    return [`${paint("skipped", outcome === "succeeded" ? "✓" : "○")} ${name}  ${padded}${paint("quiet", summary)}`];
  });
}
