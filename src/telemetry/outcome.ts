import type { Span } from "@opentelemetry/api";
import type { TokenFacts } from "../acquisition/acquisition.js";
import type { TokenSource } from "../acquisition/record.js";
import type { Recorder } from "../acquisition/recorder.js";
import type { AttemptDiagnosis, Diagnosis } from "../failure/types.js";

/** What became of one call, for spans, metrics and the record alike. */
export interface Outcome {
  /** `empty`: the credential resolved to null. */
  readonly state: "succeeded" | "empty" | "failed" | "aborted";
  readonly recorder: Recorder;
  readonly scopes: unknown;
  /** Class names of the members, in order; undefined for a credential that is no watched chain. */
  readonly chain: readonly string[] | undefined;
  readonly durationMs: number;
  readonly span: Span | undefined;
  readonly source: TokenSource | undefined;
  readonly token: TokenFacts | undefined;
  readonly attempts: readonly AttemptDiagnosis[];
  readonly diagnosis: Diagnosis | undefined;
}

/** Whether the call itself failed; an aborted one did not, it was called off. */
export function isFailure({ state }: Outcome): boolean {
  return state === "failed" || state === "empty";
}
