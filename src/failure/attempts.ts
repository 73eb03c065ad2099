import { judgeChain, type Member } from "./chainVerdict.js";
import { type Evidence, readEvidence } from "./evidence.js";
import { toFinding } from "./finding.js";
import type { VariableNames } from "./hosts.js";
import { bare, type Judged, judge } from "./judge.js";
import { membersOf } from "./members.js";
import type { AttemptEvidence } from "./types.js";
import type { Verdict } from "./verdict.js";

const MAX_DEPTH = 4;

/**
 * The probe takes a second where nothing answers and no time where the address is refused, and its error is the same:
 * without exchanges only the time it took tells the two apart.
 */
function refineProbe(judged: Judged, evidence: Evidence, attempt: AttemptEvidence, variables: VariableNames): Judged {
  const { durationMs = 0, exchanges } = attempt;
  const probe =
    judged.verdict.rule?.id === "managed-identity.unreachable" &&
    evidence.plain.includes("imds endpoint, but it is not available") &&
    exchanges.length === 0 &&
    durationMs >= 900 &&
    durationMs <= 3_000;
  if (!probe) return judged;
  const verdict: Verdict = { kind: "managed_identity_probe_timeout", answered: false };
  return { verdict, finding: toFinding(verdict, evidence, attempt.credentialType, variables) };
}

/** A member that resolved to `null`, of which nothing that was seen tells why. */
function isSilent({ outcome, error, silentReason }: AttemptEvidence, { verdict }: Judged): boolean {
  return outcome === "skipped" && error === undefined && silentReason === undefined && verdict.kind === "unknown";
}

/**
 * What is known of a credential that gave nothing and did not say why.
 *
 * @param credentialType - its class name
 * @param variables - names of the telling variables of this process
 * @internal
 */
export function gaveNothing(credentialType: string, variables: VariableNames): Judged {
  const summary = "The credential gave nothing instead of a token and did not say why.";
  const finding = { ...bare("no_credential_available", variables, summary), summary, credentialType };
  return { verdict: { kind: finding.kind, answered: false }, finding };
}

/**
 * Judges a member of a chain that was watched.
 *
 * @internal
 */
export function judgeAttempt(
  attempt: AttemptEvidence,
  variables: VariableNames,
  depth: number,
): Judged & Pick<Member, "attempts"> {
  if (attempt.attempts.length > 0 && depth < MAX_DEPTH) {
    const chain = judgeChain(
      attempt.attempts.map((inner) => toMember(inner, variables, depth + 1)),
      attempt.error,
      variables,
    );
    return { ...chain.judged, attempts: chain.attempts };
  }
  const evidence = readEvidence(attempt.error ?? attempt.silentReason ?? "");
  const inner = evidence.errors.length > 0 ? membersOf(evidence, attempt.exchanges, variables) : [];
  if (inner.length > 0) {
    const chain = judgeChain(inner, undefined, variables);
    return { ...chain.judged, attempts: chain.attempts };
  }
  const { exchanges, processes, heldBack } = attempt;
  const seen = { exchanges, processes, heldBack, acquiring: true, variables };
  const judged = judge(evidence, seen, attempt.credentialType);
  const { verdict, finding } = isSilent(attempt, judged)
    ? gaveNothing(attempt.credentialType, variables)
    : refineProbe(judged, evidence, attempt, variables);
  return { verdict, finding, attempts: [] };
}

/**
 * A member of a chain that was watched, with its finding unless it gave the token.
 *
 * @internal
 */
export function toMember(attempt: AttemptEvidence, variables: VariableNames, depth: number): Member {
  const { credentialType, index, outcome, durationMs, error } = attempt;
  const base = { credentialType, index, outcome, ...(durationMs === undefined ? {} : { durationMs }), error };
  if (outcome === "succeeded") return { ...base, attempts: [] };
  const { attempts, verdict, finding } = judgeAttempt(attempt, variables, depth);
  return { ...base, judged: { verdict, finding }, attempts };
}
