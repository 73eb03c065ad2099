import { decide, type RankedAttempt, TELLING_VARIABLES, type VariableNames } from "./chain.js";
import { readChainText } from "./chainText.js";
import { classify, type Verdict } from "./classify.js";
import { type Evidence, readEvidence } from "./evidence.js";
import { toFinding } from "./finding.js";
import { KINDS } from "./kinds.js";
import { isIdentityEndpoint } from "./transport.js";
import type { AttemptDiagnosis, AttemptEvidence, Exchange, Finding, ToolProcess } from "./types.js";
import { concludeFromExchanges, concludeFromProcesses } from "./wire.js";

const MAX_DEPTH = 4;
/** Members of chains in chains, all together: an error may hold itself. */
const MAX_MEMBERS = 64;

/**
 * A finding together with the verdict it came from, which ranking needs.
 *
 * @internal
 */
export interface Judged {
  readonly verdict: Verdict;
  readonly finding: Finding;
}

/**
 * A judged member of a chain.
 *
 * @internal
 */
export interface Member {
  readonly credentialType: string;
  readonly index: number;
  readonly outcome: AttemptDiagnosis["outcome"];
  readonly durationMs?: number;
  readonly error?: unknown;
  readonly judged?: Judged;
  readonly attempts: readonly AttemptDiagnosis[];
}

/**
 * The finding of a kind where there is no evidence.
 *
 * @internal
 */
export function bare(kind: "unknown" | "no_credential_available", cause?: string): Finding {
  const { stage, owner, retryable, summary, means, remedies } = KINDS[kind];
  return { kind, stage, owner, retryable, summary, cause: cause ?? means, remedies };
}

/**
 * Judges one failure.
 *
 * @internal
 */
export function judge(
  evidence: Evidence,
  seen: { exchanges: readonly Exchange[]; processes: readonly ToolProcess[]; acquiring: boolean },
  credentialType?: string,
): Judged {
  const verdict = classify(evidence, {
    wire: concludeFromExchanges(seen.exchanges),
    process: concludeFromProcesses(seen.processes),
    acquiring: seen.acquiring,
  });
  return { verdict, finding: toFinding(verdict, evidence, credentialType) };
}

/**
 * The probe takes a second where nothing answers and no time where the address is refused, and its error is the same:
 * without exchanges only the time it took tells the two apart.
 */
function refineProbe(judged: Judged, evidence: Evidence, attempt: AttemptEvidence): Judged {
  const { durationMs = 0, exchanges } = attempt;
  const probe =
    judged.verdict.rule?.id === "managed-identity.unreachable" &&
    evidence.plain.includes("imds endpoint, but it is not available") &&
    exchanges.length === 0 &&
    durationMs >= 900 &&
    durationMs <= 3_000;
  if (!probe) return judged;
  const verdict: Verdict = { kind: "managed_identity_probe_timeout", answered: false };
  return { verdict, finding: toFinding(verdict, evidence, attempt.credentialType) };
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
  const inner = evidence.errors.length > 0 ? membersOf(evidence, attempt.exchanges) : [];
  if (inner.length > 0) {
    const chain = judgeChain(inner, undefined, variables);
    return { ...chain.judged, attempts: chain.attempts };
  }
  const judged = judge(evidence, { ...attempt, acquiring: true }, attempt.credentialType);
  return { ...refineProbe(judged, evidence, attempt), attempts: [] };
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
  const { attempts, ...judged } = judgeAttempt(attempt, variables, depth);
  return { ...base, judged, attempts };
}

/**
 * The finding of a whole chain: that of its decisive member, or that none was set up.
 *
 * @internal
 */
