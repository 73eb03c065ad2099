import type { RequestFacts } from "./exchange.js";

const ERROR_CODE = /^[A-Za-z0-9_]{1,64}$/;
const HOST = /^[\w.:-]{1,253}$/;

/** What the agents for proxies say in errors that have no code. */
const WITHOUT_CODE: readonly (readonly [RegExp, string])[] = [
  [/\bCONNECT response|proxy (?:response|connection|server)|\btunnel/i, "ERR_PROXY_TUNNEL"],
  [/socket hang up|disconnected before/i, "ECONNRESET"],
];

function codeOfMessage(error: unknown): string | undefined {
  const { message } = (error ?? {}) as { message?: unknown };
  if (typeof message !== "string") return undefined;
  return WITHOUT_CODE.find(([pattern]) => pattern.test(message.slice(0, 500)))?.[1];
}

/** undici gives up on a request for which a proxy opens no tunnel. */
const NO_TUNNEL = /^Proxy response \(\d{3}\)/;

/** What a client, not the system, calls so: axios ends a request with it that has run out of its time. */
function isOwnTimeout({ code, syscall }: { readonly code?: unknown; readonly syscall?: unknown }): boolean {
  return code === "ECONNABORTED" && syscall === undefined;
}

/** The code that tells a transport error best, `ABORT_ERR` for every way of giving up. */
export function transportErrorCode(error: unknown): string {
  const { code, name, message, cause } = (error ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof message === "string" && NO_TUNNEL.test(message)) return "ERR_PROXY_TUNNEL";
  if (isOwnTimeout({ code, syscall: ((error ?? {}) as { syscall?: unknown }).syscall })) return "ABORT_ERR";
  if (name === "AbortError" || name === "TimeoutError") return "ABORT_ERR";
  if (typeof code === "string" && ERROR_CODE.test(code)) return code;
  const inner = (cause as { code?: unknown } | undefined)?.code;
  if (typeof inner === "string" && ERROR_CODE.test(inner)) return inner;
  return codeOfMessage(error) ?? (typeof name === "string" && ERROR_CODE.test(name) ? name : "UNKNOWN");
}

/** A host and a port, where it is known. */
export interface Place {
  readonly host: string;
  readonly port?: number;
}

/**
 * Where a connection was tried, if that is not where the request was to go: to a proxy. A name that was looked up is
 * compared with the name that was asked; an address cannot be, but a proxy hardly listens on the port of the authority.
 */
export function otherPlace(error: unknown, { host: asked, port: given, scheme }: RequestFacts): Place | undefined {
  const first: unknown = (error as { errors?: readonly unknown[] } | undefined)?.errors?.[0] ?? error;
  const { hostname, address, port } = (first ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof hostname === "string" && HOST.test(hostname)) {
    return hostname.toLowerCase() === asked.toLowerCase() ? undefined : { host: hostname };
  }
  if (typeof address !== "string" || typeof port !== "number" || !HOST.test(address)) return undefined;
  const own = given ?? (scheme.startsWith("https") ? 443 : 80);
  return port === own ? undefined : { host: address, port };
}
