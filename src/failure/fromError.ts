import type { Evidence } from "./evidence.js";
import { type FailureKind, KINDS } from "./kinds.js";
import { BUILD_ERROR, CODE_ERROR_TEXT, CODE_ERRORS, isGoodNews } from "./otherTopics.js";
import { CREDENTIAL_FILE_RULES } from "./rules/credentialFile.js";
import { applies } from "./rules/index.js";
import { kindOfNumber } from "./rules/numbers.js";
import { OAUTH_ERRORS } from "./rules/oauthErrors.js";
import { WORDS } from "./rules/words.js";
import { isOfService } from "./service.js";
import { Signs } from "./signs.js";
import { isAboutAuthentication, isForeign } from "./topic.js";
import { kindOfTransportCode } from "./transport.js";
import type { Verdict } from "./verdict.js";
import { kindOfManagedIdentityStatus } from "./wire.js";

/** What a service answered to a token, where the error is one of a service call. */
function byServiceAnswer(evidence: Evidence): Verdict | undefined {
  if (evidence.nodes.some((node) => node.claimsChallenge)) return { kind: "claims_challenge", answered: true };
  const service = evidence.nodes.find((node) => node.status === 401 || node.status === 403);
  if (service === undefined || evidence.managedIdentity) return undefined;
  if (service.name !== "RestError" && service.url === undefined) return undefined;
  if (service.url !== undefined && /^https?:\/\/login\.|\/oauth2\/|oidc/i.test(service.url)) return undefined;
  // The code says what the message may not: storage words a role and its firewall alike.
  const rule = new Signs(`${service.code?.toLowerCase() ?? ""} ${evidence.plain}`).rule(false);
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

/** What the network says of an address that is not to be reached. */
const UNREACHED: ReadonlySet<FailureKind> = new Set(["connection_failed", "network_timeout"]);
/** Where managed identities are asked for, and nothing else is. */
const IDENTITY_ADDRESS = /169\.254\.169\.254|\bimds\b/;
const OTHER_ADDRESS = /login\.microsoftonline|oidc/;

function byText(evidence: Evidence): Verdict | undefined {
  const numbered = evidence.signs.has("numbered") ? kindOfNumber(evidence.plain) : undefined;
  if (numbered !== undefined) return { kind: numbered, answered: true };
  const rule = evidence.signs.rule(evidence.managedIdentity);
  if (rule !== undefined) {
    const { plain } = evidence;
    // The same odd answer, but of another endpoint.
    if (rule.kind === "invalid_token_response" && evidence.managedIdentity) {
      return { kind: "managed_identity_endpoint_error", rule, answered: rule.answered === true };
    }
    const unreached = UNREACHED.has(rule.kind) && IDENTITY_ADDRESS.test(plain) && !OTHER_ADDRESS.test(plain);
    return { kind: unreached ? "managed_identity_unreachable" : rule.kind, rule, answered: rule.answered === true };
  }
  for (const word of evidence.words) {
    const kind = WORDS.get(word);
    // An answer came, so the network is not what failed.
    if (kind === "authority_unreachable" && evidence.status !== undefined) continue;
    if (kind !== undefined) return { kind, answered: false };
  }
  return undefined;
}

/** What the engine itself says of a mistake in code, which may name an option or a credential. */
const ENGINE_MESSAGE =
  /\b(?:type|reference|syntax)error: (?:cannot (?:read|set|destructure|access)|unexpected (?:token|end|identifier)|\S{1,80} is not (?:a function|defined|a constructor|iterable))/;

function byMeaning(evidence: Evidence): Verdict | undefined {
  if (ENGINE_MESSAGE.test(evidence.plain)) return undefined;
  const rule = evidence.signs.wideRule(evidence.managedIdentity);
  return rule === undefined ? undefined : { kind: rule.kind, rule, answered: rule.answered === true };
}

/** What the first Azure SDK for Go says where the request for a token failed that a call to a service needed. */
const REFRESHING = /failed to refresh the token|refresh request failed/;

/** An answer that only the authority gives, whatever else the text names. */
const AUTHORITY_ANSWER = /"error": ?"(?:invalid|unauthorized)_cl/;

function byStatus(evidence: Evidence): Verdict | undefined {
  const { status, plain } = evidence;
  const page = /<html|<!doctype|text\/html|'<' is an invalid start/.test(plain);
  if (evidence.managedIdentity) {
    if (page) return { kind: "managed_identity_gateway_error", answered: true };
    if (AUTHORITY_ANSWER.test(plain)) return undefined;
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
  if (isOfService(evidence) && evidence.oauthError === undefined && !REFRESHING.test(plain)) {
    if (status === 401) return { kind: "token_rejected", answered: true };
    if (status === 403) return { kind: "authorization_denied", answered: true };
  }
  return undefined;
}

/**
 * From the error alone to a kind: what a service answered, then codes, then sentences that are known, then the status, then
 * what a sentence means by its subject and trouble, then OAuth's word.
 *
 * @param evidence - what was read off the error
 * @param acquiring - whether the failure is known to be one of acquiring a token
 * @internal
 */
export function fromError(evidence: Evidence, acquiring: boolean): Verdict {
  const service = byServiceAnswer(evidence);
  if (service !== undefined) return service;
  if (!acquiring && evidence.signs.elsewhere) return { kind: "not_authentication", answered: false };
  const found = byCode(evidence, acquiring) ?? byText(evidence) ?? byStatus(evidence) ?? byMeaning(evidence);
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
  if (isGoodNews(evidence)) return { kind: "not_authentication", answered: false };
  const code = name !== undefined ? CODE_ERRORS.has(name) : CODE_ERROR_TEXT.test(evidence.text);
  const other = code || BUILD_ERROR.test(evidence.plain);
  return { kind: !other && isAboutAuthentication(evidence) ? "unknown" : "not_authentication", answered: false };
}
