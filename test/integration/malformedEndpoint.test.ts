import { ManagedIdentityCredential } from "@azure/identity";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { identityVariables } from "../../src/testing/index.js";
import { acquire } from "../support/acquire.js";
import { identitySince } from "../support/identityVersion.js";

beforeAll(() => {
  for (const name of identityVariables) delete process.env[name];
});
afterEach(() => vi.unstubAllEnvs());

it.skipIf(!identitySince("4.4"))("a managed identity whose endpoint is no URL", async () => {
  vi.stubEnv("AZURE_POD_IDENTITY_AUTHORITY_HOST", "127.0.0.1 nope");
  const { diagnosis, record } = await acquire(new ManagedIdentityCredential({ retryOptions: { maxRetries: 0 } }));
  expect(record.exchanges).toEqual([]);
  expect(diagnosis).toMatchObject({ kind: "configuration_invalid", retryable: false });
  expect(diagnosis?.cause).toContain("AZURE_POD_IDENTITY_AUTHORITY_HOST of this process holds no URL");
  expect(JSON.stringify(diagnosis)).not.toContain("nope");
});
