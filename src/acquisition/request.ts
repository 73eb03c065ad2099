/** What a call asks for: calls that ask for the same may share one acquisition. */
export interface TokenRequest {
  /** Several are joined by line feeds: to a credential, a string with spaces in it is one scope. */
  readonly scope: string;
  readonly tenantId: string | undefined;
  readonly claims: string | undefined;
  readonly enableCae: boolean;
  /** `requestOptions.timeout`, in ms. */
  readonly timeout: number | undefined;
}

function scopeOf(scopes: unknown): string | undefined {
  if (typeof scopes === "string") return scopes;
  if (!Array.isArray(scopes) || scopes.length === 0) return undefined;
  if (!scopes.every((scope) => typeof scope === "string")) return undefined;
  return scopes.length === 1 ? scopes[0] : scopes.join("\n");
}

/** Undefined where the options hold more than a timeout, or one that is like no other. */
function timeoutOf(requestOptions: unknown): number | undefined {
  if (requestOptions === null || typeof requestOptions !== "object") return undefined;
  const { timeout } = requestOptions as { timeout?: unknown };
  if (typeof timeout !== "number" || Number.isNaN(timeout)) return undefined;
  const prototype: unknown = Object.getPrototypeOf(requestOptions);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  return Reflect.ownKeys(requestOptions).length === 1 ? timeout : undefined;
}

function read(scopes: unknown, options: unknown): TokenRequest | undefined {
  const scope = scopeOf(scopes);
  if (scope === undefined) return undefined;
  let tenantId: string | undefined;
  let claims: string | undefined;
  let enableCae = false;
  let timeout: number | undefined;
  if (options !== undefined && options !== null) {
    const prototype: unknown = Object.getPrototypeOf(options);
    if (prototype !== Object.prototype && prototype !== null) return undefined;
    if (Object.getOwnPropertySymbols(options).length > 0) return undefined;
    const values = options as Record<string, unknown>;
    for (const name of Object.keys(values)) {
      // Neither changes the token: they belong to the caller.
      if (name === "abortSignal" || name === "tracingOptions") continue;
      const value = values[name];
      if (value === undefined) continue;
      if (name === "enableCae" && typeof value === "boolean") enableCae = value;
      else if (name === "claims" && typeof value === "string") claims = value;
      else if (name === "tenantId" && typeof value === "string") tenantId = value;
      else if (name === "requestOptions") {
        timeout = timeoutOf(value);
        if (timeout === undefined) return undefined;
      } else return undefined;
    }
  }
  return { scope, tenantId, claims, enableCae, timeout };
}

/**
 * What a call asks for; undefined if it asks in a way that is not known, by an option of its own or an odd scope: such a
 * call is like no other.
 */
export function readRequest(scopes: unknown, options: unknown): TokenRequest | undefined {
  try {
    return read(scopes, options);
  } catch {
    return undefined;
  }
}

/** Most calls are like the one before and give nothing but a scope: those are known without a look at the rest. */
export function isPlain(request: TokenRequest): boolean {
  const { tenantId, claims, enableCae, timeout } = request;
  return tenantId === undefined && claims === undefined && !enableCae && timeout === undefined;
}

export function isSameRequest(a: TokenRequest, b: TokenRequest): boolean {
  return (
    a.scope === b.scope &&
    a.enableCae === b.enableCae &&
    a.tenantId === b.tenantId &&
    a.claims === b.claims &&
    a.timeout === b.timeout
  );
}
