import { isToolChallenged } from "./caseRemedies/claims.js";
import { isOwnSignIn } from "./caseRemedies/cookies.js";
import type { Evidence } from "./evidence.js";
import type { Finding } from "./types.js";
import type { Verdict } from "./verdict.js";

type Responsibility = Pick<Finding, "owner" | "retryable">;

const USER: Responsibility = { owner: "user", retryable: false };
const DEVELOPER: Responsibility = { owner: "developer", retryable: false };

/**
 * Who can fix a failure, and whether waiting helps, where more than its kind is known.
 *
 * @param verdict - the kind and what led to it
 * @param evidence - what was read off the error
 * @param credentialType - class name of the credential, where it is known
 * @returns `undefined` where the usual holds
 * @internal
 */
export function ownerOfCase(
  verdict: Verdict,
  evidence: Evidence,
  credentialType: string | undefined,
): Responsibility | undefined {
  if (verdict.kind === "claims_challenge") {
    return isToolChallenged(evidence, credentialType) ? USER : undefined;
  }
  return verdict.kind === "session_or_cookie" && isOwnSignIn(verdict) ? DEVELOPER : undefined;
}
