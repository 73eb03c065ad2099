import { isCrashOfAcquisition } from "./crashFrames.js";
import type { Evidence } from "./evidence.js";
import { type FailureKind, KINDS } from "./kinds.js";
import { BUILD_ERROR, CODE_ERROR_TEXT, CODE_ERRORS, isGoodNews } from "./otherTopics.js";
import { quotesAnswer } from "./quotedAnswer.js";
import { OAUTH_ERRORS } from "./rules/oauthErrors.js";
import { isAboutAuthentication, isBareFetch, isForeign } from "./topic.js";
import type { Verdict } from "./verdict.js";
import { byBareNumber } from "./verdicts/byBareNumber.js";
import { byBeginning } from "./verdicts/byBeginning.js";
import { byClientCrash } from "./verdicts/byClientCrash.js";
import { byCode } from "./verdicts/byCode.js";
import { byHeldBack } from "./verdicts/byHeldBack.js";
import { byMeaning } from "./verdicts/byMeaning.js";
import { byReady } from "./verdicts/byReady.js";
import { byServiceAnswer } from "./verdicts/byServiceAnswer.js";
import { byStack } from "./verdicts/byStack.js";
import { byStatus } from "./verdicts/byStatus.js";
import { byText } from "./verdicts/byText.js";
import { byTool } from "./verdicts/byTool.js";
import { byTunnel } from "./verdicts/byTunnel.js";

/** Whether an identity endpoint answered with what would be another failure if Entra ID had, or with what is not known. */
function isOfIdentityEndpoint({ plain, status }: Evidence, oauth: FailureKind | undefined): boolean {
  if (oauth === "service_unavailable") return true;
  const quoted = quotesAnswer(plain);
  // An answer without a word for its error, of which the description is left.
  const wordless = plain.includes("authentication failed. message : error(s): ");
  return quoted && (oauth === "malformed_request" || (oauth === undefined && (status !== undefined || wordless)));
}

/** Who asked in vain, where the message does not say what for. */
const IDENTITY_FRAME =
  /\bazure\/identity\/_|\bpolicies\/_authentication(?:_async)?\.py|\bat \w{3,40}Credential\.[^\n]{0,200}[\\/]@azure[\\/]identity[\\/](?:dist|src)[\\/]/;

/** The first frame is that of a managed identity. */
const IDENTITY_FIRST_FRAME = /^[^\n]{0,300}\n[ \t]{1,12}at ManagedIdentityCredential\./;

/** Where the chain of Python says that it is exhausted, whatever became of the message. */
const CHAIN_RAISED =
  /\b_credentials\/chained\.py", line \d{1,5}, in get_token\w{0,8}\s{1,16}raise ClientAuthenticationError/;

/**
 * From the error alone to a kind: what a service answered, then codes, then sentences that are known, then the status, then
 * what a sentence means by its subject and trouble, then OAuth's word.
 *
 * @param evidence - what was read off the error
 * @param acquiring - whether the failure is known to be one of acquiring a token
 * @internal
 */
export function fromError(evidence: Evidence, acquiring: boolean): Verdict {
  const ready = byReady(evidence);
  if (ready !== undefined) return ready;
  const service = byServiceAnswer(evidence);
  if (service !== undefined) return service;
  const crashed = byClientCrash(evidence);
  if (crashed !== undefined) return crashed;
  const heldBack = byHeldBack(evidence);
  if (heldBack !== undefined) return heldBack;
  const tool = byTool(evidence);
  if (tool !== undefined) return tool;
  if (!acquiring && evidence.signs.elsewhere) return { kind: "not_authentication", answered: false };
  const found =
    byTunnel(evidence) ??
    byCode(evidence, acquiring) ??
    byBareNumber(evidence) ??
    byText(evidence) ??
    byStatus(evidence) ??
    byMeaning(evidence);
  if (found !== undefined) {
    if (found.kind === "invalid_token_response" && IDENTITY_FIRST_FRAME.test(evidence.text)) {
      return { kind: "managed_identity_endpoint_error", answered: true };
    }
    const crash = found.kind === "not_authentication" && isCrashOfAcquisition(evidence.text);
    if (crash) return { kind: "unknown", answered: false };
    const vague = found.kind === "authority_unreachable" && isBareFetch(evidence) && !isAboutAuthentication(evidence);
    const foreign = !acquiring && KINDS[found.kind].stage === "network" && (vague || isForeign(evidence));
    return foreign ? { kind: "not_authentication", answered: false } : found;
  }
  const oauth = evidence.oauthError === undefined ? undefined : OAUTH_ERRORS.get(evidence.oauthError);
  if (evidence.managedIdentity && isOfIdentityEndpoint(evidence, oauth)) {
    return { kind: "managed_identity_endpoint_error", answered: true };
  }
  if (oauth !== undefined) return { kind: oauth, answered: true };
  const begun = byBeginning(evidence);
  if (begun !== undefined) return begun;
  if (evidence.oauthError !== undefined) return { kind: "unknown", answered: true };
  if (evidence.empty) return { kind: "unknown", answered: false };
  const name = evidence.names[0];
  if (acquiring && (name === undefined || !CODE_ERRORS.has(name))) return { kind: "unknown", answered: false };
  if (isGoodNews(evidence)) return { kind: "not_authentication", answered: false };
  const shown = byStack(evidence);
  if (shown !== undefined) return shown;
  const code = name !== undefined ? CODE_ERRORS.has(name) : CODE_ERROR_TEXT.test(evidence.text);
  const other = code || BUILD_ERROR.test(evidence.plain);
  if (CHAIN_RAISED.test(evidence.text)) return { kind: "no_credential_available", answered: false };
  const framed = IDENTITY_FRAME.test(evidence.text) || isCrashOfAcquisition(evidence.text);
  const about = framed || isAboutAuthentication(evidence);
  return { kind: !other && about ? "unknown" : "not_authentication", answered: false };
}
