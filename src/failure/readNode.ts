import type { ErrorNode } from "./errorNode.js";
import type { Properties } from "./errorProperties.js";
import { isServiceHost } from "./service.js";
import { targetOfUrl } from "./textTarget.js";
import { isIdentityEndpoint } from "./transport.js";
import { get, header, list, NONE, number, text } from "./untrusted.js";

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

/** Storage gives its code in a header too, which is all there is of it where an answer has no body. */
function codeOf({ code, response }: Properties): string | undefined {
  if (typeof code === "string") return code;
  const answered = response === undefined ? undefined : header(response, "x-ms-error-code");
  return matching(answered, /^[A-Za-z]{3,80}$/);
}

function hostName(value: string | undefined): string | undefined {
  return value !== undefined && /^[\w.:-]{1,253}$/.test(value) ? value : undefined;
}

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const TIME = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?$/;
const WORD = /^[a-z]{2,24}(?:_[a-z]{2,24}){0,5}$/;

/** These go into a diagnosis as they are, and who answers may write there what he likes: a secret too. */
function matching(value: string | undefined, pattern: RegExp): string | undefined {
  return value !== undefined && pattern.test(value) ? value : undefined;
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

/** Where an HTTP client (axios, got) sent the request, if it is one that tells what an answer of that status means. */
function urlOfClient({ config, response }: Properties): string | undefined {
  const url = text(get(config, "url")) ?? text(get(response, "url"));
  if (url === undefined || !/^https?:/.test(url)) return undefined;
  const { host = "", path } = targetOfUrl(url);
  return host.startsWith("login.") || isServiceHost(host) || isIdentityEndpoint(host, path) ? url : undefined;
}

/** An absent field is absent, not undefined or empty. */
function set<K extends keyof ErrorNode>(node: Partial<ErrorNode>, key: K, value: ErrorNode[K] | undefined): void {
  if (value !== undefined && value !== "") node[key] = value;
}

/**
 * What one error says about authentication.
 *
 * @internal
 */
export function readNode(value: Properties): ErrorNode {
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
  set(node, "code", codeOf(value)?.slice(0, 100));
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
  set(node, "subError", matching(text(value.subError) ?? text(value.suberror), WORD));
  set(
    node,
    "correlationId",
    matching(text(get(entra, "correlationId")) ?? text(value.correlationId) ?? text(value.correlation_id), GUID),
  );
  set(node, "traceId", matching(text(get(entra, "traceId")) ?? text(value.traceId) ?? text(value.trace_id), GUID));
  set(node, "timestamp", matching(text(get(entra, "timestamp")) ?? text(value.timestamp), TIME));
  if (value.errorCode === "" && value.errorMessage === "" && node.name === "ServerError") node.silent = true;
  const url = text(get(request, "url")) ?? text(get(get(response, "request"), "url")) ?? urlOfClient(value);
  set(node, "url", url?.slice(0, 2_048));
  if (response !== undefined) {
    set(node, "retryAfterSeconds", seconds(header(response, "retry-after")));
    if (header(response, "content-type")?.startsWith("text/html") === true) node.page = true;
  }
  return node;
}
