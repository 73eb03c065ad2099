import { decide, type RankedAttempt } from "./chain.js";
import type { VariableNames } from "./hosts.js";
import { bare, type Judged } from "./judge.js";
import { KINDS } from "./kinds.js";
import type { AttemptDiagnosis } from "./types.js";
import type { Verdict } from "./verdict.js";

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
  /** True for the last line of a text that may have been cut. */
  readonly cut?: boolean;
}

/** Not every error says whose it is. */
function nameOf({ credentialType, index }: Member): string {
  return credentialType === "unknown" ? `number ${index + 1}` : credentialType;
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
  const ranked: RankedAttempt[] = failed.map(({ credentialType, judged, cut = false }) => ({
    credentialType,
    verdict: judged.verdict,
    cut,
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
      ...(decision !== undefined && decisive?.index === index ? { reason: decision.reason } : {}),
      ...(judged === undefined ? {} : { finding: judged.finding }),
      attempts: inner,
    }),
  );
  if (decisive === undefined || decision === undefined) {
    const verdict: Verdict = { kind: "no_credential_available", answered: false };
    const names = members.map(nameOf).join(", ");
    return {
      judged: {
        verdict,
        finding: bare("no_credential_available", variables, `${KINDS.no_credential_available.means} Tried: ${names}.`),
      },
      attempts,
    };
  }
  const { finding, verdict } = decisive.judged;
  const cause =
    failed.length === 1
      ? finding.cause
      : `${finding.cause} Of ${members.length} credentials, ${nameOf(decisive)} explains the failure: ${decision.reason}.`;
  return { judged: { verdict, finding: { ...finding, cause } }, attempts };
}
