import type { Evidence } from "../evidence.js";
import type { FailureKind } from "../kinds.js";
import { quotesAnswer, statusOfUnread } from "../quotedAnswer.js";
import { isOfService } from "../service.js";
import { isAboutAuthentication } from "../topic.js";
import type { Verdict } from "../verdict.js";
import { isPageOfGateway, kindOfManagedIdentityStatus } from "../wireStatus.js";

/** What the first Azure SDK for Go says where the request for a token failed that a call to a service needed. */
const REFRESHING = /failed to refresh the token|refresh request failed/;

/** An answer that only the authority gives, whatever else the text names. */
const AUTHORITY_ANSWER =
  /"error": ?"(?:invalid|unauthorized)_cl|response code: 4\d\d for url: https:\/\/login\.[a-z.]{8,40}\//;

/** Where a client that names it only beside its message had sent the request. */
const AUTHORITY_HOST = /^login\.(?:microsoftonline|windows|partner\.microsoftonline|chinacloudapi)\./i;

/** A body, whatever became of the rest of it: what it says is most likely that there is no such identity. */
const SHOWN_BODY = /\{ ?\\?"|\{'|response body: ?\S|refresh request failed/;
/** Where an identity was asked for by its id, or the text tells to look after it: the likely reason of a bare refusal. */
const NAMES_IDENTITY =
  /[?&]client_?id=[0-9a-f]{8}-|[?&](?:object_id|principal_id|msi_res_id|mi_res_id)=[^&\s]|(?:verify|check|ensure|make sure|assign|enable|configure)\b.{0,80}(?:identit|client ?_?id|\bmsi\b)/;

/** Names that forward proxies and web filters put on their pages. */
const PROXY =
  /\bsquid\b|zscaler|blue ?coat|forcepoint|websense|netskope|forti(?:gate|net|guard|proxy)|mcafee web|cisco umbrella|\bproxy\b/;

/**
 * What a web page stands for that came in place of the answer of an identity endpoint.
 *
 * @param status - HTTP status
 * @param plain - the text that quotes the page
 * @internal
 */
export function kindOfPage(status: number, plain: string): FailureKind {
  return isPageOfGateway(status, PROXY.test(plain))
    ? "managed_identity_gateway_error"
    : kindOfManagedIdentityStatus(status);
}

/**
 * What the status of an answer says.
 *
 * @internal
 */
export function byStatus(evidence: Evidence): Verdict | undefined {
  const { status, plain } = evidence;
  const page = /<html|<!doctype|text\/html|'<' is an invalid start/.test(plain);
  const unread = statusOfUnread(plain);
  if (evidence.managedIdentity) {
    if (page) return { kind: kindOfPage(status ?? 200, plain), answered: true };
    if (AUTHORITY_ANSWER.test(plain)) return undefined;
    if (unread === 200) return { kind: "managed_identity_endpoint_error", answered: true };
    // No endpoint sends a request for a token elsewhere: what is in between does.
    if (unread !== undefined && unread > 300) return { kind: "managed_identity_gateway_error", answered: true };
    // What is wrong with the request stands beside this status.
    if (status === 400 && quotesAnswer(plain)) return undefined;
    if (status === 400 && !SHOWN_BODY.test(plain) && !NAMES_IDENTITY.test(plain))
      return { kind: "managed_identity_endpoint_error", answered: true };
    if (status !== undefined && status >= 400) return { kind: kindOfManagedIdentityStatus(status), answered: true };
    return undefined;
  }
  // A service of Azure answers clients with no page, and the authority with none of these.
  if (page && status !== 429 && PROXY.test(plain)) return { kind: "proxy_failure", answered: true };
  if (unread === 200) return { kind: "invalid_token_response", answered: true };
  // The authority sends a request for a token nowhere else: a portal in between does.
  if (unread !== undefined && unread > 300) return { kind: "proxy_failure", answered: true };
  if (status === undefined) return undefined;
  if (isAboutAuthentication(evidence) || AUTHORITY_HOST.test(evidence.host ?? "")) {
    if (status === 407) return { kind: "proxy_failure", answered: true };
    if (status === 429) return { kind: "throttled", answered: true };
    if (status >= 500) return { kind: "service_unavailable", answered: true };
    if (page) return { kind: "proxy_failure", answered: true };
  }
  if (isOfService(evidence) && evidence.oauthError === undefined && !REFRESHING.test(plain)) {
    if (status === 401) return { kind: "token_rejected", answered: true };
    if (status === 403) return { kind: "authorization_denied", answered: true };
  }
  return undefined;
}
