import { mayBeOfCallback } from "./assertionCallback.js";
import { classify } from "./classify.js";
import type { Evidence } from "./evidence.js";
import { toFinding } from "./finding.js";
import { isProxied, OwnVariables, type VariableNames } from "./hosts.js";
import { KINDS } from "./kinds.js";
import { remediesOfKind } from "./remedies.js";
import type { Exchange, Finding, HeldBack, ToolProcess } from "./types.js";
import type { Verdict } from "./verdict.js";
import { concludeFromExchanges, lastAnswer } from "./wire.js";
import { concludeFromProcesses, lastTool } from "./wireProcess.js";

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
 * What was seen of a failure beside its error.
 *
 * @internal
 */
export interface Seen {
  readonly exchanges: readonly Exchange[];
  readonly processes: readonly ToolProcess[];
  /** True where the failure is known to be one of acquiring a token. */
  readonly acquiring: boolean;
  /** An earlier answer that may be why nothing was sent. */
  readonly heldBack?: HeldBack | undefined;
  /** Names of the telling variables of this process, where the failure is one of this process. */
  readonly variables: VariableNames;
}

/**
 * The finding of a kind where there is no evidence.
 *
 * @internal
 */
export function bare(kind: "unknown" | "no_credential_available", variables: VariableNames, cause?: string): Finding {
  const { stage, owner, retryable, summary, means } = KINDS[kind];
  const remedies = remediesOfKind(kind, variables);
  return { kind, stage, owner, retryable, summary, cause: cause ?? means, remedies };
}

/**
 * The verdict on one failure, without the finding.
 *
 * @internal
 */
export function verdictOn(evidence: Evidence, seen: Seen, credentialType?: string): Verdict {
  const { exchanges, processes, acquiring, variables } = seen;
  const identity = credentialType === "ManagedIdentityCredential" || (exchanges.length > 0 && evidence.managedIdentity);
  return classify(evidence, {
    wire: concludeFromExchanges(exchanges, identity, () => isProxied(variables)),
    answer: lastAnswer(exchanges, identity),
    process: concludeFromProcesses(processes),
    tool: lastTool(processes),
    assertionCallback: mayBeOfCallback(credentialType, exchanges),
    heldBack: seen.heldBack,
    credentialType,
    unsent: acquiring && identity && exchanges.length === 0 && variables instanceof OwnVariables,
    acquiring,
  });
}

/**
 * Judges one failure.
 *
 * @internal
 */
export function judge(evidence: Evidence, seen: Seen, credentialType?: string): Judged {
  const verdict = verdictOn(evidence, seen, credentialType);
  return { verdict, finding: toFinding(verdict, evidence, credentialType, seen.variables) };
}
