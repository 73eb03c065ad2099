import type { Evidence } from "./evidence.js";

/** Ports of services that are asked for no token of Entra ID by this path: a refused connection there is another matter. */
const FOREIGN_PORTS: ReadonlySet<number> = new Set([
  25, 465, 587, 1433, 1521, 2181, 3306, 4317, 4318, 5432, 5672, 6379, 9042, 9092, 9200, 11211, 27017,
]);

const ABOUT_AUTHENTICATION =
  /credential|authenticat|\bauth\b|auth(?:config)?error|\bauthoriz|\bmsal|\baad|\bentra\b|(?<!unexpected )\btokens?\b|\bsign(?:ed)?[ -]?in\b|\blog(?:ged)? ?in\b|\boauth|\boidc|\bidentity\b|\btenant|aadsts|\bunauthorized\b|unauthenticated/;
const AZURE_HOST =
  /(?:^|\.)(?:microsoftonline|windows|azure|microsoft|azurewebsites|windowsazure|chinacloudapi|usgovcloudapi)(?:\.|$)|^(?:login|sts)\b/i;
/**
 * Failures of building or loading code, which may name an authentication library.
 *
 * @internal
 */
export const BUILD_ERROR =
  /cannot find (?:module|package)|module_?not_?found|no module named|classnotfound|\bundefined: |error ts\d{4}|npm err/;
const LINK = /(?:https?:\/\/|\bgithub\.com\/|(?:\.{0,2}|[a-z]:)[\\/][\w.-]{1,60}[\\/])[^\s"']{0,300}/g;
/**
 * Classes of errors that are mistakes in code.
 *
 * @internal
 */
export const CODE_ERRORS: ReadonlySet<string> = new Set([
  "TypeError",
  "ReferenceError",
  "RangeError",
  "SyntaxError",
  "EvalError",
  "AssertionError",
]);

/**
 * Classes of the errors that service clients throw, as opposed to credentials.
 *
 * @internal
 */
export const SERVICE_ERROR = /\bresterror\b|requestfailedexception|httpresponse(?:error|exception)|\bresponseerror\b/;

/**
 * Whether a text speaks of acquiring or presenting a token at all.
 *
 * @internal
 */
export function isAboutAuthentication(evidence: Evidence): boolean {
  // Links and paths name authentication for other reasons: a documentation page, a module.
  return ABOUT_AUTHENTICATION.test(evidence.plain.replace(LINK, " "));
}

/**
 * Whether a network failure is one of a request that has nothing to do with Azure or a token.
 *
 * @internal
 */
export function isForeign(evidence: Evidence): boolean {
  const { host, port, plain } = evidence;
  if (isAboutAuthentication(evidence) || SERVICE_ERROR.test(plain)) return false;
  if (port !== undefined && FOREIGN_PORTS.has(port)) return true;
  // A bare name or an address tells nothing; a domain of somebody else does.
  return host !== undefined && /\.[a-z]{2,}$/i.test(host) && !AZURE_HOST.test(host);
}

/**
 * The same, where only text is to be had.
 *
 * @internal
 */
export const CODE_ERROR_TEXT = /^(?:Uncaught )?(?:TypeError|ReferenceError|RangeError|AssertionError): /;
