import type { Interval } from "./trace.ts";

const FROM_LEFT = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];
/** Lower half of a cell, by whether its left and its right half are covered. */
const THIN = [" ", "▗", "▖", "▄"];

/** A bar to scale. However short, something of it is seen. */
export function thickBar(interval: Interval, scale: Interval, cells: number): string {
  const { from, to } = placed(interval, scale, cells);
  const drawn = Array.from({ length: cells }, (_, cell) => {
    const left = Math.min(Math.max(from - cell, 0), 1);
    const right = Math.min(Math.max(to - cell, 0), 1);
    if (right <= left) return " ";
    if (left < 1 / 16) return FROM_LEFT[Math.max(Math.round(right * 8), 1) - 1] ?? "█";
    if (left < 1 / 4 && right === 1) return "█";
    if (left < 3 / 4 && right - left > 1 / 4) return "▐";
    return left < 1 / 2 ? "▏" : "▕";
  });
  return drawn.join("");
}

/** Several thin bars in one line, e.g. a request and its retries. */
export function thinBars(intervals: readonly Interval[], scale: Interval, cells: number): string {
  const halves = new Array<boolean>(cells * 2).fill(false);
  for (const interval of intervals) {
    const { from, to } = placed(interval, scale, cells * 2);
    halves.fill(true, Math.floor(from), Math.max(Math.floor(from) + 1, Math.round(to)));
  }
  return Array.from(
    { length: cells },
    (_, cell) => THIN[(halves[2 * cell] ? 2 : 0) + (halves[2 * cell + 1] ? 1 : 0)],
  ).join("");
}

function placed({ start, end }: Interval, scale: Interval, cells: number): { from: number; to: number } {
  const cellsPerMillisecond = cells / Math.max(scale.end - scale.start, 1e-6);
  // A span may end a little after its parent: clocks are read one after the other.
  const from = Math.min(Math.max((start - scale.start) * cellsPerMillisecond, 0), cells - 1 / 8);
  const to = Math.min(Math.max((end - scale.start) * cellsPerMillisecond, from + 1 / 8), cells);
  return { from, to };
}
