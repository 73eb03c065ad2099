import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { ClientSecretCredential, ManagedIdentityCredential } from "@azure/identity";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { faults, type IdentityEmulator, identityVariables, startIdentityEmulator } from "../../src/testing/index.js";
import { acquire } from "../support/acquire.js";
import { identitySince } from "../support/identityVersion.js";
import { serve } from "../support/server.js";

const PAGE = "<html><body>Please come back later</body></html>";

let answer: { status: number; headers?: Record<string, string>; body?: string } = { status: 200 };
const server = serve((_, response) => {
  const { status, headers = {}, body = PAGE } = answer;
  response.writeHead(status, { "content-type": "text/html", ...headers });
  response.end(body);
});

let emulator: IdentityEmulator;
beforeAll(async () => {
  for (const name of [...identityVariables, "HTTPS_PROXY", "ALL_PROXY", "HTTP_PROXY"]) delete process.env[name];
  emulator = await startIdentityEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());
afterEach(() => vi.unstubAllEnvs());

const withSecret = (options = {}) =>
  new ClientSecretCredential(emulator.tenantId, emulator.clientId, emulator.clientSecret, {
    ...emulator.credentialOptions(),
    retryOptions: { maxRetries: 0 },
    ...options,
  });

describe("a web page with a status", () => {
  it.each([
    [503, { "x-ms-request-id": "5d7f0000-1111-2222-3333-444455556666" }, "service_unavailable"],
    [503, { via: "1.1 gate (squid/6.1)" }, "proxy_failure"],
    [502, {}, "proxy_failure"],
    [429, { "retry-after": "0" }, "throttled"],
  ])("%i %o of the authority", async (status, more, kind) => {
    const headers: Record<string, string> = { "content-type": "text/html" };
    for (const [name, value] of Object.entries(more)) if (value !== undefined) headers[name] = value;
    const page = faults.status(status, { headers, body: PAGE });
    emulator.fault({ host: "entra", kind: "token" }, faults.repeat(page));
    const { diagnosis } = await acquire(withSecret());
    expect(diagnosis).toMatchObject({ kind, http: { status, host: "localhost" } });
  });

  it.skipIf(!identitySince("4.4")).each([
    [429, "throttled"],
    [410, "managed_identity_retries_exhausted"],
    [502, "managed_identity_gateway_error"],
  ])("%i of the metadata service", async (status, kind) => {
    vi.stubEnv("AZURE_POD_IDENTITY_AUTHORITY_HOST", server.base);
    answer = { status };
    const { diagnosis } = await acquire(new ManagedIdentityCredential({ retryOptions: { maxRetries: 0 } }));
    expect(diagnosis?.kind).toBe(kind);
  });

  it.each([
    [500, "service_unavailable"],
    [404, "unknown"],
  ])("%i of what an own credential asks", async (status, kind) => {
    answer = { status };
    const own = {
      getToken: async () => {
        const { status: came } = await fetch(`${server.base}/token-of-mine`);
        throw new Error(`no token: ${came}`);
      },
    };
    expect((await acquire(own)).diagnosis?.kind).toBe(kind);
  });
});

it("an empty answer is no page, whatever its head says", async () => {
  answer = { status: 500, headers: { "content-length": "0" }, body: "" };
  const own = { getToken: async () => Promise.reject(new Error(`no token: ${(await fetch(server.base)).status}`)) };
  const { record } = await acquire(own);
  expect(record.exchanges.at(-1)?.contentType).toBeUndefined();
});

it("a proxy that refuses the connection is named", async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const { diagnosis } = await acquire(withSecret({ proxyOptions: { host: "http://127.0.0.1", port } }));
  expect(diagnosis?.kind).toBe("connection_failed");
  expect(diagnosis?.network).toEqual({ code: "ECONNREFUSED", host: "127.0.0.1", port });
  expect(diagnosis?.cause).toContain(`ended in ECONNREFUSED at the proxy 127.0.0.1:${port}`);
  expect(diagnosis?.remedies[0]?.action).toContain("HTTPS_PROXY");
});
