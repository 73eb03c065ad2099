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

function className(value: unknown): string | undefined {
  const own = text(value, "name");
  if (own !== undefined && own !== "Error") return own.slice(0, 100);
  const built = text(get(value, "constructor"), "name");
  return (built !== undefined && built !== "Object" && built !== "" ? built : own)?.slice(0, 100);
}

function statusOf(value: unknown, response: unknown): number | undefined {
  const found = number(value, "statusCode") ?? number(value, "status") ?? number(response, "status");
  return found !== undefined && found >= 100 && found <= 599 ? found : undefined;
}

function hostName(value: string | undefined): string | undefined {
  return value !== undefined && /^[\w.:-]{1,253}$/.test(value) ? value : undefined;
}

/** Identifiers go into a diagnosis as they are, so what does not look like one is left out. */
function identifier(value: string | undefined): string | undefined {
  return value !== undefined && /^[\w.:+ -]{1,80}$/.test(value) ? value : undefined;
}

function aadstsOf(value: object, entra: unknown): readonly number[] {
  const single = get(value, "errorNo");
  const answered = entra === undefined ? NONE : list(get(entra, "errorCodes"), 8);
  const raw = list(get(value, "error_codes"), 8);
  const own = list(get(value, "errorCodes"), 8);
  if (answered.length + raw.length + own.length === 0 && single === undefined) return NONE;
  return [...answered, ...raw, ...own, ...(single === undefined ? [] : [single])]
    .map((code) => (typeof code === "string" || typeof code === "number" ? Number(code) : Number.NaN))
    .filter((code) => Number.isInteger(code) && code >= 10_000 && code <= 9_999_999);
}

/** An absent field is absent, not undefined or empty. */
function set<K extends keyof ErrorNode>(node: Partial<ErrorNode>, key: K, value: ErrorNode[K] | undefined): void {
  if (value !== undefined && value !== "") node[key] = value;
}

function message(value: object, entra: unknown): string | undefined {
  for (const key of MESSAGE_KEYS) {
    const found = text(value, key);
    if (found !== undefined) return found;
  }
  return entra === undefined ? undefined : text(entra, "errorDescription");
}

function readNode(value: object): ErrorNode {
  const response = get(value, "response");
  const entra = get(value, "errorResponse");
  const nested = get(value, "error");
  const code = get(value, "code");
  const answer = response === undefined ? undefined : header(response, "www-authenticate");
  const node: { -readonly [K in keyof ErrorNode]: ErrorNode[K] } = {
    aadsts: aadstsOf(value, entra),
    claimsChallenge: answer !== undefined && /insufficient_claims|\bclaims=/.test(answer),
  };
  set(node, "name", className(value));
  set(node, "message", message(value, entra));
  if (typeof code === "string") set(node, "code", code.slice(0, 100));
  set(node, "syscall", text(value, "syscall")?.slice(0, 200));
  set(node, "hostname", hostName(text(value, "hostname") ?? text(value, "address")));
  set(node, "port", number(value, "port"));
  set(node, "path", text(value, "path")?.slice(0, 500));
  set(node, "status", statusOf(value, response));
  set(
    node,
    "errorCode",
    text(value, "errorCode") ?? text(entra, "error") ?? (typeof nested === "string" ? nested : undefined),
  );
  set(node, "subError", identifier(text(value, "subError") ?? text(value, "suberror")));
  set(
    node,
    "correlationId",
    identifier(text(entra, "correlationId") ?? text(value, "correlationId") ?? text(value, "correlation_id")),
  );
  set(node, "traceId", identifier(text(entra, "traceId") ?? text(value, "traceId") ?? text(value, "trace_id")));
  set(node, "timestamp", identifier(text(entra, "timestamp") ?? text(value, "timestamp")));
  const url = text(get(value, "request"), "url") ?? text(get(response, "request"), "url");
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
  const seen = new Set<object>();
  let errors: readonly unknown[] = NONE;
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
