import { isOfCallback } from "./assertionCallback.js";
import type { Evidence } from "./evidence.js";
import { fromError } from "./fromError.js";
import { ENDPOINT_BEHIND_PROXY, NO_METADATA, PROXY_UNREACHED, REFUSED_BY_CONTAINER } from "./inBetween.js";
import { type FailureKind, KINDS } from "./kinds.js";
import { MALFORMED_ENDPOINT, malformedEndpoint } from "./malformedEndpoint.js";
import { quotesAnswer } from "./quotedAnswer.js";
import type { HeldBack } from "./types.js";
import type { Verdict } from "./verdict.js";
import { byEntraCode } from "./verdicts/byEntraCode.js";
import { byHeldBack } from "./verdicts/byHeldBack.js";
import type { WireAnswer, WireFacts, WireVerdict } from "./wire.js";

/**
 * What is known about the failure beside the error itself.
 *
 * @internal
 */
export interface ClassifyContext {
  readonly wire?: WireVerdict | undefined;
  /** The answer it ended with. */
  readonly answer?: WireAnswer | undefined;
  readonly process?: WireVerdict | undefined;
  /** The tool it ended with. */
  readonly tool?: WireFacts | undefined;
  /** True where it may have gone no further than the application's own assertion. */
  readonly assertionCallback?: boolean;
  /** Class name of the credential, where it is known from elsewhere than the error. */
  readonly credentialType?: string | undefined;
  /** An earlier answer that may be why nothing was sent. */
  readonly heldBack?: HeldBack | undefined;
  /** True where it is known that no request was sent from this process. */
  readonly unsent?: boolean;
  /** True where the failure is known to be one of acquiring a token, whatever its text says. */
  readonly acquiring?: boolean;
}

/** Kinds that say less than a status on the wire. */
const VAGUE: ReadonlySet<FailureKind> = new Set([
  "unknown",
  "not_authentication",
  "authority_unreachable",
  "dns_failure",
  "connection_failed",
  "network_timeout",
  "no_credential_available",
  "invalid_token_response",
  "managed_identity_unreachable",
  "managed_identity_endpoint_error",
  "managed_identity_not_configured",
  "service_unavailable",
  "tool_failed",
]);

/** Statuses of an identity endpoint that stand for many things: the sentence beside them tells which. */
const AMBIGUOUS: ReadonlySet<FailureKind> = new Set([
  "managed_identity_not_assigned",
  "managed_identity_endpoint_error",
]);

/** Whether an error quotes the answer of which the wire only knows the status. */
function saysMore(own: Verdict, wire: WireVerdict, evidence: Evidence): boolean {
  if (!AMBIGUOUS.has(wire.kind) || KINDS[own.kind].stage !== "managed_identity") return false;
  // The status alone, of which the wire knows as much.
  if (own.rule === undefined && own.kind === "managed_identity_endpoint_error" && !quotesAnswer(evidence.plain))
    return false;
  return evidence.status === wire.status || quotesAnswer(evidence.plain);
}

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

/** The head of an answer shows whose page its body is; the text does not. */
function isTraced(own: Verdict, wire: WireVerdict): boolean {
  return own.kind === "managed_identity_retries_exhausted" && wire.kind === "managed_identity_gateway_error";
}

function attached(wire: WireFacts | undefined): { wire?: WireFacts } {
  return wire === undefined ? {} : { wire };
}

/** No answer came, or none to its end. */
function ofTransport(wire: WireVerdict): Verdict {
  const { kind } = wire;
  if (wire.proxy !== true) return { kind, wire, answered: false };
  if (KINDS[kind].stage !== "managed_identity") return { kind, wire, rule: PROXY_UNREACHED, answered: false };
  return { kind, wire, rule: ENDPOINT_BEHIND_PROXY, answered: false };
}

