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
function get(value: unknown, key: PropertyKey): unknown {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return undefined;
  try {
    return (value as Readonly<Record<PropertyKey, unknown>>)[key];
  } catch {
    return undefined;
  }
}

const KEYS = [
  "name",
  "constructor",
  "message",
  "errorMessage",
  "error_description",
  "errorDescription",
  "code",
  "syscall",
  "hostname",
  "address",
  "port",
  "path",
  "statusCode",
  "status",
  "errorCode",
  "subError",
  "suberror",
  "correlationId",
  "correlation_id",
  "traceId",
  "trace_id",
  "timestamp",
  "errorNo",
  "error_codes",
  "errorCodes",
  "errorResponse",
  "request",
  "response",
  "cause",
  "innerError",
  "error",
  "errors",
] as const;

type Properties = Readonly<Record<(typeof KEYS)[number], unknown>>;

/** Written out, since an engine reads a property that is named much faster than one that is looked up. */
function readAll(value: Properties): Properties {
  return {
    name: value.name,
    constructor: value.constructor,
    message: value.message,
    errorMessage: value.errorMessage,
    error_description: value.error_description,
    errorDescription: value.errorDescription,
    code: value.code,
    syscall: value.syscall,
    hostname: value.hostname,
    address: value.address,
    port: value.port,
    path: value.path,
    statusCode: value.statusCode,
    status: value.status,
    errorCode: value.errorCode,
    subError: value.subError,
    suberror: value.suberror,
    correlationId: value.correlationId,
    correlation_id: value.correlation_id,
    traceId: value.traceId,
    trace_id: value.trace_id,
    timestamp: value.timestamp,
    errorNo: value.errorNo,
    error_codes: value.error_codes,
    errorCodes: value.errorCodes,
    errorResponse: value.errorResponse,
    request: value.request,
    response: value.response,
    cause: value.cause,
    innerError: value.innerError,
    error: value.error,
    errors: value.errors,
  };
}

/** What is read of an error. A property whose getter throws is absent. */
function propertiesOf(value: object): Properties {
  try {
    return readAll(value as Properties);
  } catch {
    return Object.fromEntries(KEYS.map((key) => [key, get(value, key)])) as Properties;
  }
}

function text(found: unknown): string | undefined {
  return typeof found === "string" ? (found.length > MAX_STRING ? found.slice(0, MAX_STRING) : found) : undefined;
}

function number(found: unknown): number | undefined {
  return typeof found === "number" && Number.isFinite(found) ? found : undefined;
}

const NONE: readonly never[] = [];