export function judgeChain(
  members: readonly Member[],
  error: unknown,
  variables: VariableNames,
): { judged: Judged; attempts: readonly AttemptDiagnosis[] } {
  const failed = members.filter((member): member is Member & { judged: Judged } => member.judged !== undefined);
  const ranked: RankedAttempt[] = failed.map(({ credentialType, judged }) => ({
    credentialType,
    verdict: judged.verdict,
  }));
  // An error that is not a member's own is the chain's; a member's own went through because it stopped the chain.
  const stopped =
    typeof error === "object" && error !== null ? failed.findIndex((member) => member.error === error) : -1;
  const decision =
    stopped >= 0 && failed.length > 1
      ? { index: stopped, reason: "its error stopped the chain" }
      : decide(ranked, variables);
  const decisive = decision === undefined ? undefined : failed[decision.index];
  const attempts = members.map(
    ({ credentialType, index, outcome, durationMs, judged, attempts: inner }): AttemptDiagnosis => ({
      credentialType,
      index,
      outcome,
      ...(durationMs === undefined ? {} : { durationMs }),
      decisive: decisive !== undefined && decisive.index === index,
      ...(judged === undefined ? {} : { finding: judged.finding }),
      attempts: inner,
    }),
  );
  if (decisive === undefined || decision === undefined) {
    const verdict: Verdict = { kind: "no_credential_available", answered: false };
    const names = members.map(({ credentialType }) => credentialType).join(", ");
    return {
      judged: {
        verdict,
        finding: bare("no_credential_available", `${KINDS.no_credential_available.means} Tried: ${names}.`),
      },
      attempts,
    };
  }
  const { finding, verdict } = decisive.judged;
  const cause =
    failed.length === 1
      ? finding.cause
      : `${finding.cause} Of ${members.length} credentials, ${decisive.credentialType} explains the failure: ${decision.reason}.`;
  return { judged: { verdict, finding: { ...finding, cause } }, attempts };
}

/**
 * Names of the variables of this process that show where it runs; values are not read.
 *
 * @internal
 */
export function tellingVariables(): VariableNames {
  return new Set(TELLING_VARIABLES.filter((name) => (process.env[name] ?? "") !== ""));
}

/**
 * For text and errors that may come from another host.
 *
 * @internal
 */
export const NO_VARIABLES: VariableNames = new Set();

/**
 * Chain members that are only known from an error's `errors` array or from text.
 *
 * @internal
 */
export function membersOf(
  evidence: Evidence,
  exchanges: readonly Exchange[],
  budget = { left: MAX_MEMBERS },
): readonly Member[] {
  if (evidence.errors.length > 0 && isChainError(evidence)) {
    const errors = evidence.errors.slice(0, budget.left);
    budget.left -= errors.length;
    return errors.map((error, index) => {
      const own = readEvidence(error);
      return { ...unwatched(own, own.credentialType, exchanges, budget), index, error };
    });
  }
  return readChainText(evidence.text).map(({ credentialType, text }, index) => ({
    // A line is no chain of its own, however much it quotes.
    ...unwatched(readEvidence(text), credentialType, exchanges),
    index,
  }));
}

/** A member that only its error tells of; the error may be that of a chain again. */
function unwatched(
  evidence: Evidence,
  credentialType: string | undefined,
  exchanges: readonly Exchange[],
  budget?: { left: number },
): Omit<Member, "index"> {
  const inner = budget === undefined ? [] : membersOf(evidence, exchanges, budget);
  if (inner.length > 0) {
    const { judged, attempts } = judgeChain(inner, undefined, NO_VARIABLES);
    return { credentialType: "ChainedTokenCredential", outcome: "failed", judged, attempts };
  }
  const type = credentialType === "unknown" ? undefined : credentialType;
  const seen = { exchanges: exchangesOf(type ?? "", exchanges), processes: [], acquiring: true };
  return { credentialType: type ?? "unknown", outcome: "failed", judged: judge(evidence, seen, type), attempts: [] };
}

/** Which exchanges can be those of a member, where nobody watched the members themselves. */
function exchangesOf(credentialType: string, exchanges: readonly Exchange[]): readonly Exchange[] {
  const identity = credentialType === "ManagedIdentityCredential";
  if (!identity && !/^(?:Environment|WorkloadIdentity|Client|AzurePipelines|OnBehalfOf)/.test(credentialType))
    return [];
  return exchanges.filter(({ host, path }) => isIdentityEndpoint(host, path) === identity);
}

function isChainError(evidence: Evidence): boolean {
  return (
    evidence.names[0] === "AggregateAuthenticationError" ||
    evidence.errors
      .slice(0, 4)
      .some((error) => /^(?:CredentialUnavailable|Authentication)/.test(readEvidence(error).names[0] ?? ""))
  );
}
