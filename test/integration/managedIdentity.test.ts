import { ManagedIdentityCredential } from "@azure/identity";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { faults, type IdentityEmulator, identityVariables, startIdentityEmulator } from "../../src/testing/index.js";
import { acquire, exchangeLines } from "../support/acquire.js";
import { identitySince } from "../support/identityVersion.js";

/** MSAL, which has done it since, writes it with a slash at the end. */
const PATH = identitySince("4.4") ? "/metadata/identity/oauth2/token/" : "/metadata/identity/oauth2/token";
let emulator: IdentityEmulator;
beforeAll(async () => {
  for (const name of identityVariables) delete process.env[name];
  emulator = await startIdentityEmulator();
  Object.assign(process.env, emulator.environment("imds"));
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

/** MSAL caches managed identity tokens for the whole process by resource, so each test asks for its own. */
const VAULT = "https://vault.azure.net/.default";

describe("ManagedIdentityCredential on a virtual machine", () => {
  it("gets its token from the metadata service, then from the cache", async () => {
    const credential = new ManagedIdentityCredential();
    const first = await acquire(credential, VAULT);
    expect(exchangeLines(first)).toEqual([`GET ${PATH} 200`]);
    expect(first.record).toMatchObject({ tokenSource: "network", outcome: "succeeded" });
    expect(first.record.exchanges[0]).not.toHaveProperty("probe");
    const second = await acquire(credential, VAULT);
    expect(second.record).toMatchObject({ tokenSource: "cache", exchanges: [] });
  });

  it("an identity that is not assigned", async () => {
    const credential = new ManagedIdentityCredential({ clientId: "00000000-1111-2222-3333-444444444444" });
    const { error, diagnosis, call } = await acquire(credential, "https://storage.azure.com/.default");
    expect(error?.name).toBe("CredentialUnavailableError");
    expect(diagnosis).toMatchObject({ kind: "managed_identity_not_assigned", owner: "developer", retryable: false });
    expect(call.attributes["error.type"]).toBe("managed_identity_not_assigned");
  });

  it("throttling, with the retries it took", async () => {
    emulator.fault({ host: "imds" }, faults.repeat(faults.throttled({ retryAfterSeconds: 1 })));
    const acquired = await acquire(new ManagedIdentityCredential(), "https://graph.microsoft.com/.default");
    expect(exchangeLines(acquired)).toEqual(Array(4).fill(`GET ${PATH} 429`));
    expect(acquired.diagnosis).toMatchObject({ kind: "throttled", retryable: true, owner: "nobody" });
    expect(acquired.diagnosis?.http).toMatchObject({ status: 429, retryAfterSeconds: 1 });
    expect(acquired.call.attributes["azure.identity.exchange.retries"]).toBe(3);
  });

  it("a gateway in its place", async () => {
    emulator.fault({ host: "imds" }, faults.repeat(faults.status(502, { headers: { "retry-after": "0" } })));
    const { diagnosis } = await acquire(new ManagedIdentityCredential(), "https://management.azure.com/.default");
    expect(diagnosis?.kind).toBe("managed_identity_gateway_error");
  });
});
