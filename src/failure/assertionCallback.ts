import type { Evidence } from "./evidence.js";
import { KINDS } from "./kinds.js";
import { WORDS } from "./rules/words.js";
import type { Exchange } from "./types.js";
import type { Verdict } from "./verdict.js";

/** Credentials that ask the application for an assertion before they ask Entra ID for a token. */
const ASKING: ReadonlySet<string> = new Set(["ClientAssertionCredential", "OnBehalfOfCredential"]);
/** Where the authority is asked: for metadata, which comes before the assertion, and for a token, which comes after. */
const METADATA = /\/\.well-known\/openid-configuration$|\/discovery\/instance$/;
const TOKEN = /\/oauth2\/(?:v2\.0\/)?token$/;

/**
 * Whether an acquisition went no further than the application's own assertion, as far as its exchanges tell.
 *
 * @param credentialType - class name of the credential
 * @param exchanges - in order of start
 * @internal
 */
export function mayBeOfCallback(credentialType: string | undefined, exchanges: readonly Exchange[]): boolean {
  if (credentialType === undefined || !ASKING.has(credentialType)) return false;
  return exchanges.every(
    ({ path, status }) => !TOKEN.test(path) && (!METADATA.test(path) || (status !== undefined && status < 300)),
  );
}

/**
 * Whether an error is one that only the application's callback can have thrown: neither MSAL nor the SDK says so of a
 * request of their own, and nothing more exact is known of it.
 *
 * @internal
 */
export function isOfCallback(own: Verdict, evidence: Evidence): boolean {
  const { kind } = own;
  const [outer] = evidence.nodes;
  if (evidence.nodes.some(({ errorCode }) => errorCode !== undefined)) return false;
  if (evidence.words.some((word) => WORDS.get(word) === "authority_unreachable")) return false;
  const { stage } = KINDS[kind];
  if (stage === "network" || stage === "other" || stage === "authorization") return true;
  // The name alone, which the SDK puts on what is no error and has no message.
  if (kind === "interaction_required") return outer?.message === undefined;
  return kind === "service_unavailable" || kind === "throttled";
}
