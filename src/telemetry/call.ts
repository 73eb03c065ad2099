import type { TokenCredential } from "@azure/core-auth";
import type { Span, SpanContext } from "@opentelemetry/api";
import type { Recorder } from "../acquisition/recorder.js";
import type { WinnerChange } from "../acquisition/winner.js";
import type { PolicyViolation } from "../policy/types.js";
import type { Instruments } from "./metrics.js";

export const NO_VIOLATIONS: readonly PolicyViolation[] = Object.freeze([]);

/** A call that is going on, for spans, metrics and the record. What can change is filled in as it becomes known. */
export class Call {
  readonly recorder: Recorder;
  readonly scopes: unknown;
  /** It shares the acquisition of an earlier call. */
  joined: boolean;
  /** The span of that acquisition. */
  leader: SpanContext | undefined;
  span: Span | undefined;
  instruments: Instruments | undefined;
  /** Whether anybody wants to know how it ends. */
  wanted: boolean;
  /** Whether a record of it is wanted also where nobody listens. */
  kept = false;
  /** What the policy found in what was asked and in what came. */
  violations: readonly PolicyViolation[] = NO_VIOLATIONS;
  /** The member of a chain that gave the token of the acquisition it shares. */
  selected: string | undefined;
  /** The chain took its token from another member than before. */
  change: WinnerChange | undefined;
  /** Failures in a row while the earlier token works. */
  refreshFailures = 0;
  /** Calls that share the acquisition, this one included. */
  callers = 1;

  constructor(recorder: Recorder, scopes: unknown, joined: boolean, leader: SpanContext | undefined, wanted: boolean) {
    this.recorder = recorder;
    this.scopes = scopes;
    this.joined = joined;
    this.leader = leader;
    this.wanted = wanted;
  }

  /** The acquisition it was to share is over: it starts one of its own. */
  lead(credential: TokenCredential, around: Recorder | undefined): void {
    this.joined = false;
    this.leader = undefined;
    this.recorder.subject = credential;
    this.recorder.parent = around;
  }

  find(violations: readonly PolicyViolation[]): void {
    if (violations.length === 0) return;
    this.violations = this.violations.length === 0 ? violations : [...this.violations, ...violations];
  }
}
