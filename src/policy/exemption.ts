import type { Exemption } from "./types.js";

const DAY_MS = 86_400_000;

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Whether a text is a day of the calendar, `2027-03-01`. */
export function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const start = startOf(value);
  // Some engines roll the 30th of February over into March.
  return !Number.isNaN(start) && new Date(start).toISOString().startsWith(value);
}

/** Whether the last day of an exemption, in UTC, is over. */
export function hasEnded({ until }: Exemption, now: number): boolean {
  return until !== undefined && now >= startOf(until) + DAY_MS;
}
