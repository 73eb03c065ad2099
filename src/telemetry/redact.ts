/**
 * How tenant, client and object ids and user names appear in telemetry: `omit` replaces them by `{id}`, `hash` by the
 * first 12 hex digits of their SHA-256 (equal ids stay equal, across services too), `plain` leaves them.
 *
 * @public
 * @since 0.1.0
 */
export type IdentifierPolicy = "omit" | "hash" | "plain";

const MAX_VALUE = 256;
const MAX_PATH_SEGMENT = 80;
const IDENTIFIER =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|[\w-]{1,63}\.onmicrosoft\.(?:com|us|de|cn)/gi;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** What a path segment, a scope or a request id may consist of; anything else could hold what must not leave. */
const PLAIN_TEXT = /^[\w.~:@{}/+=$()-]*$/;
/** A JWT, and any long unbroken run of base64: what tokens, keys and assertions look like. */
const SECRET_LIKE = /eyJ[\w-]{8,}|[\w+/=-]{64,}/;
/** The same inside a text, where a file path is a long run too. */
const SECRET_IN_TEXT = /eyJ[\w-]{8,}[\w.-]*|[\w+=-]{64,}/g;
const REDACTED = "REDACTED";
const OMITTED = "{id}";

/** Loaded on first use: node:crypto takes longer to load than all of this library. */
function hashed(id: string): string {
  const crypto = process.getBuiltinModule?.("node:crypto");
  // Node.js 22.0 to 22.2 cannot load it without waiting.
  if (crypto === undefined) return OMITTED;
  return `sha256:${crypto.createHash("sha256").update(id.toLowerCase()).digest("hex").slice(0, 12)}`;
}

/** Replaces the identifiers in a text as the policy says. */
export function redactIdentifiers(text: string, policy: IdentifierPolicy): string {
  if (policy === "plain") return text;
  return text.replace(IDENTIFIER, (id) => (policy === "hash" ? hashed(id) : OMITTED));
}

/** A URL path for telemetry: no query string, identifiers as the policy says, odd or long segments redacted. */
export function redactPath(path: string, policy: IdentifierPolicy): string {
  const end = path.search(/[?#]/);
  const segments = (end < 0 ? path : path.slice(0, end)).split("/", 16);
  return segments
    .map((segment) => {
      const safe = segment.length <= MAX_PATH_SEGMENT && PLAIN_TEXT.test(segment) && !SECRET_LIKE.test(segment);
      return safe ? redactIdentifiers(segment, policy) : REDACTED;
    })
    .join("/");
}

/** One scope for telemetry. A value that is not a string, which the wrapped credential gets all the same, is named by type. */
function redactScope(scope: unknown, policy: IdentifierPolicy): string {
  if (typeof scope !== "string") return `<${scope === null ? "null" : typeof scope}>`;
  const safe = scope.length <= MAX_VALUE && PLAIN_TEXT.test(scope) && !SECRET_LIKE.test(scope);
  return safe ? redactIdentifiers(scope, policy) : REDACTED;
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
  return value !== undefined && (GUID.test(value) || /^[\w.-]{1,64}$/.test(value)) && !SECRET_LIKE.test(value)
    ? value
    : undefined;
}

/** A time stamp as Entra writes it, or undefined for anything else. */
export function timestamp(value: string | undefined): string | undefined {
  return value !== undefined && /^[\d:. TZ+-]{10,40}$/.test(value) ? value : undefined;
}

/** Our own text with what the evidence filled in: identifiers as the policy says, cut to a length fit for an attribute. */
export function redactText(text: string, policy: IdentifierPolicy): string {
  const short = text.length <= 1000 ? text : `${text.slice(0, 997)}...`;
  return redactIdentifiers(short.replace(SECRET_IN_TEXT, REDACTED), policy);
}

/** A host name or address, or `REDACTED` for what cannot be one. */
export function redactHost(host: string): string {
  return host.length <= MAX_VALUE && /^[\w.:%-]+$/.test(host) ? host : REDACTED;
}
