import type { Diagnosis } from "../failure/types.js";

/**
 * One distinct failure of a log. Occurrences that differ only in ids, times and ports are the same failure.
 *
 * @internal
 */
export interface ExplainedFailure {
  /** How many times it was reported; a retry that was logged counts. */
  readonly count: number;
  /** The words of its first report that decided: without log prefixes, in one line, secrets redacted, shortened. */
  readonly firstLine: string;
  /** Numbers, from 1, of the lines where its first and its last report begin. Absent where the input was no log. */
  readonly lines?: { readonly first: number; readonly last: number };
  /** Of its first report, with the ids that Entra ID gave to the request of the last. */
  readonly diagnosis: Diagnosis;
}

/**
 * What a log says about authentication.
 *
 * @internal
 */
export interface Explanation {
  /** Distinct failures in order of first appearance. */
  readonly failures: readonly ExplainedFailure[];
  /** How many lines were read. */
  readonly lineCount: number;
  /** Reports of further failures, beyond the number of distinct ones that are kept. */
  readonly omitted: number;
}

/**
 * How serious a log says a line is; `info` stands for all that is no complaint.
 *
 * @internal
 */
export type Severity = "error" | "warning" | "info";
