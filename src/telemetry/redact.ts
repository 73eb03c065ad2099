/**
 * How tenant, client and object ids and user names appear in telemetry: `omit` replaces them by `{id}`, `hash` by the
 * first 12 hex digits of their SHA-256 (equal ids stay equal, across services too), `plain` leaves them.
 *
 * @public
 * @since 0.1.0
 */
export type IdentifierPolicy = "omit" | "hash" | "plain";

const MAX_LENGTH = 256;
const GUID_PATTERN = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const GUID = new RegExp(`^${GUID_PATTERN}$`, "i");
const IDENTIFIER = new RegExp(
  `${GUID_PATTERN}|[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}|[\\w-]{1,63}\\.onmicrosoft\\.(?:com|us|de|cn)`,
  "gi",
);
/** What the path of an identity endpoint is made of: words, shorter ones with up to four digits. Keys and tokens have more. */
const PATH_WORD = /^(?:[A-Za-z._-]{0,40}|(?=(?:\D*\d){1,4}\D*$)[\w.-]{1,24})$/;
/** Tenants that are no tenant: https://learn.microsoft.com/entra/identity-platform/v2-protocols#endpoints */
const SHARED_TENANT = /^(?:common|organizations|consumers|adfs)$/i;
/** A scope with a scheme and a host, as nearly all have; what follows is judged as a path. */
const SCOPE_WITH_HOST = /^([a-z][a-z+.-]{0,20}:\/\/[\w.-]{1,253}(?::\d{1,5})?)(\/.*)?$/i;
/** A JWT, and any long run without a break: what tokens, keys and assertions look like. */
const SECRET_LIKE = /eyJ[\w-]{8,}[\w.-]*|[\w+=-]{64,}/g;
const REDACTED = "REDACTED";
const OMITTED = "{id}";

/** Loaded on first use: node:crypto takes longer to load than all of this library. */
function hashed(id: string): string {
  const crypto = process.getBuiltinModule("node:crypto");
  return `sha256:${crypto.createHash("sha256").update(id.toLowerCase()).digest("hex").slice(0, 12)}`;
}

/** Replaces the identifiers in a text as the policy says. */
export function redactIdentifiers(text: string, policy: IdentifierPolicy): string {
  if (policy === "plain") return text;
  return text.replace(IDENTIFIER, (id) => redactIdentifier(id, policy));
}

function redactIdentifier(id: string, policy: IdentifierPolicy): string {
  return policy === "plain" ? id : policy === "hash" ? hashed(id) : OMITTED;
}

function redactSegment(segment: string, policy: IdentifierPolicy): string {
  return GUID.test(segment) ? redactIdentifier(segment, policy) : PATH_WORD.test(segment) ? segment : REDACTED;
}

/**
 * A URL path for telemetry: no query string, identifiers as the policy says, and of the rest only what identity endpoints
 * are made of. A tenant may also be given by its domain.
 */
export function redactPath(path: string, policy: IdentifierPolicy): string {
  const end = path.search(/[?#]/);
  const segments = (end < 0 ? path : path.slice(0, end)).split("/", 16);
  const [, tenant = "", next = ""] = segments;
  const shown = segments.map((segment) => redactSegment(segment, policy));
  const isTenant = /^(?:oauth2|v2\.0|discovery|\.well-known)$/.test(next) && !SHARED_TENANT.test(tenant);
  if (isTenant && PATH_WORD.test(tenant)) shown[1] = redactIdentifier(tenant, policy);
  return shown.join("/");
}

/** One scope for telemetry. What is no string, which the wrapped credential gets all the same, is named by its type. */
function redactScope(scope: unknown, policy: IdentifierPolicy): string {
  if (typeof scope !== "string") return `<${scope === null ? "null" : typeof scope}>`;
  if (scope.length > MAX_LENGTH) return REDACTED;
  const [, origin, path = ""] = SCOPE_WITH_HOST.exec(scope) ?? [];
  const rest = (origin === undefined ? scope : path).split("/").map((segment) => redactSegment(segment, policy));
  return origin === undefined ? rest.join("/") : redactText(origin, policy) + rest.join("/");
}

/** The scopes of a call for telemetry, at most 16. Never throws, whatever was given as scopes. */
export function redactScopes(scopes: unknown, policy: IdentifierPolicy): string[] {
  try {
    const list: readonly unknown[] = Array.isArray(scopes) ? scopes.slice(0, 16) : [scopes];
    return list.map((scope) => redactScope(scope, policy));
  } catch {
    return [REDACTED];
  }
}

/** A correlation, trace or request id, or undefined for what is not one. Such ids name a request, not a person or an app. */
export function requestId(value: string | undefined): string | undefined {
  return value !== undefined && /^[0-9a-f-]{8,63}$/i.test(value) ? value : undefined;
}

/** A time stamp as Entra writes it, or undefined for anything else. */
export function timestamp(value: string | undefined): string | undefined {
  return value !== undefined && /^[\d:. TZ+-]{10,40}$/.test(value) ? value : undefined;
}

/** Our own text with what the evidence filled in: identifiers as the policy says, cut to a length fit for an attribute. */
export function redactText(text: string, policy: IdentifierPolicy): string {
  const short = text.length <= 1000 ? text : `${text.slice(0, 997)}...`;
  return redactIdentifiers(short.replace(SECRET_LIKE, REDACTED), policy);
}

/** A host name or address, or `REDACTED` for what cannot be one. */
export function redactHost(host: string): string {
  return host.length <= MAX_LENGTH && /^[\w.:%-]+$/.test(host) ? host : REDACTED;
}
