import type { FailureKind } from "./kinds.js";
import type { Verdict } from "./verdict.js";

/**
 * How far a member of a chain came.
 *
 * @internal
 */
export const CAME = {
  REFUSED: 6,
  CUT_OFF: 5,
  HALF_CONFIGURED: 4,
  TIMED_OUT: 3,
  PRESENT: 2,
  UNCLEAR: 1,
  ABSENT: 0,
} as const;

/**
 * The rule on an account that has to sign in again: it had been set up for this.
 *
 * @internal
 */
export const SIGNED_IN_BEFORE = "identity-connection.account-again";

const REASONS: Readonly<Record<number, string>> = {
  [CAME.REFUSED]: "it came furthest: it was refused by the endpoint it asked",
  [CAME.CUT_OFF]: "it was set up and sent a request, which failed on the network",
  [CAME.HALF_CONFIGURED]: "it was set up, so it was meant to work",
  [CAME.TIMED_OUT]: "it ran out of time",
  [CAME.PRESENT]: "it is there",
  [CAME.UNCLEAR]: "what it said is not known",
};

/** What a member whose failure is one of these did, where its level does not say it. */
const OF_KIND: Readonly<Partial<Record<FailureKind, string>>> = {
  assertion_unavailable: "it was set up, but could not get the external token that it needs",
  managed_identity_endpoint_error: "it came furthest: its endpoint answered, but not with a token",
  managed_identity_gateway_error: "it came furthest: something answered in place of its endpoint",
  managed_identity_retries_exhausted: "its endpoint answered, but not with a token",
  tool_not_signed_in: "its tool is there but has no sign-in",
  tool_failed: "its tool is there but failed",
  token_cache_unavailable: "its token cache is there but cannot be used",
};

/**
 * For a member that is named by variables of this host, and for one of whose variables some are set.
 *
 * @internal
 */
export const SHOWN_HERE = "what this host shows points to it";

/** @internal */
export const BEGUN = "it was set up in part, so it was meant to work";

/** Of several tries nothing is said but that they failed. */
const TRIED_IN_VAIN = "managed-identity.attempts-without-answer";

/**
 * Why a member is the one that explains the failure of its chain, as a clause without identifiers.
 *
 * @param verdict - that on the member
 * @param came - how far it came
 * @param others - how far the other members came
 * @internal
 */
export function reasonOf({ kind, rule }: Verdict, came: number, others: readonly number[]): string {
  if (rule?.id === "configuration.variables-partial") return BEGUN;
  if (rule?.id === SIGNED_IN_BEFORE) return "an account was set up for it, which has to sign in again";
  const tried = rule?.id === TRIED_IN_VAIN ? "several attempts to use it failed" : undefined;
  const own = tried ?? OF_KIND[kind] ?? REASONS[came] ?? SHOWN_HERE;
  if (came >= CAME.HALF_CONFIGURED) return own;
  if (others.every((other) => other === CAME.ABSENT)) return `${own}, while others were merely absent`;
  return `${own}, ${others.includes(came) ? "and no other came further" : "and the others came less far"}`;
}
