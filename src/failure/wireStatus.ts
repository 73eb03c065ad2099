import type { FailureKind } from "./kinds.js";
import type { Exchange } from "./types.js";

const RETRIED = 3;

/**
 * What the status proves with which a managed identity endpoint ended an acquisition.
 *
 * @param exchange - the last one
 * @param times - how often this status was seen
 * @param isProxied - whether this process is told to use a forward proxy; asked where it matters
 * @internal
 */
export function kindOfIdentityStatus(exchange: Exchange, times: number, isProxied: () => boolean): FailureKind {
  const { status = 0 } = exchange;
  // The SDK gives up after this answer to its probe only where the body says that the network is unreachable.
  if (exchange.probe === true && status === 403) return "managed_identity_unreachable";
  if (isRedirect(status)) return "managed_identity_gateway_error";
  if (status === 429) return "throttled";
  if (status === 502 || status === 504 || status === 407) return "managed_identity_gateway_error";
  const traced = exchange.intermediary === true || isProxied();
  if (isPage(exchange) && isPageOfGateway(status, traced)) return "managed_identity_gateway_error";
  return kindOfManagedIdentityStatus(status, times);
}

/**
 * Whether a web page in place of the answer of an identity endpoint is that of a gateway. The host's own web server has
 * pages too for what the endpoint says by its status: it is busy, being updated, or not up.
 *
 * @param status - HTTP status
 * @param traced - whether a gateway left a trace of its own
 * @internal
 */
export function isPageOfGateway(status: number, traced: boolean): boolean {
  if (status === 429 || status === 410) return false;
  return traced || status < 500 || status === 502 || status === 504;
}

/**
 * The kind of failure that the status of a managed identity endpoint stands for, where nothing more is known.
 *
 * @param status - HTTP status
 * @param times - how often it was seen
 * @see https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#error-handling
 * @internal
 */
export function kindOfManagedIdentityStatus(status: number, times = 1): FailureKind {
  switch (status) {
    case 400:
      return "managed_identity_not_assigned";
    case 404:
    case 408:
    case 410:
    case 503:
      return "managed_identity_retries_exhausted";
    case 429:
      return "throttled";
    case 502:
    case 504:
      return "managed_identity_gateway_error";
    default:
      return status >= 500 && times >= RETRIED
        ? "managed_identity_retries_exhausted"
        : "managed_identity_endpoint_error";
  }
}

/**
 * Neither the authority nor an identity endpoint sends a request for a token elsewhere: a portal in between does.
 *
 * @internal
 */
export function isRedirect(status: number): boolean {
  return status > 300 && status < 400 && status !== 304;
}

/**
 * Whether the answer is a page for people.
 *
 * @internal
 */
export function isPage(exchange: Exchange): boolean {
  return exchange.contentType?.toLowerCase().startsWith("text/html") === true;
}

/** Where the authority is asked, or who gives assertions: neither answers programs with pages but where it fails. */
const AUTHORITY_PATH = /\/oauth2\/|\/\.well-known\/|\/discovery\/instance$|\/userrealm\/|oidc_?token|idtoken/i;

/** Whether a page came in place of the answer of the authority. */
function isForeignPage(exchange: Exchange, signed: boolean, isProxied: () => boolean): boolean {
  const { status = 0, path, requestId, intermediary } = exchange;
  if (!isPage(exchange) || requestId !== undefined) return false;
  if (intermediary === true) return true;
  // Whoever else is asked may well answer with a page.
  if (!AUTHORITY_PATH.test(path)) return false;
  return status < 500 || status === 502 || status === 504 || signed || isProxied();
}

/**
 * What the status proves with which the authority, or who gives assertions, ended an acquisition.
 *
 * @param exchange - the last one
 * @param signed - whether the same host has answered with a request id, as the authority does
 * @param isProxied - whether this process is told to use a forward proxy; asked where it matters
 * @returns `undefined` where the reason is left to the body
 * @internal
 */
export function kindOfAuthorityStatus(
  exchange: Exchange,
  signed: boolean,
  isProxied: () => boolean,
): FailureKind | undefined {
  const { status = 0, path, contentType, requestId } = exchange;
  if (status === 407 || isRedirect(status)) return "proxy_failure";
  if (status === 429) return "throttled";
  const gateway = status === 502 || status === 503 || status === 504;
  // The authority signs its answers with an id and says what they hold. The agents pass on what a proxy answered to
  // CONNECT as if it were the authority's.
  if (gateway && contentType === undefined && requestId === undefined && isProxied()) return "proxy_failure";
  if (isForeignPage(exchange, signed, isProxied)) return "proxy_failure";
  if (status >= 500) return "service_unavailable";
  if (status < 400) return undefined;
  if (/oidc_?token|idtoken/i.test(path)) return "assertion_unavailable";
  // The authority refuses metadata of a tenant it does not have; MSAL drops that answer (AADSTS90002).
  if (path.endsWith("/.well-known/openid-configuration")) return "tenant_not_found";
  if (path.endsWith("/discovery/instance")) return "configuration_invalid";
  return undefined;
}
