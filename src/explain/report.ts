import type { ExplainedFailure } from "./types.js";

/**
 * What `explain --json` prints. A later version of the package may add fields; `version` changes where one changes its
 * meaning or goes.
 *
 * @internal
 */
export interface ExplainReport {
  readonly version: 1;
  /** Distinct failures in order of first appearance; empty where nothing about authentication was found. */
  readonly failures: readonly ExplainedFailure[];
}

/**
 * The failures of an input, for a program.
 *
 * @internal
 */
export function explainReport(failures: readonly ExplainedFailure[]): ExplainReport {
  return {
    version: 1,
    failures: failures.map(({ count, firstLine, lines, diagnosis }) => ({
      count,
      firstLine,
      ...(lines === undefined ? {} : { lines }),
      diagnosis,
    })),
  };
}
