import { type IdentifierPolicy, redactScopes } from "./redact.js";

const MAX_SHOWN = 64;

/** What scopes look like in telemetry. The same one is asked for again and again, so that is kept. */
export class ShownScopes {
  private readonly _identifiers: IdentifierPolicy;
  private readonly _shown = new Map<string, string[]>();

  constructor(identifiers: IdentifierPolicy) {
    this._identifiers = identifiers;
  }

  /** @param scopes - as the caller of `getToken` gave them: any value */
  of(scopes: unknown): string[] {
    const key = Array.isArray(scopes) && scopes.length === 1 ? scopes[0] : scopes;
    if (typeof key !== "string") return redactScopes(scopes, this._identifiers);
    let shown = this._shown.get(key);
    if (shown === undefined) {
      shown = redactScopes(key, this._identifiers);
      if (this._shown.size >= MAX_SHOWN) this._shown.clear();
      this._shown.set(key, shown);
    }
    return shown;
  }
}
