import { decisiveMember } from "./aggregate.js";
import { gaveNothing, judgeAttempt, toMember } from "./attempts.js";
import { gaveUpByItself, probedByItself } from "./byItself.js";
import { isCallers, mayBeCallers } from "./callers.js";
import { judgeChain } from "./chainVerdict.js";
import { readEvidence } from "./evidence.js";
import { toFinding } from "./finding.js";
import { NO_VARIABLES, OwnVariables } from "./hosts.js";
import { bare, judge, verdictOn } from "./judge.js";
import { membersOf } from "./members.js";
import { ToldBy } from "./surroundings.js";
import type { AcquisitionEvidence, AttemptEvidence, Diagnosis, Finding } from "./types.js";
import { withWaiting } from "./waiting.js";
import { mostTelling, type Recall, type Wrapped, wrappedIn } from "./wrapped.js";

function diagnoseWithout(input: unknown): Diagnosis {
  const evidence = readEvidence(input);
  // An error is one of this process; a text may come from anywhere.
  const variables = typeof input === "string" ? new ToldBy(evidence) : new OwnVariables();
  const members = membersOf(evidence, [], variables);
  if (members.length > 0) {
    const { judged, attempts } = judgeChain(members, undefined, variables);
    return { ...judged.finding, attempts, exchanges: [] };
  }
  const { finding } = judge(decisiveMember(evidence, false) ?? evidence, {
    exchanges: [],
    processes: [],
    acquiring: false,
    variables,
  });
  return { ...finding, attempts: [], exchanges: [] };
}

function diagnoseWith(error: unknown, evidence: AcquisitionEvidence): Diagnosis {
  const { credentialType, exchanges, processes } = evidence;
  const whole = readEvidence(error);
  const own = decisiveMember(whole, true) ?? whole;
  const variables = new OwnVariables();
  const seen = { exchanges, processes, acquiring: true, variables, heldBack: evidence.heldBack };
  // Where the attempts are known, they explain the failure, but for one that the caller brought about.
  const verdict =
    evidence.attempts.length === 0 || mayBeCallers(own) ? verdictOn(own, seen, credentialType) : undefined;
  const byCaller = verdict !== undefined && isCallers(verdict.kind);
  const finding = (): Finding =>
    toFinding(verdict ?? verdictOn(own, seen, credentialType), own, credentialType, variables);
  if (evidence.attempts.length === 0) {
    if (byCaller) return { ...withWaiting(finding(), evidence), attempts: [], exchanges };
    const members = membersOf(whole, exchanges, variables);
    if (members.length === 0) return { ...finding(), attempts: [], exchanges };
    const { judged, attempts } = judgeChain(members, error, variables);
    return { ...judged.finding, attempts, exchanges };
  }
  const members = evidence.attempts.map((attempt) => toMember(attempt, variables, 0));
  const { judged, attempts } = judgeChain(members, error, variables);
  if (byCaller || members.every((member) => member.judged === undefined)) {
    const undecided = attempts.map((attempt) => ({ ...attempt, decisive: false }));
    return { ...withWaiting(finding(), evidence), attempts: undecided, exchanges };
  }
  return { ...judged.finding, attempts, exchanges };
}

/** What is remembered of the errors inside says more than the one around them. */
function diagnoseWrapped(input: unknown, wrapped: readonly Wrapped[]): Diagnosis {
  const inside = wrapped.map(({ error, known }) => ("kind" in known ? known : diagnoseAcquisition(error, known)));
  const [own] = inside;
  if (own !== undefined && wrapped[0]?.error === input) return own;
  const telling = mostTelling(inside);
  if (telling !== undefined) return telling;
  const around = diagnoseWithout(input);
  const [first = around] = inside;
  const nothing = around.kind === "unknown" || around.kind === "not_authentication";
  return nothing ? first : { ...around, exchanges: first.exchanges };
}

/**
 * Answers why there was no token, who can fix it, and how.
 *
 * @param input - an error, any other thrown value, or pasted text (a log line, a stack, JSON) of any Azure SDK
 * @param recall - tells what is remembered of the errors inside; nothing where it is absent
 * @returns a diagnosis of kind `unknown` where nothing known matches, `not_authentication` where the input is about
 * something else. Never throws.
 * @internal
 */
export function diagnose(input: unknown, recall?: Recall): Diagnosis {
  try {
    const wrapped = recall === undefined ? [] : wrappedIn(input, recall);
    return wrapped.length > 0 ? diagnoseWrapped(input, wrapped) : diagnoseWithout(input);
  } catch {
    return { ...bare("unknown", NO_VARIABLES), attempts: [], exchanges: [] };
  }
}

/**
 * Diagnoses a failed acquisition from its error and all that was seen of it. Never throws.
 *
 * @param error - what the credential threw; `undefined` where it gave no token without throwing
 * @param evidence - attempts, exchanges and processes
 * @internal
 */
export function diagnoseAcquisition(error: unknown, evidence: AcquisitionEvidence): Diagnosis {
  try {
    const diagnosis = diagnoseWith(error, evidence);
    const givenUp = diagnosis.kind === "aborted" && evidence.callerAborted === false;
    if (givenUp) return { ...diagnosis, ...gaveUpByItself(evidence) };
    const probes = diagnosis.kind === "managed_identity_probe_timeout" && diagnosis.attempts.length === 0;
    return probes && evidence.credentialType === "ManagedIdentityCredential"
      ? { ...diagnosis, ...probedByItself(diagnosis) }
      : diagnosis;
  } catch {
    return { ...bare("unknown", NO_VARIABLES), attempts: [], exchanges: [] };
  }
}

/**
 * Diagnoses one member of a chain by itself: what it threw, or why it was silently left out. Never throws.
 *
 * @param attempt - the member, as it was watched
 * @internal
 */
export function diagnoseAttempt(attempt: AttemptEvidence): Finding {
  try {
    return judgeAttempt(attempt, new OwnVariables(), 0).finding;
  } catch {
    return bare("unknown", NO_VARIABLES);
  }
}

/**
 * Diagnoses a call that came back with nothing. A credential that resolves to `null` was not available, and at most a
 * stand-in of the SDK's says why. Never throws.
 *
 * @param evidence - what was seen of the call
 * @param silentReason - what the stand-in says, if it is one
 * @internal
 */
export function diagnoseNothing(evidence: AcquisitionEvidence, silentReason: string | undefined): Diagnosis {
  const { credentialType, exchanges, processes } = evidence;
  if (silentReason !== undefined) {
    const attempt = { credentialType, index: 0, outcome: "skipped", silentReason, exchanges, processes, attempts: [] };
    return { ...diagnoseAttempt(attempt as AttemptEvidence), attempts: [], exchanges };
  }
  return { ...gaveNothing(credentialType, new OwnVariables()).finding, attempts: [], exchanges };
}
