import type { Evidence } from "../evidence.js";
import { ENDPOINT_BEHIND_PROXY, PROXY_UNREACHED, REFUSED_BY_CONTAINER } from "../inBetween.js";
import { type FailureKind, KINDS } from "../kinds.js";
import { quotesAnswer } from "../quotedAnswer.js";
import type { Verdict } from "../verdict.js";
import type { WireVerdict } from "../wire.js";

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

/** The head of an answer shows whose page its body is; the text does not. */
function isTraced(own: Verdict, wire: WireVerdict): boolean {
  return own.kind === "managed_identity_retries_exhausted" && wire.kind === "managed_identity_gateway_error";
}

/** No answer came, or none to its end. */
function ofTransport(wire: WireVerdict): Verdict {
  const { kind } = wire;
  if (wire.proxy !== true) return { kind, wire, answered: false };
  if (KINDS[kind].stage !== "managed_identity") return { kind, wire, rule: PROXY_UNREACHED, answered: false };
  return { kind, wire, rule: ENDPOINT_BEHIND_PROXY, answered: false };
}

/**
 * What the wire proves, where it outweighs what the error says.
 *
 * @param own - what the error says
 * @param wire - what its exchanges prove
 * @param evidence - what was read off the error
 * @internal
 */
export function byWire(own: Verdict, wire: WireVerdict, evidence: Evidence): Verdict | undefined {
  const { kind } = wire;
  if (wire.strength === "transport") {
    const { stage } = KINDS[own.kind];
    const decidedBefore =
      stage === "caller" || stage === "policy" || stage === "configuration" || stage === "developer_tool";
    return !decidedBefore || own.kind === "no_credential_available" ? ofTransport(wire) : undefined;
  }
  if (!VAGUE.has(own.kind) && !isTraced(own, wire)) return undefined;
  if (saysMore(own, wire, evidence)) return undefined;
  // It is a container's network that answered.
  if (kind === "managed_identity_unreachable") return { kind, rule: REFUSED_BY_CONTAINER, wire, answered: false };
  return { kind, wire, answered: true };
}
