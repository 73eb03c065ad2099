import type { FailureKind } from "./kinds.js";

const KIND_OF_CODE: ReadonlyMap<string, FailureKind> = new Map([
  ...group("dns_failure", ["ENOTFOUND", "EAI_AGAIN", "EAI_FAIL", "EAI_NODATA", "EAI_NONAME", "ENODATA", "ESERVFAIL"]),
  ...group("connection_failed", [
    "ECONNREFUSED",
    "ECONNRESET",
    "ECONNABORTED",
    "EHOSTUNREACH",
    "EHOSTDOWN",
    "ENETUNREACH",
    "ENETDOWN",
    "EADDRNOTAVAIL",
    "EPIPE",
    "UND_ERR_SOCKET",
    "UND_ERR_CLOSED",
    "UND_ERR_DESTROYED",
  ]),
  ...group("network_timeout", [
    "ETIMEDOUT",
    "ESOCKETTIMEDOUT",
    "ETIMEOUT",
    "ERR_SOCKET_CONNECTION_TIMEOUT",
    "UND_ERR_CONNECT_TIMEOUT",
    "UND_ERR_HEADERS_TIMEOUT",
    "UND_ERR_BODY_TIMEOUT",
  ]),
  ...group("tls_failure", [
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_GET_CRL",
    "UNABLE_TO_DECRYPT_CERT_SIGNATURE",
    "CERT_HAS_EXPIRED",
    "CERT_NOT_YET_VALID",
    "CERT_REVOKED",
    "CERT_UNTRUSTED",
    "CERT_REJECTED",
    "CERT_SIGNATURE_FAILURE",
    "CERT_CHAIN_TOO_LONG",
    "INVALID_CA",
    "INVALID_PURPOSE",
    "HOSTNAME_MISMATCH",
    "EPROTO",
  ]),
  ...group("proxy_failure", ["ERR_PROXY_CONNECTION_FAILED", "ERR_PROXY_TUNNEL"]),
]);

function group(kind: FailureKind, codes: readonly string[]): readonly (readonly [string, FailureKind])[] {
  return codes.map((code) => [code, kind]);
}

/**
 * The kind of failure that a transport error code of Node.js, OpenSSL or undici proves, for a request to an authority.
 *
 * @param code - e.g. `ENOTFOUND`
 * @returns `undefined` for a code that says nothing about the transport
 * @see https://nodejs.org/api/errors.html#common-system-errors
 * @see https://docs.openssl.org/master/man3/X509_STORE_CTX_get_error/#error-codes
 * @internal
 */
export function kindOfTransportCode(code: string): FailureKind | undefined {
  const kind = KIND_OF_CODE.get(code);
  if (kind !== undefined) return kind;
  // What came was no HTTP, or broke off: https://github.com/nodejs/llhttp
  if (code.startsWith("HPE_")) return "connection_failed";
  if (code.startsWith("ERR_TLS_") || code.startsWith("ERR_SSL_")) return "tls_failure";
  return undefined;
}

/**
 * The same where it is known that the code is that of a connection: files have these too.
 *
 * @param code - e.g. `EACCES`
 * @internal
 */
export function kindOfConnectionCode(code: string): FailureKind | undefined {
  return code === "EACCES" || code === "EPERM" ? "connection_failed" : kindOfTransportCode(code);
}

/**
 * The first of several codes that is one of the transport: a `code` can be any string, and those are a closed set.
 *
 * @param codes - in order of appearance
 * @internal
 */
export function transportCode(codes: readonly string[]): string | undefined {
  return codes.find((code) => kindOfTransportCode(code) !== undefined);
}

const IDENTITY_PATH =
  /^\/(?:metadata\/identity(?:\/|$)|msi\/token|oauth2\/token$|api\/identity\/|MSI\/token|metadata\/instance)/;
const IDENTITY_HOSTS: ReadonlySet<string> = new Set(["169.254.169.254", "169.254.169.253", "169.254.130.1"]);

/**
 * Whether a request went to a managed identity endpoint: IMDS by its address, the others by their paths, which stay the
 * same where an environment variable moves the endpoint to another host.
 *
 * @param host - host name or address without port
 * @param path - URL path without query string
 * @internal
 */
export function isIdentityEndpoint(host: string, path: string): boolean {
  return IDENTITY_HOSTS.has(host) || IDENTITY_PATH.test(path);
}
