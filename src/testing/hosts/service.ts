import type { KeyObject } from "node:crypto";
import { isSignedBy, outsideValidity, readAssertion } from "../entra/assertion.js";
import { type Answer, type HostBehaviour, header } from "../http.js";

/** @internal */
export interface ServiceSettings {
  readonly authorityHost: string;
  readonly tenantId: string;
  readonly tokenKey: KeyObject;
}

/**
 * A service behind the token, much like Key Vault: without a token it names the authority and the resource; it
 * checks a token's signature and times, not its audience; `GET /secrets/<name>` gives a secret, any other path an
 * acknowledgement.
 *
 * @see https://learn.microsoft.com/azure/key-vault/general/authentication-requests-and-responses
 * @internal
 */
export function serviceHost(settings: ServiceSettings): HostBehaviour {
  return {
    host: "service",
    classify: () => ({ kind: "resource" }),
    async answer(call) {
      const token = /^Bearer (.+)$/i.exec(header(call, "authorization"))?.[1];
      const problem =
        token === undefined ? "AKV10000: Request is missing a Bearer or PoP token." : await flaw(token, settings);
      if (problem) return challenge(problem, settings);
      const name = /^\/secrets\/([^/]+)/.exec(call.url.pathname)?.[1];
      if (name === undefined) return { status: 200, body: { ok: true } };
      const now = Math.floor(Date.now() / 1000);
      return {
        status: 200,
        body: {
          value: "emulated",
          id: `${call.url.origin}/secrets/${name}/00000000000000000000000000000001`,
          attributes: { enabled: true, created: now, updated: now, recoveryLevel: "Recoverable+Purgeable" },
        },
      };
    },
  };
}

async function flaw(token: string, { tokenKey }: ServiceSettings): Promise<string | undefined> {
  try {
    const { claims } = readAssertion(token);
    if (!(await isSignedBy(token, tokenKey, ["RS256"]))) return "AKV10013: Invalid signature.";
    return outsideValidity(claims) === undefined ? undefined : "AKV10014: The token is expired.";
  } catch {
    return "AKV10012: The token is malformed.";
  }
}

function challenge(message: string, { authorityHost, tenantId }: ServiceSettings): Answer {
  return {
    status: 401,
    headers: {
      "www-authenticate": `Bearer authorization="${authorityHost}/${tenantId}", resource="https://vault.azure.net"`,
    },
    body: { error: { code: "Unauthorized", message } },
  };
}
