import { causeOf } from "./cause.js";
import type { Evidence } from "./evidence.js";
import { NO_VARIABLES, type VariableNames } from "./hosts.js";
import { KINDS } from "./kinds.js";
import { remediesOf } from "./remedies.js";
import { transportCode } from "./transport.js";
import type { EntraFacts, Finding, HttpFacts, NetworkFacts } from "./types.js";
import type { Verdict } from "./verdict.js";

function present<T extends object>(value: T): T | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}

/** Without the fields that are undefined: `exactOptionalPropertyTypes` tells the two apart. */
function defined<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  const kept = {} as T;
  for (const key of Object.keys(value) as (keyof T)[])
    if (value[key] !== undefined) kept[key] = value[key] as T[keyof T];
  return kept;
}

function entraFacts(verdict: Verdict, evidence: Evidence): EntraFacts | undefined {
  const codes = [...(verdict.codes ?? evidence.aadsts)];
  const { oauthError, subError, correlationId, traceId, timestamp } = evidence;
  if (codes.length === 0 && oauthError === undefined && correlationId === undefined && traceId === undefined) {
    return undefined;
  }
  return defined<EntraFacts>({ codes, error: oauthError, subError, correlationId, traceId, timestamp });
}

function httpFacts(verdict: Verdict, evidence: Evidence): HttpFacts | undefined {
  const { wire } = verdict;
  const status = evidence.status ?? wire?.status;
  const retryAfterSeconds = wire?.retryAfterSeconds ?? evidence.retryAfterSeconds;
  const host = status === undefined ? undefined : (wire?.host ?? evidence.host);
  return present(defined<HttpFacts>({ status, host, retryAfterSeconds }));
}

function networkFacts(verdict: Verdict, evidence: Evidence): NetworkFacts | undefined {
  const { wire } = verdict;
  if (wire?.code !== undefined) return defined<NetworkFacts>({ code: wire.code, host: wire.host, port: wire.port });
  const { stage } = KINDS[verdict.kind];
  if (stage !== "network" && stage !== "managed_identity") return undefined;
  const code = verdict.code ?? transportCode(evidence.codes);
  return code === undefined ? undefined : defined<NetworkFacts>({ code, host: evidence.host, port: evidence.port });
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
  return defined<Finding>({
    kind,
    stage: info.stage,
    owner: entry?.owner ?? info.owner,
    retryable: entry?.retryable ?? info.retryable,
    summary: info.summary,
    cause: causeOf(verdict, evidence),
    remedies: remediesOf(verdict, evidence, variables),
    credentialType: credentialType ?? (foreign ? undefined : evidence.credentialType),
    entra: foreign ? undefined : entraFacts(verdict, evidence),
    http: httpFacts(verdict, evidence),
    network: networkFacts(verdict, evidence),
  });
}
