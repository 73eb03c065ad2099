import { type AadstsEntry, lookupAadsts } from "./aadsts.js";
import { rankAadsts } from "./entraCodes.js";
import type { Evidence } from "./evidence.js";
import type { FailureKind } from "./kinds.js";
import { KINDS } from "./kinds.js";
import { CREDENTIAL_FILE_RULES } from "./rules/credentialFile.js";
import { applies, findRule } from "./rules/index.js";
import type { Rule } from "./rules/rule.js";
import { OAUTH_ERRORS, WORDS } from "./rules/words.js";
import {
  BUILD_ERROR,
  CODE_ERROR_TEXT,
  CODE_ERRORS,
  isAboutAuthentication,
  isElsewhere,
  isForeign,
  SERVICE_ERROR,
} from "./topic.js";
import { kindOfTransportCode } from "./transport.js";
import { kindOfManagedIdentityStatus, type WireVerdict } from "./wire.js";

/**
 * A kind, and what led to it.
 *
 * @internal
 */
export interface Verdict {
  readonly kind: FailureKind;
  /** The AADSTS entry that decided. */
  readonly entry?: AadstsEntry;
  /** AADSTS numbers, the one that explains first. */
  readonly codes?: readonly number[];
  readonly rule?: Rule;
  /** The exchange or process that decided, or agrees. */
  readonly wire?: WireVerdict;
  /** The transport error code that decided. */
  readonly code?: string;
  /** True where Entra ID, a service or an identity endpoint had answered. */
  readonly answered: boolean;
}

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

function byName(evidence: Evidence): FailureKind | undefined {
  const outer = evidence.nodes[0];
  if (outer === undefined) return undefined;
  if (outer.name === "AbortError" || outer.code === "ABORT_ERR") return "aborted";
  if (outer.name === "CredentialDeadlineError") return "deadline_exceeded";
  if (outer.name === "CredentialPolicyError") return "policy_violation";
  return undefined;
}

/** What a service answered to a token, where the error is one of a service call. */
function byServiceAnswer(evidence: Evidence): Verdict | undefined {
  if (evidence.nodes.some((node) => node.claimsChallenge)) return { kind: "claims_challenge", answered: true };
  const service = evidence.nodes.find((node) => node.status === 401 || node.status === 403);
  if (service === undefined || evidence.managedIdentity) return undefined;
  if (service.name !== "RestError" && service.url === undefined) return undefined;
  if (service.url !== undefined && /^https?:\/\/login\.|\/oauth2\/|oidc/i.test(service.url)) return undefined;
  // The code says what the message may not: storage words a role and its firewall alike.
  const rule = findRule(`${service.code?.toLowerCase() ?? ""} ${evidence.plain}`, false);
  if (rule !== undefined && KINDS[rule.kind].stage === "authorization")
    return { kind: rule.kind, rule, answered: true };
  if (evidence.oauthError !== undefined) return undefined;
  return { kind: service.status === 401 ? "token_rejected" : "authorization_denied", answered: true };
}

const TOOL_SPAWN = /^spawn (?:\S{0,200}[\\/])?(?:az|azd|pwsh|powershell|cmd)(?:\.exe|\.cmd)?$|^spawn$/;

function byCode(evidence: Evidence, acquiring: boolean): Verdict | undefined {
  for (const node of evidence.nodes) {
    const { code } = node;
    if (code === undefined) continue;
    const kind = kindOfTransportCode(code);
    if (kind !== undefined) {
      const identity = evidence.managedIdentity && kind !== "tls_failure" && !evidence.host?.startsWith("login.");
      return { kind: identity ? "managed_identity_unreachable" : kind, code, answered: false };
    }
    if (code === "ENOENT" && node.syscall !== undefined && TOOL_SPAWN.test(node.syscall)) {
      return { kind: "tool_not_installed", code, answered: false };
    }
    if (code.startsWith("ERR_OSSL_")) return { kind: "certificate_unusable", code, answered: false };
    if (acquiring && (code === "ENOENT" || code === "EACCES" || code === "EISDIR" || code === "EPERM")) {
      const cache = CREDENTIAL_FILE_RULES.find(({ id }) => id === "file.token-cache");
      if (cache !== undefined && applies(cache, evidence.plain, false)) {
        return { kind: cache.kind, rule: cache, code, answered: false };
      }
      if (node.syscall === undefined || node.syscall === "open" || node.syscall === "stat" || node.syscall === "read") {
        return { kind: "credential_file_unreadable", code, answered: false };
      }
    }
  }
  return undefined;
}

function byText(evidence: Evidence): Verdict | undefined {
  const rule = findRule(evidence.plain, evidence.managedIdentity);
  if (rule !== undefined) return { kind: rule.kind, rule, answered: rule.answered === true };
  for (const word of evidence.words) {
    const kind = WORDS.get(word);
    if (kind !== undefined) return { kind, answered: false };
  }
  return undefined;
}

function byStatus(evidence: Evidence): Verdict | undefined {
  const { status, plain } = evidence;
  const page = /<html|<!doctype|text\/html/.test(plain);
  if (evidence.managedIdentity) {
    if (page) return { kind: "managed_identity_gateway_error", answered: true };
    if (status !== undefined && status >= 400) return { kind: kindOfManagedIdentityStatus(status), answered: true };
    return undefined;
  }
  if (status === undefined) return undefined;
  if (isAboutAuthentication(evidence)) {
    if (status === 407) return { kind: "proxy_failure", answered: true };
    if (status === 429) return { kind: "throttled", answered: true };
    if (status >= 500) return { kind: "service_unavailable", answered: true };
    if (page) return { kind: "proxy_failure", answered: true };
  }
  if (SERVICE_ERROR.test(plain) && evidence.oauthError === undefined) {
    if (status === 401) return { kind: "token_rejected", answered: true };
    if (status === 403) return { kind: "authorization_denied", answered: true };
  }
  return undefined;
}

function fromError(evidence: Evidence, acquiring: boolean): Verdict {
  const service = byServiceAnswer(evidence);
  if (service !== undefined) return service;
  if (!acquiring && isElsewhere(evidence)) return { kind: "not_authentication", answered: false };
  const found = byCode(evidence, acquiring) ?? byText(evidence) ?? byStatus(evidence);
  if (found !== undefined) {
    const foreign = !acquiring && KINDS[found.kind].stage === "network" && isForeign(evidence);
    return foreign ? { kind: "not_authentication", answered: false } : found;
  }
  const oauth = evidence.oauthError === undefined ? undefined : OAUTH_ERRORS.get(evidence.oauthError);
  if (oauth !== undefined) return { kind: oauth, answered: true };
  if (evidence.oauthError !== undefined) return { kind: "unknown", answered: true };
  if (evidence.empty) return { kind: "unknown", answered: false };
  const name = evidence.names[0];
  if (acquiring && (name === undefined || !CODE_ERRORS.has(name))) return { kind: "unknown", answered: false };
  const code = name !== undefined ? CODE_ERRORS.has(name) : CODE_ERROR_TEXT.test(evidence.text);
  const other = code || BUILD_ERROR.test(evidence.plain);
  return { kind: !other && isAboutAuthentication(evidence) ? "unknown" : "not_authentication", answered: false };
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
  const named = byName(evidence);
  if (named !== undefined) return { kind: named, answered: false };

  const { wire, process } = context;
  if (evidence.aadsts.length > 0) {
    const codes = rankAadsts(evidence.aadsts);
    const entry = lookupAadsts(codes[0] as number);
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
