import type { CrowdTime } from "./orders.ts";

type Cell = string | number;

/** A table in Markdown: the first column is of words, the others are of figures. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  const line = (cells: readonly Cell[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|---|${"--:|".repeat(head.length - 1)}`, ...rows.map(line), ""];
}

export function ms(value: number | null): string {
  if (value === null) return "none";
  return value < 1000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(2)} s`;
}

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
export const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(2)} KB`;

/** `0`, or how many failed with which kind, and how many had come to no end at the limit. */
export function failuresText(times: readonly CrowdTime[]): string {
  const sums = new Map<string, number>();
  const add = (what: string, count: number) => count > 0 && sums.set(what, (sums.get(what) ?? 0) + count);
  for (const { failures, unsettled } of times) {
    for (const [kind, count] of Object.entries(failures)) add(`\`${kind}\``, count);
    add("without an end", unsettled);
  }
  return [...sums].map(([what, count]) => `${count} ${what}`).join(", ") || "0";
}
