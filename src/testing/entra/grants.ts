import { createHash, randomUUID } from "node:crypto";
import type { Call } from "../http.js";
import { audiencesOf, isSignedBy, outsideValidity, readAssertion } from "./assertion.js";
import type { Directory, DirectoryUser, Grant, Grants } from "./directory.js";
import { EntraRefusal } from "./refusal.js";

/** For whom a token is to be issued. @internal */
export interface Granted {
  /** Absent: for the application itself. */
  readonly user?: DirectoryUser;
  readonly nonce?: string;
}

type GrantCheck = (call: Call, directory: Directory, grants: Grants) => Promise<Granted> | Granted;

function required(call: Call, name: string): string {
  const value = call.form.get(name);
  if (!value) throw new EntraRefusal(900144, name);
  return value;
}

function password(call: Call, directory: Directory): Granted {
  const user = directory.users.get(required(call, "username").toLowerCase());
  const given = required(call, "password");
  if (!user) throw new EntraRefusal(50034);
  if (user.password !== given) throw new EntraRefusal(50126);
  return { user };
}

function refreshToken(call: Call, _directory: Directory, grants: Grants): Granted {
  const grant = grants.refreshTokens.get(required(call, "refresh_token"));
  if (!grant) throw new EntraRefusal(70000);
  if (grant.expiresAt < Date.now()) throw new EntraRefusal(700082);
  return { user: grant.user };
}

function authorizationCode(call: Call, _directory: Directory, grants: Grants): Granted {
  const grant = grants.codes.get(required(call, "code"));
  if (!grant) throw new EntraRefusal(70000);
  if (grant.redeemed) throw new EntraRefusal(54005);
  if (grant.expiresAt < Date.now()) throw new EntraRefusal(70008);
  const verifier = call.form.get("code_verifier") ?? "";
  if (grant.challenge && createHash("sha256").update(verifier).digest("base64url") !== grant.challenge) {
    throw new EntraRefusal(501481);
  }
  grant.redeemed = true;
  return { user: grant.user, ...(grant.nonce ? { nonce: grant.nonce } : {}) };
}

function deviceCode(call: Call, _directory: Directory, grants: Grants): Granted {
  const code = required(call, "device_code");
  const grant = grants.deviceCodes.get(code);
  if (!grant) throw new EntraRefusal(70000);
  if (grant.expiresAt < Date.now()) throw new EntraRefusal(70019, "", { error: "expired_token" });
  if (grant.pendingPolls > 0) {
    grant.pendingPolls -= 1;
    throw new EntraRefusal(70016, "", { error: "authorization_pending" });
  }
  grants.deviceCodes.delete(code);
  return { user: grant.user };
}

/** @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow */
async function onBehalfOf(call: Call, directory: Directory): Promise<Granted> {
  const assertion = required(call, "assertion");
  if (required(call, "requested_token_use") !== "on_behalf_of") throw new EntraRefusal(70003);
  const { claims } = readAssertion(assertion);
  if (!(await isSignedBy(assertion, directory.tokenKey, ["RS256"]))) throw new EntraRefusal(50013);
  const times = outsideValidity(claims);
  if (times) throw new EntraRefusal(500133, times);
  const audience = audiencesOf(claims);
  if (!audience.some((value) => value.replace(/^api:\/\//, "") === directory.clientId)) {
    throw new EntraRefusal(500131, audience.join(", "), { error: "invalid_grant" });
  }
  const user = directory.users.get(String(claims.upn ?? "").toLowerCase());
  if (!user) throw new EntraRefusal(50034);
  return { user };
}

/** How each `grant_type` is checked. @internal */
export const grantChecks: Readonly<Record<string, GrantCheck>> = {
  client_credentials: () => ({}),
  password,
  refresh_token: refreshToken,
  authorization_code: authorizationCode,
  "urn:ietf:params:oauth:grant-type:device_code": deviceCode,
  device_code: deviceCode,
  "urn:ietf:params:oauth:grant-type:jwt-bearer": onBehalfOf,
};

/** Remembers a grant under a new name that cannot be guessed. @internal */
export function remember<T extends Grant>(store: Map<string, T>, grant: T): string {
  const name = `0.${randomUUID()}${randomUUID()}`;
  store.set(name, grant);
  return name;
}
