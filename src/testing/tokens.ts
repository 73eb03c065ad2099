import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import type { KeyPair } from "./certificates.js";

/** For whom a token is issued. @internal */
export interface Principal {
  readonly tenantId: string;
  readonly clientId: string;
  /** Object id of the service principal or of the user. */
  readonly objectId: string;
  /** `1`: a secret, `2`: a certificate or an assertion, `0`: a public client. */
  readonly authentication?: "0" | "1" | "2";
  /** Set when the token is a person's. */
  readonly user?: { readonly username: string };
  /** ARM id of a managed identity. */
  readonly managedIdentityResourceId?: string;
}

/** @internal */
export interface IssuedToken {
  readonly token: string;
  /** Seconds since the epoch. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly lifetimeSeconds: number;
}

/** Issues the tokens of one emulator. @internal */
export interface TokenIssuer {
  readonly keyId: string;
  readonly lifetimeSeconds: number;
  /** A v1 access token: the form that Azure's own services get, whatever endpoint issued it. */
  accessToken(principal: Principal, audience: string, lifetimeSeconds?: number): Promise<IssuedToken>;
  idToken(principal: Principal, issuer: string, nonce?: string): Promise<string>;
}

/** @internal */
export function tokenIssuer(keys: KeyPair, lifetimeSeconds: number): TokenIssuer {
  const keyId = randomUUID();
  const sign = (claims: Record<string, unknown>): Promise<string> =>
    new SignJWT(claims).setProtectedHeader({ typ: "JWT", alg: "RS256", x5t: keyId, kid: keyId }).sign(keys.privateKey);
  return {
    keyId,
    lifetimeSeconds,
    async accessToken(principal, audience, lifetime = lifetimeSeconds) {
      const issuedAt = Math.floor(Date.now() / 1000);
      // A token with a negative life has been issued in the past, not born dead.
      const start = lifetime > 0 ? issuedAt : issuedAt + lifetime - 3600;
      const expiresAt = issuedAt + lifetime;
      const issuer = `https://sts.windows.net/${principal.tenantId}/`;
      const token = await sign({
        aud: audience,
        iss: issuer,
        iat: start,
        nbf: start,
        exp: expiresAt,
        appid: principal.clientId,
        appidacr: principal.authentication ?? "1",
        ...(principal.user
          ? {
              idtyp: "user",
              scp: "user_impersonation",
              upn: principal.user.username,
              unique_name: principal.user.username,
            }
          : { idtyp: "app" }),
        idp: issuer,
        oid: principal.objectId,
        sub: principal.objectId,
        tid: principal.tenantId,
        uti: randomUUID(),
        ver: "1.0",
        ...(principal.managedIdentityResourceId ? { xms_mirid: principal.managedIdentityResourceId } : {}),
      });
      return { token, issuedAt, expiresAt, lifetimeSeconds: lifetime };
    },
    idToken(principal, issuer, nonce) {
      const issuedAt = Math.floor(Date.now() / 1000);
      return sign({
        aud: principal.clientId,
        iss: issuer,
        iat: issuedAt,
        nbf: issuedAt,
        exp: issuedAt + lifetimeSeconds,
        oid: principal.objectId,
        sub: principal.objectId,
        tid: principal.tenantId,
        name: principal.user?.username,
        preferred_username: principal.user?.username,
        ver: "2.0",
        ...(nonce ? { nonce } : {}),
      });
    },
  };
}
