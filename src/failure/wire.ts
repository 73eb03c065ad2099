import type { FailureKind } from "./kinds.js";
import { isIdentityEndpoint, kindOfConnectionCode } from "./transport.js";
import type { Exchange } from "./types.js";
import { isPage, isRedirect, kindOfAuthorityStatus, kindOfIdentityStatus } from "./wireStatus.js";

/**
 * What was seen of one exchange or process.
 *
 * @internal
 */
export interface WireFacts {
  /** What was seen, as a clause: `GET login.microsoftonline.com ended in ECONNREFUSED`. */
  readonly seen: string;
  readonly code?: string;
  readonly host?: string;
  readonly port?: number;
  readonly status?: number;
  readonly retryAfterSeconds?: number;
  /** True where host and port are those of a proxy, which was not reached. */
  readonly proxy?: true;
}

/**
 * What the exchanges and processes of an acquisition prove about its failure.
 *
 * @internal
 */
export interface WireVerdict extends WireFacts {
  readonly kind: FailureKind;
  /**
   * `transport`: no answer came, so no message about an answer can be right. `status`: an answer came, whose body may
   * say more than its status.
   */
  readonly strength: "transport" | "status";
}

/**
 * The answer that an acquisition ended with, whether its status proves anything or not.
 *
 * @internal
 */
export interface WireAnswer extends WireFacts {
  readonly status: number;
  /** True where a managed identity endpoint gave it. */
  readonly identity: boolean;
  /** True where a token was asked for, as opposed to metadata. */
  readonly token: boolean;
  /** Its `Date` minus the local clock, in seconds. */
  readonly skewSeconds?: number;
}

/**
 * The SDK's availability probe gives up after one second; a loaded machine notices later.
 *
 * @see https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/identity/identity/src/credentials/managedIdentityCredential/imdsMsi.ts
 */
const PROBE_MAX_MS = 3_000;

/** Where the endpoint listens is the platform's choice, but managed identities ask nobody else without TLS. */
function isIdentity({ host, path, scheme }: Exchange, managedIdentity: boolean): boolean {
  return isIdentityEndpoint(host, path) || (managedIdentity && scheme === "http");
}

function transportVerdict(exchange: Exchange, code: string, identity: boolean): FailureKind | undefined {
  if (code === "ABORT_ERR") {
    if (!identity) return "network_timeout";
    return exchange.durationMs <= PROBE_MAX_MS ? "managed_identity_probe_timeout" : "managed_identity_unreachable";
  }
  const kind = kindOfConnectionCode(code);
  // Something answered, though not as it should.
  if (code.startsWith("HPE_")) {
    if (identity) return "managed_identity_endpoint_error";
    return exchange.status !== undefined && exchange.status < 300 ? "invalid_token_response" : kind;
  }
  if (!identity || kind === undefined || kind === "tls_failure") return kind;
  // Cut in the middle of an answer: there is an endpoint.
  return exchange.status === undefined ? "managed_identity_unreachable" : "managed_identity_endpoint_error";
}

function errorFacts(exchanges: readonly Exchange[], last: Exchange, code: string): WireFacts {
  const { method, host, port, status, proxyHost, proxyPort } = last;
  const answered = status === undefined ? "" : `was answered with ${status}, and then `;
  const proxy =
    proxyHost === undefined ? "" : ` at the proxy ${proxyHost}${proxyPort === undefined ? "" : `:${proxyPort}`}`;
  return {
    seen: `${method} ${host}:${port} ${answered}ended in ${code}${proxy}${timesSuffix(exchanges, last)}`,
    code,
    ...(status === undefined ? {} : { status }),
    ...(proxyHost === undefined
      ? { host, port }
      : { host: proxyHost, ...(proxyPort === undefined ? {} : { port: proxyPort }), proxy: true }),
  };
}

/**
 * What the exchanges of a failed acquisition prove. The last finished one decides: the earlier ones were retried.
 *
 * @param exchanges - in order of start
 * @param managedIdentity - whether the acquisition was one of a managed identity
 * @param isProxied - whether this process is told to use a forward proxy; asked where it matters
 * @returns `undefined` where the last exchange succeeded or its status leaves the reason to its body
 * @internal
 */
export function concludeFromExchanges(
  exchanges: readonly Exchange[],
  managedIdentity = false,
  isProxied: () => boolean = () => false,
): WireVerdict | undefined {
  const last = lastFinished(exchanges);
  if (last === undefined) return undefined;
  const identity = isIdentity(last, managedIdentity);
  if (last.errorCode !== undefined) {
    const kind = transportVerdict(last, last.errorCode, identity);
    if (kind === undefined) return undefined;
    return { kind, strength: "transport", ...errorFacts(exchanges, last, last.errorCode) };
  }
  if (last.status === undefined) return undefined;
  const ok = last.status < 400 && !isPage(last) && !isRedirect(last.status);
  if (ok) return undefined;
  const signed = exchanges.some(({ host, requestId }) => host === last.host && requestId !== undefined);
  const kind = identity
    ? kindOfIdentityStatus(last, count(exchanges, last), isProxied)
    : kindOfAuthorityStatus(last, signed, isProxied);
  if (kind === undefined) return undefined;
  return { kind, strength: "status", ...answerFacts(exchanges, last, last.status) };
}

function lastFinished(exchanges: readonly Exchange[]): Exchange | undefined {
  return exchanges.findLast((exchange) => exchange.pending !== true);
}

function answerFacts(
  exchanges: readonly Exchange[],
  last: Exchange,
  status: number,
): WireFacts & Pick<WireAnswer, "status"> {
  const { method, host, port, retryAfterSeconds } = last;
  return {
    seen: `${method} ${host}:${port} was answered with ${status}${isPage(last) ? " and a web page" : ""}${timesSuffix(exchanges, last)}`,
    status,
    host,
    port,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}

const TOKEN_PATH = /\/(?:token|devicecode)$/;

/**
 * The answer that a failed acquisition ended with.
 *
 * @param exchanges - in order of start
 * @param managedIdentity - whether the acquisition was one of a managed identity
 * @returns `undefined` where the last exchange ended without an answer, or none has ended
 * @internal
 */
export function lastAnswer(exchanges: readonly Exchange[], managedIdentity = false): WireAnswer | undefined {
  const last = lastFinished(exchanges);
  if (last?.status === undefined || last.errorCode !== undefined) return undefined;
  const identity = isIdentity(last, managedIdentity);
  const token = identity || (last.method === "POST" && TOKEN_PATH.test(last.path));
  const skew = last.clockSkewSeconds;
  const answer = { ...answerFacts(exchanges, last, last.status), identity, token };
  return skew === undefined ? answer : { ...answer, skewSeconds: skew };
}

function count(exchanges: readonly Exchange[], last: Exchange): number {
  return exchanges.filter(
    (exchange) =>
      exchange.host === last.host && exchange.status === last.status && exchange.errorCode === last.errorCode,
  ).length;
}

function timesSuffix(exchanges: readonly Exchange[], last: Exchange): string {
  const times = count(exchanges, last);
  return times > 1 ? ` (${times} times)` : "";
}
