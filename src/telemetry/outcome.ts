import { selectedMember, type TokenFacts } from "../acquisition/acquisition.js";
import type { TokenSource } from "../acquisition/record.js";
import type { AttemptDiagnosis, Diagnosis } from "../failure/types.js";
import type { Call } from "./call.js";

/** Class names of the members of a chain, in order; undefined for a credential that is no watched chain. */
export type Chain = readonly string[] | undefined;

/** What became of one call, for spans, metrics and the record alike. */
export interface Outcome {
  readonly call: Call;
  /** `empty`: the credential resolved to null. */
  readonly state: "succeeded" | "empty" | "failed" | "aborted";
  readonly chain: Chain;
  readonly durationMs: number;
  readonly source: TokenSource | undefined;
  readonly token: TokenFacts | undefined;
  readonly attempts: readonly AttemptDiagnosis[];
  readonly diagnosis: Diagnosis | undefined;
}

/** Whether the call itself failed; an aborted one did not, it was called off. */
export function isFailure({ state }: Outcome): boolean {
  return state === "failed" || state === "empty";
}

/** Class name of the member that gave the token. */
export function selectedIn({ call }: Outcome): string | undefined {
  if (call.joined) return call.selected;
  return call.recorder.attempts === undefined ? undefined : selectedMember(call.recorder);
}