function ofMalformed(variable: ReturnType<typeof malformedEndpoint> & string): Verdict {
  const rule = MALFORMED_ENDPOINT[variable];
  return { kind: rule.kind, rule, answered: false };
}

/**
 * What an error's own name says.
 *
 * @internal
 */
export function kindOfName(evidence: Evidence): FailureKind | undefined {
  const outer = evidence.nodes[0];
  if (outer === undefined) return undefined;
  if (outer.name === "AbortError" || outer.code === "ABORT_ERR") return "aborted";
  if (outer.name === "CredentialDeadlineError") return "deadline_exceeded";
  if (outer.name === "CredentialPolicyError") return "policy_violation";
  return undefined;
}

/**
 * From evidence to a kind. Structured evidence goes before text, and text that nothing is known about is `unknown`,
 * never guessed.
 *
 * @param evidence - what was read off the error
 * @param context - what was seen of the acquisition
 * @internal
 */
export function classify(evidence: Evidence, context: ClassifyContext = {}): Verdict {
  const named = kindOfName(evidence);
  if (named !== undefined) return { kind: named, answered: false };

  const { wire, answer, process, tool } = context;
  const refusal = answer !== undefined && answer.status >= 300 ? answer : undefined;
  const numbered = byEntraCode(evidence, {
    wire,
    answer,
    credentialType: context.credentialType,
    acquiring: context.acquiring === true,
  });
  if (numbered !== undefined) return numbered;
  const heldBack = context.heldBack === undefined ? undefined : byHeldBack(evidence, context.heldBack);
  if (heldBack !== undefined) return heldBack;
  const own = fromError(evidence, context.acquiring === true);
  if (context.assertionCallback === true && isOfCallback(own, evidence)) {
    const { code } = own;
    const known = { ...(code === undefined ? {} : { code }), ...attached(wire ?? refusal) };
    return { kind: "assertion_unavailable", answered: false, ...known };
  }
  if (wire?.strength === "transport") {
    const stage = KINDS[own.kind].stage;
    const decidedBefore =
      stage === "caller" || stage === "policy" || stage === "configuration" || stage === "developer_tool";
    if (!decidedBefore || own.kind === "no_credential_available") return ofTransport(wire);
  }
  if (wire?.strength === "status" && (VAGUE.has(own.kind) || isTraced(own, wire)) && !saysMore(own, wire, evidence)) {
    // It is a container's network that answered.
    if (wire.kind === "managed_identity_unreachable")
      return { kind: wire.kind, rule: REFUSED_BY_CONTAINER, wire, answered: false };
    return { kind: wire.kind, wire, answered: true };
  }
  if (context.unsent === true && own.kind === "managed_identity_unreachable" && own.code === undefined) {
    const variable = malformedEndpoint();
    if (variable !== undefined) return ofMalformed(variable);
  }
  const unread = wire === undefined && answer?.token === true ? kindOfUnread(own, answer, evidence) : undefined;
  if (unread !== undefined) {
    const rule = own.rule?.kind === unread ? { rule: own.rule } : {};
    return { kind: unread, answered: true, ...rule, ...attached(answer) };
  }
  const nothing = own.kind === "unknown" || own.kind === "not_authentication";
  if (process !== undefined && (nothing || own.kind === "tool_failed")) {
    return { kind: process.kind, wire: process, answered: false };
  }
  // A tool that ran and of which nothing better is known has failed, whatever it printed.
  if (tool !== undefined && nothing) return { kind: "tool_failed", wire: tool, answered: false };
  // What came in place of the metadata could not be used, though it came.
  const useless =
    own.kind === "authority_unreachable" && wire === undefined && answer !== undefined && refusal === undefined;
  if (useless) return { kind: own.kind, rule: NO_METADATA, wire: answer, answered: false };
  const found = { ...own, ...attached(wire ?? refusal) };
  // What a credential throws is about acquiring a token.
  return context.acquiring === true && own.kind === "not_authentication" ? { ...found, kind: "unknown" } : found;
}
