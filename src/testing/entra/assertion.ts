import type { KeyObject } from "node:crypto";
import { compactVerify, decodeJwt, decodeProtectedHeader, type JWTPayload, type ProtectedHeaderParameters } from "jose";
import { EntraRefusal } from "./refusal.js";

/** A JWT read, not verified. @internal */
export interface ReadAssertion {
  readonly header: ProtectedHeaderParameters;
  readonly claims: JWTPayload;
}

/** Reads a JWT. @throws EntraRefusal AADSTS50027 if it is none. @internal */
export function readAssertion(jwt: string): ReadAssertion {
  try {
    return { header: decodeProtectedHeader(jwt), claims: decodeJwt(jwt) };
  } catch {
    throw new EntraRefusal(50027);
  }
}

/** Whether the signature is that of the key. @internal */
export async function isSignedBy(jwt: string, key: KeyObject, algorithms: string[]): Promise<boolean> {
  try {
    await compactVerify(jwt, key, { algorithms });
    return true;
  } catch {
    return false;
  }
}

/** Entra ID allows five minutes of clock skew. */
const toleranceSeconds = 300;

/**
 * The sentence about times that Entra ID puts in a refusal, or `undefined` if the assertion is within them.
 *
 * @internal
 */
export function outsideValidity({ exp, nbf, iat }: JWTPayload, now = Date.now()): string | undefined {
  const seconds = now / 1000;
  if (exp !== undefined && exp > seconds - toleranceSeconds && (nbf ?? 0) < seconds + toleranceSeconds)
    return undefined;
  const from = nbf ?? iat;
  const valid = from === undefined ? "" : `assertion valid from ${instant(from)}, `;
  return `Current time: ${new Date(now).toISOString()}, ${valid}expiry time of assertion ${instant(exp ?? 0)}.`;
}

function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

/** The audiences of an assertion. @internal */
export function audiencesOf(claims: JWTPayload): string[] {
  return claims.aud === undefined ? [] : [claims.aud].flat();
}
