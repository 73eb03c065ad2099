import { decodeJwt } from "jose/jwt/decode";

/** The payload of a token. It is read, not verified: only the service that the token is for can do that. */
export type TokenClaims = Readonly<Record<string, unknown>>;

interface Decoded {
  readonly token: string;
  readonly claims: TokenClaims | undefined;
}

const byObject = new WeakMap<object, Decoded>();
/** MSAL gives a new object for each call, with the same cached token in it. */
const lastOf = new WeakMap<object, Decoded>();

/**
 * The claims of a token, or undefined for an opaque one. A token is decoded once.
 *
 * @param accessToken - the object that the credential gave
 * @param token - the token in it
 * @param owner - whose last token is remembered for as long as it lives
 */
export function claimsOf(accessToken: object, token: unknown, owner: object): TokenClaims | undefined {
  if (typeof token !== "string") return undefined;
  const known = byObject.get(accessToken) ?? lastOf.get(owner);
  if (known?.token === token) return known.claims;
  let claims: TokenClaims | undefined;
  try {
    claims = decodeJwt(token);
  } catch {
    // Opaque, or encrypted.
  }
  const decoded = { token, claims };
  byObject.set(accessToken, decoded);
  lastOf.set(owner, decoded);
  return claims;
}
