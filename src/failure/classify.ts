import { aadstsEntry } from "./aadsts.js";
import { rankAadsts } from "./entraCodes.js";
import type { Evidence } from "./evidence.js";
import { fromError } from "./fromError.js";
import { type FailureKind, KINDS } from "./kinds.js";
import { OAUTH_ERRORS } from "./rules/oauthErrors.js";
import type { Verdict } from "./verdict.js";
import type { WireVerdict } from "./wire.js";

/**
 * What is known about the failure beside the error itself.
 *
 * @internal
 */
export interface ClassifyContext {
  readonly wire?: WireVerdict | undefined;
  readonly process?: WireVerdict | undefined;
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

  const { wire, process } = context;
  if (evidence.aadsts.length > 0) {
    const codes = rankAadsts(evidence.aadsts);
    const entry = aadstsEntry(codes[0] as number);
    const known = entry?.kind === "invalid_assertion" ? fromError(evidence, context.acquiring === true) : undefined;
    // A malformed assertion is what is sent where none could be had.
    if (known?.kind === "assertion_unavailable") return { ...known, codes, answered: true };
    if (entry !== undefined && entry.kind !== "unknown") {
      return { kind: entry.kind, entry, codes, answered: true, ...(wire === undefined ? {} : { wire }) };
    }
    const oauth = evidence.oauthError === undefined ? undefined : OAUTH_ERRORS.get(evidence.oauthError);
    const fallback = entry === undefined ? oauth : undefined;
    return {
      kind: fallback ?? "unknown",
      codes,
      answered: true,
      ...(entry === undefined ? {} : { entry }),
      ...(wire === undefined ? {} : { wire }),
    };
  }

  const own = fromError(evidence, context.acquiring === true);
  if (wire?.strength === "transport") {
    const stage = KINDS[own.kind].stage;
    const decidedBefore =
      stage === "caller" || stage === "policy" || stage === "configuration" || stage === "developer_tool";
    if (!decidedBefore || own.kind === "no_credential_available") return { kind: wire.kind, wire, answered: false };
  }
  if (wire?.strength === "status" && VAGUE.has(own.kind)) return { kind: wire.kind, wire, answered: true };
  if (
    process !== undefined &&
    (own.kind === "tool_failed" || own.kind === "unknown" || own.kind === "not_authentication")
  ) {
    return { kind: process.kind, wire: process, answered: false };
  }
  return wire === undefined ? own : { ...own, wire };
}
