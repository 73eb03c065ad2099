import type { FailureKind } from "./kinds.js";
import { isIdentityEndpoint, kindOfTransportCode } from "./transport.js";
import type { Exchange, ToolProcess } from "./types.js";

/**
 * What the exchanges and processes of an acquisition prove about its failure.
 *
 * @internal
 */
export interface WireVerdict {
  readonly kind: FailureKind;
  /**
   * `transport`: no answer came, so no message about an answer can be right. `status`: an answer came, whose body may
   * say more than its status.
   */
  readonly strength: "transport" | "status";
  /** What was seen, as a clause: `GET login.microsoftonline.com ended in ECONNREFUSED`. */
  readonly seen: string;
  readonly code?: string;
  readonly host?: string;
  readonly port?: number;
  readonly status?: number;
  readonly retryAfterSeconds?: number;
}

/**
 * The SDK's availability probe gives up after one second; a loaded machine notices later.
 *
 * @see https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/identity/identity/src/credentials/managedIdentityCredential/imdsMsi.ts
 */
const PROBE_MAX_MS = 3_000;
const RETRIED = 3;

function kindOfIdentityStatus(exchange: Exchange, times: number): FailureKind {
  const { status = 0 } = exchange;
  if (status === 429) return "throttled";
  if (status === 502 || status === 504 || status === 407 || isPage(exchange)) return "managed_identity_gateway_error";
  return kindOfManagedIdentityStatus(status, times);
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

function isPage(exchange: Exchange): boolean {
  return exchange.contentType?.toLowerCase().startsWith("text/html") === true;
}

function kindOfAuthorityStatus(exchange: Exchange): FailureKind | undefined {
  const { status = 0, path } = exchange;
  if (status === 407 || isPage(exchange)) return "proxy_failure";
  if (status === 429) return "throttled";
  if (status >= 500) return "service_unavailable";
  if (status < 400) return undefined;
  if (/oidc_?token|idtoken/i.test(path)) return "assertion_unavailable";
  // The authority refuses metadata of a tenant it does not have; MSAL drops that answer (AADSTS90002).
  if (path.endsWith("/.well-known/openid-configuration")) return "tenant_not_found";
  if (path.endsWith("/discovery/instance")) return "configuration_invalid";
  return undefined;
}

function transportVerdict(exchange: Exchange, code: string): FailureKind | undefined {
  const identity = isIdentityEndpoint(exchange.host, exchange.path);
  if (code === "ABORT_ERR") {
    if (!identity) return "network_timeout";
    return exchange.durationMs <= PROBE_MAX_MS ? "managed_identity_probe_timeout" : "managed_identity_unreachable";
  }
  const kind = kindOfTransportCode(code);
  return identity && kind !== undefined && kind !== "tls_failure" ? "managed_identity_unreachable" : kind;
}

/**
 * What the exchanges of a failed acquisition prove. The last finished one decides: the earlier ones were retried.
 *
 * @param exchanges - in order of start
 * @returns `undefined` where the last exchange succeeded or its status leaves the reason to its body
 * @internal
 */
export function concludeFromExchanges(exchanges: readonly Exchange[]): WireVerdict | undefined {
  const last = exchanges.findLast((exchange) => exchange.pending !== true);
  if (last === undefined) return undefined;
  const target = { host: last.host, port: last.port };
  if (last.errorCode !== undefined) {
    const kind = transportVerdict(last, last.errorCode);
    if (kind === undefined) return undefined;
    const seen = `${last.method} ${last.host}:${last.port} ended in ${last.errorCode}${timesSuffix(exchanges, last)}`;
    return { kind, strength: "transport", seen, code: last.errorCode, ...target };
  }
  if (last.status === undefined) return undefined;
  const identity = isIdentityEndpoint(last.host, last.path);
  const ok = last.status < 400 && !isPage(last);
  if (ok) return undefined;
  const kind = identity ? kindOfIdentityStatus(last, count(exchanges, last)) : kindOfAuthorityStatus(last);
  if (kind === undefined) return undefined;
  return {
    kind,
    strength: "status",
    seen: `${last.method} ${last.host}:${last.port} was answered with ${last.status}${isPage(last) ? " and a web page" : ""}${timesSuffix(exchanges, last)}`,
    status: last.status,
    ...target,
    ...(last.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: last.retryAfterSeconds }),
  };
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

/**
 * What the child processes of a failed acquisition prove.
 *
 * @param processes - in order of start
 * @returns `undefined` where the last one ended by itself with an exit code that leaves the reason to its output
 * @internal
 */
export function concludeFromProcesses(processes: readonly ToolProcess[]): WireVerdict | undefined {
  const last = processes.at(-1);
  if (last === undefined) return undefined;
  if (last.signal !== undefined) {
    return {
      kind: "tool_timeout",
      strength: "status",
      seen: `${last.file} was ended by ${last.signal} after ${Math.round(last.durationMs)} ms`,
    };
  }
  // Exit codes of the shells for a command they do not find.
  if (last.exitCode === 127 || last.exitCode === 9009) {
    return { kind: "tool_not_installed", strength: "status", seen: `${last.file} ended with code ${last.exitCode}` };
  }
  return undefined;
}
