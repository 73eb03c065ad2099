import { anyOf } from "./anyOf.js";
import type { Evidence } from "./evidence.js";
import { SERVICE_ERROR } from "./service.js";
import { ABOUT_AUTHENTICATION, AUTHORITY, AZURE } from "./topicWords.js";

/** Ports of services that are asked for no token of Entra ID by this path: a refused connection there is another matter. */
const FOREIGN_PORTS: ReadonlySet<number> = new Set([
  22, 25, 465, 587, 1433, 1521, 2181, 3306, 4317, 4318, 5432, 5672, 6379, 6380, 9042, 9092, 9200, 11211, 27017,
]);
const PORT = /(?:(?:\d{1,3}(?:\.\d{1,3}){3}|[a-z][\w-]{0,62}|\]):|\bport )(\d{2,5})\b(?!:)/g;

const AZURE_HOST =
  /(?:^|\.)(?:microsoftonline|windows|azure|microsoft|azurewebsites|azurestack|windowsazure|microsoftazure|cloudapi|chinacloudapi|usgovcloudapi|azurecr|azure-api)(?:\.|$)|^(?:login|sts)\b/i;
/** What else runs out of time or cannot be reached, but for what a log says was reached. */
const OTHER_SUBJECT =
  /(?<!\b(?:connected|listening|subscribed) (?:to|on) (?:the |our |its )?)(?:\bqueue\b|\bdatabase\b|\bsql\b|jdbc|\bpool\b|webdriver|playwright|selenium|\bpods?\b|websocket|\bquery\b|\bredis|message broker|springframework\.(?:dao|jdbc|data|amqp|kafka)|dataaccess\w{0,20}exception)/;
/** The API of a cluster. */
const CLUSTER = /\bhttps?:\/\/[\w.-]{1,200}\.azmk8s\.io\b/;
const LOOPBACK = /^(?:127\.|localhost$|\[?::1)/;
/** A domain of somebody, as opposed to a class or a file. */
const DOMAIN = /\b[a-z][\w-]{1,60}\.(?:com|net|org|io|example|local|internal|dev|cloud|eu|de|uk|fr|app)(?![.\w(])/;
/** The library by the name of its package: builds and package managers name it too. */
const PACKAGE = /\bazure[-_.:/]identity\b(?!:(?:[: ]|$)|\.[a-z_])(?:-\w{1,20}){0,3}/g;
/** Who sent a request, by the frames of its stack, where the address is that of a proxy. */
const IDENTITY_STACK = anyOf(
  /\b(?:Azure\.Identity|Microsoft\.Identity\.Client|Microsoft\.IdentityModel\.Clients|com\.azure\.identity|com\.microsoft\.aad\.msal4j)\./,
  /@azure[\\/](?:identity|msal-\w{2,8})[\\/]/,
  /sdk\/azidentity/,
  /azure[\\/]identity[\\/]_/,
  /[\\/]msal[\\/]\w{3,30}\.py/,
);
const LINK = /(?:https?:\/\/|\bgithub\.com\/|(?:\.{0,2}|[a-z]:)[\\/][\w.-]{1,60}[\\/])[^\s"']{0,300}/g;

/**
 * Whether a text speaks of acquiring or presenting a token at all.
 *
 * @internal
 */
export function isAboutAuthentication(evidence: Evidence): boolean {
  const { plain } = evidence;
  // Links and paths name authentication for other reasons: a documentation page, a module.
  const linked = plain.includes("/") || plain.includes("\\");
  const unlinked = linked ? plain.replace(LINK, " ") : plain;
  const own = unlinked.includes("identity") ? unlinked.replace(PACKAGE, " ") : unlinked;
  return AUTHORITY.test(plain) || ABOUT_AUTHENTICATION.test(own);
}

/**
 * Whether a text says no more than that a request failed: of whom, and to whom, nothing.
 *
 * @internal
 */
export function isBareFetch({ host, plain, text }: Evidence): boolean {
  return host === undefined && /\bfetch failed\b/.test(plain) && !AZURE.test(plain) && !IDENTITY_STACK.test(text);
}

/**
 * Whether a network failure is one of a request that has nothing to do with Azure or a token.
 *
 * @internal
 */
export function isForeign(evidence: Evidence): boolean {
  const { host, port, plain } = evidence;
  if (isAboutAuthentication(evidence) || SERVICE_ERROR.test(plain) || IDENTITY_STACK.test(evidence.text)) return false;
  if (CLUSTER.test(plain)) return true;
  if (port !== undefined && FOREIGN_PORTS.has(port)) return true;
  for (const match of plain.slice(0, 4_000).matchAll(PORT)) if (FOREIGN_PORTS.has(Number(match[1]))) return true;
  // An identity endpoint on this machine listens above these ports, Azurite and servers under development below.
  if (host !== undefined && LOOPBACK.test(host) && port !== undefined && port < 40_000) return true;
  if (host === undefined && !AZURE.test(plain) && DOMAIN.test(plain.slice(0, 4_000))) return true;
  if (host === undefined && !AZURE.test(plain) && OTHER_SUBJECT.test(plain)) return true;
  // A bare name or an address tells nothing; a domain of somebody else does.
  return host !== undefined && /\.[a-z]{2,}$/i.test(host) && !AZURE_HOST.test(host);
}
