import type { Evidence } from "../evidence.js";
import { NO_METADATA } from "../inBetween.js";
import type { FailureKind } from "../kinds.js";
import type { Verdict } from "../verdict.js";
import type { WireAnswer } from "../wire.js";

/** What MSAL says in place of an answer that it could not read. */
const UNREAD: ReadonlySet<FailureKind> = new Set([
  "authority_unreachable",
  "connection_failed",
  "invalid_token_response",
  "managed_identity_endpoint_error",
  "managed_identity_unreachable",
  "unknown",
]);

/** What an answer that came, and is not what its reader expected, stands for. */
function kindOfUnread(own: Verdict, { status, identity }: WireAnswer, evidence: Evidence): FailureKind | undefined {
  if (own.code !== undefined || !UNREAD.has(own.kind)) return undefined;
  if (status >= 300) return "unknown";
  if (own.kind === "unknown" && evidence.status !== status) return undefined;
  return identity ? "managed_identity_endpoint_error" : "invalid_token_response";
}

/**
 * What an answer stands for that came and that its reader could not use, where its status proves nothing.
 *
 * @param own - what the error says
 * @param answer - the one the acquisition ended with
 * @param evidence - what was read off the error
 * @internal
 */
export function byAnswer(own: Verdict, answer: WireAnswer, evidence: Evidence): Verdict | undefined {
  if (answer.token) {
    const kind = kindOfUnread(own, answer, evidence);
    if (kind === undefined) return undefined;
    const rule = own.rule?.kind === kind ? { rule: own.rule } : {};
    return { kind, answered: true, ...rule, wire: answer };
  }
  // What came in place of the metadata could not be used, though it came.
  return own.kind === "authority_unreachable" && answer.status < 300
    ? { kind: own.kind, rule: NO_METADATA, wire: answer, answered: false }
    : undefined;
}
