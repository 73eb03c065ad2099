import { ManagedIdentityCredential } from "@azure/identity";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type IdentityEmulator, identityVariables, startIdentityEmulator } from "../../src/testing/index.js";
import { acquire, exchangeLines } from "../support/acquire.js";

let emulator: IdentityEmulator;
beforeAll(async () => {
  for (const name of identityVariables) delete process.env[name];
  emulator = await startIdentityEmulator();
  Object.assign(process.env, emulator.environment("appService"));
});
afterAll(() => emulator.close());

it("ManagedIdentityCredential on App Service: a token, the cache, an identity that is not assigned", async () => {
  const credential = new ManagedIdentityCredential();
  const first = await acquire(credential);
  expect(first.record).toMatchObject({ outcome: "succeeded", tokenSource: "network" });
  expect(exchangeLines(first)).toEqual([expect.stringMatching(/^GET \/.+ 200$/)]);
  expect((await acquire(credential)).record.tokenSource).toBe("cache");
  const other = new ManagedIdentityCredential({ clientId: "00000000-1111-2222-3333-444444444444" });
  const { diagnosis, record } = await acquire(other, "https://storage.azure.com/.default");
  expect(record.exchanges[0]?.status).toBe(400);
  expect(diagnosis?.kind).toBe("managed_identity_not_assigned");
  expect(JSON.stringify(record)).not.toContain(process.env.IDENTITY_HEADER);
});
