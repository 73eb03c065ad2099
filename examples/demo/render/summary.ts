import type { Screen } from "./paint.ts";
import { printable, shorten, wrap } from "./text.ts";

/** One line of the summary. */
export interface SummaryRow {
  readonly label: string;
  /** First line of what the SDK threw; absent where it threw nothing. */
  readonly said?: string;
  /** Failure kind, or where the tokens came from. */
  readonly outcome: string;
  readonly owner?: string;
}

const HEADINGS: SummaryRow = {
  label: "scenario",
  said: "@azure/identity says",
  outcome: "kind",
  owner: "owner",
};

/** All scenarios side by side: what the SDK said, and what is said of it here. */
export function drawSummary(rows: readonly SummaryRow[], { paint, width }: Screen): string[] {
  const all = [HEADINGS, ...rows];
  const labels = Math.max(...all.map(({ label }) => label.length));
  const outcomes = Math.max(...all.map(({ outcome }) => outcome.length));
  const owners = Math.max(...all.map(({ owner = "" }) => owner.length));
  const words = Math.max(width - labels - outcomes - owners - 6, 8);
  const same = sameWords(rows);
  const lines = all.map((row) => {
    const { said = "", owner } = row;
    const cells = [
      row.label.padEnd(labels),
      shorten(printable(said), words).padEnd(words),
      row.outcome.padEnd(outcomes),
      owner ?? "",
    ] as const;
    if (row === HEADINGS) return paint("heading", cells.join("  "));
    const [label, quoted, outcome] = cells;
    const quote = paint(same.includes(row) ? "said" : "quiet", quoted);
    const kind = paint(owner === undefined ? "ok" : "kind", outcome);
    return `${label}  ${quote}  ${kind}  ${paint("owner", cells[3])}`.trimEnd();
  });
  return [...lines, "", ...pointOf(same, width).map((line) => paint("heading", line))];
}

/** The failures that the SDK reports with the very same words as another. */
function sameWords(rows: readonly SummaryRow[]): SummaryRow[] {
  return rows.filter((row) => row.said !== undefined && rows.some((other) => other !== row && other.said === row.said));
}

function pointOf(same: readonly SummaryRow[], width: number): string[] {
  if (same.length === 0) return [];
  const labels = same.map(({ label }) => label).join(", ");
  const kinds = same.map(({ outcome }) => outcome).join(", ");
  return wrap(`The SDK has the same words for ${same.length} of these (${labels}). They are: ${kinds}.`, width);
}
