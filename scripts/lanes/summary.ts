import type { Lane } from "./lanes.ts";
import type { Result } from "./run.ts";

/** The versions that a lane really had. */
export interface Versions {
  readonly node: string;
  readonly identity: string;
  /** The API of the package. */
  readonly api: string;
  /** The SDK of the application. */
  readonly sdk: string;
}

const HEAD = ["node", "identity", "api", "sdk", "suite", "passed", "failed", "skipped", "seconds", ""];

/** A table of all lanes, one line each. */
export function summary(lanes: readonly (readonly [Lane, Versions, Result])[]): string {
  const rows = lanes.map(([{ suite }, { node, identity, api, sdk }, { passed, failed, skipped, seconds, output }]) => {
    const numbers = [passed, failed, skipped, Math.round(seconds)].map(String);
    return [node, identity, api, sdk, suite, ...numbers, output === "" ? "ok" : "FAILED"];
  });
  const widths = HEAD.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  return [HEAD, ...rows].map((row) => line(row).trimEnd()).join("\n");
}
