import { aadstsLink } from "./aadsts.js";
import type { Verdict } from "./classify.js";
import type { Evidence } from "./evidence.js";
import { KINDS } from "./kinds.js";
import { kindOfTransportCode } from "./transport.js";
import type { EntraFacts, Finding, HttpFacts, NetworkFacts, Remedy } from "./types.js";

const MAX_REMEDIES = 5;
const URL_END = /[.)\]]+$/;

function present<T extends object>(value: T): T | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}

function defined<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries) as T;
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

/** A `code` can be any string; those of the transport are a closed set. */
function transportCode(evidence: Evidence): string | undefined {
  return evidence.codes.find((code) => kindOfTransportCode(code) !== undefined);
}

function networkFacts(verdict: Verdict, evidence: Evidence): NetworkFacts | undefined {
  const { wire } = verdict;
  if (wire?.code !== undefined) return defined<NetworkFacts>({ code: wire.code, host: wire.host, port: wire.port });
  const stage = KINDS[verdict.kind].stage;
  const code =
    verdict.code ?? (stage === "network" || stage === "managed_identity" ? transportCode(evidence) : undefined);
  if (code === undefined || (stage !== "network" && stage !== "managed_identity")) return undefined;
  return defined<NetworkFacts>({ code, host: evidence.host, port: evidence.port });
}

function remediesOf(verdict: Verdict): readonly Remedy[] {
  const own = verdict.rule?.remedies;
  if (own !== undefined) return own;
  const { entry, codes } = verdict;
  const code = codes?.[0];
  const usual = KINDS[verdict.kind].remedies;
  if (entry === undefined) {
    return code === undefined ? usual : [{ action: `Look up AADSTS${code}.`, url: aadstsLink(code) }, ...usual];
  }
  const special = entry.mitigations.map((action) => ({ action, url: entry.docUrl }));
  return (special.length > 0 ? [...special, ...usual] : usual).slice(0, MAX_REMEDIES);
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function causeOf(verdict: Verdict, evidence: Evidence): string {
  const { entry, wire, codes } = verdict;
  const stage = KINDS[verdict.kind].stage;
  const parts = [entry === undefined ? KINDS[verdict.kind].means : entry.summary];
  const code = codes?.[0];
  if (entry !== undefined) parts.push(`Entra ID answered AADSTS${entry.code} (${entry.name}).`);
  else if (code !== undefined)
    parts.push(`Entra ID answered AADSTS${code}, which is not in the table of this package.`);
  else if (evidence.oauthError !== undefined) parts.push(`The answer was ${evidence.oauthError}.`);
  if (wire !== undefined) parts.push(sentence(`On the wire, ${wire.seen}`));
  else if (verdict.code !== undefined || (stage === "network" && transportCode(evidence) !== undefined)) {
    const at =
      evidence.host === undefined
        ? ""
        : ` for ${evidence.host}${evidence.port === undefined ? "" : `:${evidence.port}`}`;
    parts.push(`The error code was ${verdict.code ?? transportCode(evidence)}${at}.`);
  } else if (evidence.host !== undefined && (stage === "network" || stage === "managed_identity")) {
    parts.push(`The host was ${evidence.host}.`);
  }
  if (wire === undefined && evidence.status !== undefined && stage !== "configuration" && stage !== "developer_tool") {
    parts.push(`The HTTP status was ${evidence.status}.`);
  }
  if (stage === "configuration" && evidence.variables.length > 0) {
    parts.push(`The message names ${evidence.variables.join(", ")}.`);
  }
  if (
    evidence.file !== undefined &&
    (verdict.kind === "credential_file_unreadable" || verdict.kind === "certificate_unusable")
  ) {
    parts.push(`The file is ${evidence.file.replace(URL_END, "")}.`);
  }
  return parts.map(sentence).join(" ");
}

/**
 * A verdict with everything a reader needs: who, what, why, and what to do.
 *
 * @param verdict - the kind and what led to it
 * @param evidence - what was read off the error
 * @param credentialType - class name of the credential, where it is known from elsewhere than the text
 * @internal
 */
export function toFinding(verdict: Verdict, evidence: Evidence, credentialType?: string): Finding {
  const { kind, entry } = verdict;
  const info = KINDS[kind];
  return defined<Finding>({
    kind,
    stage: info.stage,
    owner: entry?.owner ?? info.owner,
    retryable: entry?.retryable ?? info.retryable,
    summary: info.summary,
    cause: causeOf(verdict, evidence),
    remedies: remediesOf(verdict),
    credentialType: credentialType ?? (kind === "not_authentication" ? undefined : evidence.credentialType),
    entra: kind === "not_authentication" ? undefined : entraFacts(verdict, evidence),
    http: httpFacts(verdict, evidence),
    network: networkFacts(verdict, evidence),
  });
}
