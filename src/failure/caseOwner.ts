import { isToolChallenged } from "./caseRemedies/claims.js";
import { isOwnSignIn } from "./caseRemedies/cookies.js";
import { isUserRefused } from "./caseRemedies/federation.js";
import { lacksHeader } from "./caseRemedies/header.js";
import type { Evidence } from "./evidence.js";
import type { Finding } from "./types.js";
import type { Verdict } from "./verdict.js";

type Responsibility = Pick<Finding, "owner" | "retryable">;

const USER: Responsibility = { owner: "user", retryable: false };
const DEVELOPER: Responsibility = { owner: "developer", retryable: false };

const PERMISSION =
  /resource not accessible by integration|id-token: write|write permissions to id-token|id-token permission|40[134] (?:\(\w{4,20}\) )?response from the oidc/;

/** A pipeline that may not have a token does not get one the next time, either. */
function isNotPermitted({ wire }: Verdict, { plain }: Evidence): boolean {
  const status = wire?.status;
  return status === 401 || status === 403 || status === 404 || PERMISSION.test(plain);
}

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
  if (verdict.kind === "federation_issue") return isUserRefused(evidence) ? USER : undefined;
  if (verdict.kind === "managed_identity_endpoint_error") return lacksHeader(evidence) ? DEVELOPER : undefined;
  if (verdict.kind === "assertion_unavailable") return isNotPermitted(verdict, evidence) ? DEVELOPER : undefined;
  return verdict.kind === "session_or_cookie" && isOwnSignIn(verdict) ? DEVELOPER : undefined;
}
