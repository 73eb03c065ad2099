import { ownerOfCase } from "./caseOwner.js";
import { causeOf } from "./cause.js";
import type { Evidence } from "./evidence.js";
import { NO_VARIABLES, type VariableNames } from "./hosts.js";
import { KINDS } from "./kinds.js";
import { quotesAnswer } from "./quotedAnswer.js";
import { remediesOf } from "./remedies.js";
import { transportCode } from "./transport.js";
import type { EntraFacts, Finding, HttpFacts, NetworkFacts } from "./types.js";
import type { Verdict } from "./verdict.js";

/** The fields that are there: an absent one is absent, not undefined. */
type Written<T> = { -readonly [K in keyof T]: T[K] };

function entraFacts(verdict: Verdict, evidence: Evidence): EntraFacts | undefined {
  const codes = [...(verdict.codes ?? evidence.aadsts)];
  const { oauthError, correlationId, traceId } = evidence;
  if (codes.length === 0 && oauthError === undefined && correlationId === undefined && traceId === undefined) {
    return undefined;
  }
  const { subError, timestamp } = evidence;
  const facts: Written<EntraFacts> = { codes };
  if (oauthError !== undefined) facts.error = oauthError;
  if (subError !== undefined) facts.subError = subError;
  if (correlationId !== undefined) facts.correlationId = correlationId;
  if (traceId !== undefined) facts.traceId = traceId;
  if (timestamp !== undefined) facts.timestamp = timestamp;
  return facts;
}

function redirects(status: number | undefined): boolean {
  return status !== undefined && status >= 300 && status < 400;
}

function httpFacts({ wire }: Verdict, evidence: Evidence): HttpFacts | undefined {
  const status = wire?.status ?? evidence.status;
  const retryAfterSeconds = wire?.retryAfterSeconds ?? evidence.retryAfterSeconds;
  if (status === undefined && retryAfterSeconds === undefined) return undefined;
  // Hosts in an answer that MSAL quotes are what it is about, not where it came from.
  const told = wire?.host ?? (quotesAnswer(evidence.plain) || redirects(status) ? undefined : evidence.host);
  const host = status === undefined ? undefined : told;
  const facts: Written<HttpFacts> = {};
  if (status !== undefined) facts.status = status;
  if (host !== undefined) facts.host = host;
  if (retryAfterSeconds !== undefined) facts.retryAfterSeconds = retryAfterSeconds;
  return facts;
}

function target(code: string, host: string | undefined, port: number | undefined): NetworkFacts {
  const facts: Written<NetworkFacts> = { code };
  if (host !== undefined) facts.host = host;
  if (port !== undefined) facts.port = port;
  return facts;
}

function networkFacts(verdict: Verdict, evidence: Evidence): NetworkFacts | undefined {
  const { wire } = verdict;
  if (wire?.code !== undefined) return target(wire.code, wire.host, wire.port);
  const { stage } = KINDS[verdict.kind];
  const callback = verdict.kind === "assertion_unavailable" && verdict.code !== undefined;
  if (stage !== "network" && stage !== "managed_identity" && !callback) return undefined;
  const code = verdict.code ?? transportCode(evidence.codes);
  return code === undefined ? undefined : target(code, evidence.host, evidence.port);
}

/**
 * A verdict with everything a reader needs: who, what, why, and what to do.
 *
 * @param verdict - the kind and what led to it
 * @param evidence - what was read off the error
 * @param credentialType - class name of the credential, where it is known from elsewhere than the text
 * @param variables - names of the telling variables of this process, for a failure of this process
 * @internal
 */
export function toFinding(
  verdict: Verdict,
  evidence: Evidence,
  credentialType?: string,
  variables: VariableNames = NO_VARIABLES,
): Finding {
  const { kind, entry } = verdict;
  const info = KINDS[kind];
  const foreign = kind === "not_authentication";
  const type = credentialType ?? (foreign ? undefined : evidence.credentialType);
  const known = ownerOfCase(verdict, evidence, type);
  const finding: Written<Finding> = {
    kind,
    stage: info.stage,
    owner: known?.owner ?? entry?.owner ?? info.owner,
    retryable: known?.retryable ?? entry?.retryable ?? info.retryable,
    summary: info.summary,
    cause: causeOf(verdict, evidence),
    remedies: remediesOf(verdict, evidence, variables, type),
  };
  const entra = foreign ? undefined : entraFacts(verdict, evidence);
  const http = httpFacts(verdict, evidence);
  const network = networkFacts(verdict, evidence);
  if (type !== undefined) finding.credentialType = type;
  if (entra !== undefined) finding.entra = entra;
  if (http !== undefined) finding.http = http;
  if (network !== undefined) finding.network = network;
  return finding;
}
