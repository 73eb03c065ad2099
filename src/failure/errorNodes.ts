/**
 * One error of a cause chain, reduced to the properties that say something about authentication. Every field has the
 * type it claims to have, whatever the object held.
 *
 * @internal
 */
export interface ErrorNode {
  readonly name?: string;
  readonly message?: string;
  /** Error code of Node.js, OpenSSL or a service, e.g. `ENOTFOUND`, `AuthorizationFailed`. */
  readonly code?: string;
  readonly syscall?: string;
  readonly hostname?: string;
  readonly port?: number;
  readonly path?: string;
  /** HTTP status. */
  readonly status?: number;
  /** MSAL `errorCode`, or OAuth `error`. */
  readonly errorCode?: string;
  readonly subError?: string;
  /** AADSTS numbers. */
  readonly aadsts: readonly number[];
  readonly correlationId?: string;
  readonly traceId?: string;
  readonly timestamp?: string;
  /** URL of the request, where it is a RestError. */
  readonly url?: string;
  readonly retryAfterSeconds?: number;
  /** True when the service answered with a claims challenge. */
  readonly claimsChallenge: boolean;
}

const MAX_NODES = 12;
const MAX_ERRORS = 32;
const MAX_STRING = 1_048_576;
const MESSAGE_KEYS = ["message", "errorMessage", "error_description", "errorDescription"] as const;
const CAUSE_KEYS = ["cause", "innerError", "error"] as const;

function get(value: unknown, key: PropertyKey): unknown {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return undefined;
  try {
    return (value as Readonly<Record<PropertyKey, unknown>>)[key];
  } catch {
    return undefined;
  }
}

function text(value: unknown, key: PropertyKey): string | undefined {
  const found = get(value, key);
  return typeof found === "string" ? (found.length > MAX_STRING ? found.slice(0, MAX_STRING) : found) : undefined;
}

function number(value: unknown, key: PropertyKey): number | undefined {
  const found = get(value, key);
  return typeof found === "number" && Number.isFinite(found) ? found : undefined;
}

function first<T>(...values: readonly (T | undefined)[]): T | undefined {
  return values.find((value) => value !== undefined);
}

function list(value: unknown, max: number): unknown[] {
  try {
    if (!Array.isArray(value)) return [];
    return Array.from({ length: Math.min(value.length, max) }, (_, index) => get(value, index));
  } catch {
    return [];
  }
}

function header(response: unknown, name: string): string | undefined {
  const headers = get(response, "headers");
  try {
    const getter = get(headers, "get");
    const found: unknown = typeof getter === "function" ? Reflect.apply(getter, headers, [name]) : get(headers, name);
    return typeof found === "string" ? found : undefined;
  } catch {
    return undefined;
  }
}

function seconds(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}

function className(value: unknown): string | undefined {
  const own = text(value, "name");
  if (own !== undefined && own !== "Error") return own.slice(0, 100);
  const built = text(get(value, "constructor"), "name");
  return (built !== undefined && built !== "Object" && built !== "" ? built : own)?.slice(0, 100);
}

function statusOf(value: unknown, response: unknown): number | undefined {
  const found = first(number(value, "statusCode"), number(value, "status"), number(response, "status"));
  return found !== undefined && found >= 100 && found <= 599 ? found : undefined;
}

function hostName(value: string | undefined): string | undefined {
  return value !== undefined && /^[\w.:-]{1,253}$/.test(value) ? value : undefined;
}

/** Identifiers go into a diagnosis as they are, so what does not look like one is left out. */
function identifier(value: string | undefined): string | undefined {
  return value !== undefined && /^[\w.:+ -]{1,80}$/.test(value) ? value : undefined;
}

function readNode(value: object): ErrorNode {
  const response = get(value, "response");
  const entra = get(value, "errorResponse");
  const nested = get(value, "error");
  const answer = header(response, "www-authenticate");
  const numbers = [
    ...list(get(entra, "errorCodes"), 8),
    ...list(get(value, "error_codes"), 8),
    ...list(get(value, "errorCodes"), 8),
    get(value, "errorNo"),
  ];
  const rawCode = get(value, "code");
  const node: Record<string, unknown> = {
    name: className(value),
    message: first(...MESSAGE_KEYS.map((key) => text(value, key)), text(entra, "errorDescription")),
    code: typeof rawCode === "string" ? rawCode.slice(0, 100) : undefined,
    syscall: text(value, "syscall")?.slice(0, 200),
    hostname: hostName(first(text(value, "hostname"), text(value, "address"))),
    port: number(value, "port"),
    path: text(value, "path")?.slice(0, 500),
    status: statusOf(value, response),
    errorCode: first(text(value, "errorCode"), text(entra, "error"), typeof nested === "string" ? nested : undefined),
    subError: identifier(first(text(value, "subError"), text(value, "suberror"))),
    aadsts: numbers.map(Number).filter((code) => Number.isInteger(code) && code >= 10_000 && code <= 9_999_999),
    correlationId: identifier(
      first(text(entra, "correlationId"), text(value, "correlationId"), text(value, "correlation_id")),
    ),
    traceId: identifier(first(text(entra, "traceId"), text(value, "traceId"), text(value, "trace_id"))),
    timestamp: identifier(first(text(entra, "timestamp"), text(value, "timestamp"))),
    url: first(text(get(value, "request"), "url"), text(get(response, "request"), "url"))?.slice(0, 2048),
    retryAfterSeconds: seconds(header(response, "retry-after")),
    claimsChallenge: answer !== undefined && /insufficient_claims|\bclaims=/.test(answer),
  };
  // exactOptionalPropertyTypes: an absent field is absent, not undefined.
  for (const key of Object.keys(node)) if (node[key] === undefined || node[key] === "") delete node[key];
  return node as unknown as ErrorNode;
}

/**
 * Walks a thrown value and its causes.
 *
 * @param input - any value
 * @returns the nodes, outermost first, at most 12; and the members of the outermost `errors` array, at most 32
 * @internal
 */
export function collectNodes(input: unknown): { nodes: ErrorNode[]; errors: unknown[] } {
  const nodes: ErrorNode[] = [];
  const seen = new Set<object>();
  let errors: unknown[] = [];
  const queue: unknown[] = [input];
  while (queue.length > 0 && nodes.length < MAX_NODES) {
    const value = queue.shift();
    if (typeof value === "string") {
      nodes.push({ message: value.slice(0, MAX_STRING), aadsts: [], claimsChallenge: false });
      continue;
    }
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    nodes.push(readNode(value));
    if (errors.length === 0) errors = list(get(value, "errors"), MAX_ERRORS);
    for (const key of CAUSE_KEYS) {
      const next = get(value, key);
      if (typeof next === "object" && next !== null) queue.push(next);
    }
  }
  return { nodes, errors };
}
