import type { Call, CallFacts, EmulatedHost, RequestKind } from "./http.js";

/**
 * A request that reached the emulator. Secrets, assertions, passwords, codes, tokens, cookies and header values are
 * never kept.
 *
 * @public
 * @since 0.1.0
 */
export interface RecordedRequest {
  readonly host: EmulatedHost;
  readonly kind: RequestKind;
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  /** Query names, with the values of those that cannot hold a secret; of any other the value is `[redacted]`. */
  readonly query: Readonly<Record<string, string>>;
  /** When it had been read, in milliseconds since the epoch. */
  readonly at: number;
  /** OAuth `grant_type`, at a token endpoint. */
  readonly grantType?: string;
  /** Client id that was asked for: of the application, or of a managed identity. */
  readonly clientId?: string;
  /** Scopes that were asked for, separated by spaces. */
  readonly scope?: string;
  /** Resource that was asked for, at a managed identity endpoint. */
  readonly resource?: string;
  /** Claims request (JSON) that came with it, e.g. after a claims challenge. */
  readonly claims?: string;
  /** Type of the fault that was played, if one was. */
  readonly fault?: string;
  /** Status of the answer; absent while there is none, and for ever after a hang or a reset. */
  readonly status?: number;
}

/**
 * Says which requests are meant. Every field that is given must be equal; none given means all requests. A `path` may
 * be a regular expression.
 *
 * @public
 * @since 0.1.0
 */
export interface RequestFilter {
  readonly host?: EmulatedHost;
  readonly kind?: RequestKind;
  readonly method?: string;
  readonly path?: string | RegExp;
  readonly grantType?: string;
  readonly clientId?: string;
  readonly scope?: string;
  readonly resource?: string;
  /** Type of the fault that was played. Of no use for choosing a request to play one on. */
  readonly fault?: string;
  /** Status of the answer. Of no use for choosing a request to play a fault on. */
  readonly status?: number;
}

const readableQuery = new Set([
  "api-version",
  "authorization_endpoint",
  "bypass_cache",
  "client-request-id",
  "client_id",
  "clientid",
  "mi_res_id",
  "msi_res_id",
  "object_id",
  "principalid",
  "resource",
  "response_type",
  "scope",
  "xms_cc",
]);

/** @internal */
export type MutableRequest = { -readonly [K in keyof RecordedRequest]: RecordedRequest[K] };

/** The record of a request as it arrives. @internal */
export function recordOf(host: EmulatedHost, call: Call, facts: CallFacts): MutableRequest {
  const query: Record<string, string> = {};
  for (const [name, value] of call.url.searchParams) {
    query[name] = readableQuery.has(name.toLowerCase()) ? value : "[redacted]";
  }
  return { host, method: call.method, path: call.url.pathname, query, at: Date.now(), ...facts };
}

/** Whether a request is one of those that the filter means. @internal */
export function matches(request: RecordedRequest, filter: RequestFilter): boolean {
  const { path, ...fields } = filter;
  if (path instanceof RegExp) {
    // A global or sticky expression keeps a position between calls.
    path.lastIndex = 0;
    if (!path.test(request.path)) return false;
  } else if (path !== undefined && path !== request.path) {
    return false;
  }
  return Object.entries(fields).every(
    ([name, wanted]) => wanted === undefined || request[name as keyof RecordedRequest] === wanted,
  );
}
