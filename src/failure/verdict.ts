import type { AadstsEntry } from "./aadsts.js";
import type { FailureKind } from "./kinds.js";
import type { Rule } from "./rules/rule.js";
import type { WireFacts } from "./wire.js";

/**
 * A kind, and what led to it.
 *
 * @internal
 */
export interface Verdict {
  readonly kind: FailureKind;
  /** The AADSTS entry that decided. */
  readonly entry?: AadstsEntry;
  /** AADSTS numbers, the one that explains first. */
  readonly codes?: readonly number[];
  readonly rule?: Rule;
  /** The exchange or process that decided, or agrees. */
  readonly wire?: WireFacts;
  /** The transport error code that decided. */
  readonly code?: string;
  /** True where Entra ID, a service or an identity endpoint had answered. */
  readonly answered: boolean;
}