function list(value: unknown, max: number): readonly unknown[] {
  try {
    if (!Array.isArray(value)) return NONE;
    const found: unknown[] = [];
    const length = Math.min(value.length, max);
    for (let index = 0; index < length; index++) found.push(get(value, index));
    return found;
  } catch {
    return NONE;
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

function className({ name, constructor: made }: Properties): string | undefined {
  const own = text(name);
  if (own !== undefined && own !== "Error") return own.slice(0, 100);
  const built = text(get(made, "name"));
  return (built !== undefined && built !== "Object" && built !== "" ? built : own)?.slice(0, 100);
}

function statusOf({ statusCode, status, response }: Properties): number | undefined {
  const found = number(statusCode) ?? number(status) ?? number(get(response, "status"));
  return found !== undefined && found >= 100 && found <= 599 ? found : undefined;
}

function hostName(value: string | undefined): string | undefined {
  return value !== undefined && /^[\w.:-]{1,253}$/.test(value) ? value : undefined;
}

/** Identifiers go into a diagnosis as they are, so what does not look like one is left out. */
function identifier(value: string | undefined): string | undefined {
  return value !== undefined && /^[\w.:+ -]{1,80}$/.test(value) ? value : undefined;
}

function aadstsOf({ errorResponse, error_codes, errorCodes, errorNo }: Properties): readonly number[] {
  const answered = list(get(errorResponse, "errorCodes"), 8);
  const raw = list(error_codes, 8);
  const own = list(errorCodes, 8);
  if (answered.length + raw.length + own.length === 0 && errorNo === undefined) return NONE;
  return [...answered, ...raw, ...own, ...(errorNo === undefined ? [] : [errorNo])]
    .map((code) => (typeof code === "string" || typeof code === "number" ? Number(code) : Number.NaN))
    .filter((code) => Number.isInteger(code) && code >= 10_000 && code <= 9_999_999);
}

/** An absent field is absent, not undefined or empty. */
function set<K extends keyof ErrorNode>(node: Partial<ErrorNode>, key: K, value: ErrorNode[K] | undefined): void {
  if (value !== undefined && value !== "") node[key] = value;
}

function readNode(value: Properties): ErrorNode {
  const { response, errorResponse: entra, request, error } = value;
  const answer = response === undefined ? undefined : header(response, "www-authenticate");
  const node: { -readonly [K in keyof ErrorNode]: ErrorNode[K] } = {
    aadsts: aadstsOf(value),
    claimsChallenge: answer !== undefined && /insufficient_claims|\bclaims=/.test(answer),
  };
  set(node, "name", className(value));
  set(
    node,
    "message",
    text(value.message) ??
      text(value.errorMessage) ??
      text(value.error_description) ??
      text(value.errorDescription) ??
      text(get(entra, "errorDescription")),
  );
  if (typeof value.code === "string") set(node, "code", value.code.slice(0, 100));
  set(node, "syscall", text(value.syscall)?.slice(0, 200));
  set(node, "hostname", hostName(text(value.hostname) ?? text(value.address)));
  set(node, "port", number(value.port));
  set(node, "path", text(value.path)?.slice(0, 500));
  set(node, "status", statusOf(value));
  set(
    node,
    "errorCode",
    text(value.errorCode) ?? text(get(entra, "error")) ?? (typeof error === "string" ? error : undefined),
  );
  set(node, "subError", identifier(text(value.subError) ?? text(value.suberror)));
  set(
    node,
    "correlationId",
    identifier(text(get(entra, "correlationId")) ?? text(value.correlationId) ?? text(value.correlation_id)),
  );
  set(node, "traceId", identifier(text(get(entra, "traceId")) ?? text(value.traceId) ?? text(value.trace_id)));
  set(node, "timestamp", identifier(text(get(entra, "timestamp")) ?? text(value.timestamp)));
  const url = text(get(request, "url")) ?? text(get(get(response, "request"), "url"));
  set(node, "url", url?.slice(0, 2_048));
  if (response !== undefined) set(node, "retryAfterSeconds", seconds(header(response, "retry-after")));
  return node;
}

/**
 * Walks a thrown value and its causes.
 *
 * @param input - any value
 * @returns the nodes, outermost first, at most 12; and the members of the outermost `errors` array, at most 32
 * @internal
 */
export function collectNodes(input: unknown): { nodes: ErrorNode[]; errors: readonly unknown[] } {
  const nodes: ErrorNode[] = [];
  const seen: object[] = [];
  let errors: readonly unknown[] = NONE;
  const queue: unknown[] = [input];
  while (queue.length > 0 && nodes.length < MAX_NODES) {
    const value = queue.shift();
    if (typeof value === "string") {
      nodes.push({ message: value.slice(0, MAX_STRING), aadsts: [], claimsChallenge: false });
      continue;
    }
    if (typeof value !== "object" || value === null || seen.includes(value)) continue;
    seen.push(value);
    const properties = propertiesOf(value);
    nodes.push(readNode(properties));
    if (errors.length === 0) errors = list(properties.errors, MAX_ERRORS);
    for (const next of [properties.cause, properties.innerError, properties.error]) {
      if (typeof next === "object" && next !== null) queue.push(next);
    }
  }
  return { nodes, errors };
}
