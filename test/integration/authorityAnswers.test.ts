import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { inspect } from "node:util";
import { ClientSecretCredential, type GetTokenOptions, type TokenCredential } from "@azure/identity";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { diagnose } from "../../src/index.js";
import {
  type Fault,
  faults,
  type IdentityEmulator,
  identityVariables,
  startIdentityEmulator,
} from "../../src/testing/index.js";
import { acquire } from "../support/acquire.js";
import { identitySince } from "../support/identityVersion.js";

let emulator: IdentityEmulator;
beforeAll(async () => {
  for (const name of identityVariables) delete process.env[name];
  emulator = await startIdentityEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

const withSecret = (secret = emulator.clientSecret, options = {}) =>
  new ClientSecretCredential(emulator.tenantId, emulator.clientId, secret, {
    ...emulator.credentialOptions(),
    ...options,
  });
const answered = async (fault: Fault) => {
  emulator.fault({ host: "entra", kind: "token" }, faults.repeat(fault));
  return (await acquire(withSecret())).diagnosis;
};

describe("what came from the token endpoint, where MSAL could not read it", () => {
  const unread: readonly (readonly [string, Fault])[] = [
    ["JSON that breaks off", faults.malformedJson()],
    // Earlier versions throw an error of their own that MSAL's cause is lost in.
    ...(identitySince("4.13")
      ? [["nothing", faults.status(200, { headers: { "content-type": "text/plain" }, body: "" })] as const]
      : []),
  ];

  it.each(unread)("success with %s", async (_, fault) => {
    const diagnosis = await answered(fault);
    expect(diagnosis).toMatchObject({ kind: "invalid_token_response", http: { status: 200, host: "localhost" } });
    expect(diagnosis?.cause).toMatch(/On the wire, POST localhost:\d+ was answered with 200/);
  });

  it.each([401, 403])("%i with JSON that is not Entra's", async (status) => {
    const diagnosis = await answered(faults.status(status, { body: { message: "denied" } }));
    expect(diagnosis).toMatchObject({ kind: "unknown", http: { status, host: "localhost" } });
  });

  it("a redirect is a portal's", async () => {
    const diagnosis = await answered(
      faults.status(302, { headers: { location: "https://portal.example/login" }, body: "" }),
    );
    expect(diagnosis).toMatchObject({ kind: "proxy_failure", http: { status: 302, host: "localhost" } });
  });
});

describe("a refusal", () => {
  it("names the host that refused, and the correlation id of its answer", async () => {
    const refused = await acquire(withSecret("wrong"));
    expect(refused.diagnosis?.http).toEqual({ status: 401, host: "localhost" });
    const answeredWith = /Correlation ID: ([0-9a-f-]{36})/.exec(refused.error?.message ?? "")?.[1];
    expect(answeredWith).toMatch(/^[0-9a-f-]{36}$/);
    expect(refused.diagnosis?.entra?.correlationId).toBe(answeredWith);
  });

  it("does not take the host from what the answer is about", async () => {
    const diagnosis = await answered(
      faults.aadsts(700211, {
        description:
          "No matching federated identity record found for presented assertion issuer 'https://oidc.example/'.",
      }),
    );
    expect(diagnosis).toMatchObject({ kind: "federated_credential_mismatch", http: { host: "localhost" } });
  });
});

describe("an error as Node.js prints it", () => {
  const errorOf = (credential: TokenCredential, options?: GetTokenOptions): Promise<Error> =>
    credential.getToken("https://vault.azure.net/.default", options).then(
      () => new Error("a token"),
      (thrown) => thrown,
    );

  it.each([
    ["a redirect", "proxy_failure", faults.status(302, { headers: { location: "https://portal.example/" }, body: "" })],
    ["nothing", "invalid_token_response", faults.status(200, { headers: { "content-type": "text/plain" }, body: "" })],
    ["another error", "unknown", faults.status(400, { body: { error: "what", error_description: "No." } })],
  ])("is not about the options that are printed with it: %s", async (name, kind, fault) => {
    emulator.fault({ host: "entra", kind: "token" }, faults.repeat(fault));
    const error = await errorOf(withSecret(), { tenantId: emulator.tenantId });
    expect(inspect(error)).toContain("getTokenOptions: {");
    // Before 4.14 the error does not hold what the endpoint had answered.
    const told = identitySince("4.14") || name === "another error" ? [kind] : ["unknown", "authority_unreachable"];
    expect(told).toContain(diagnose(error).kind);
    expect(told).toContain(diagnose(inspect(error)).kind);
  });
});

it("a proxy that hangs up on CONNECT", async () => {
  const proxy = createServer((socket) => socket.once("data", () => socket.destroy()).on("error", () => {}));
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = proxy.address() as AddressInfo;
    const proxyOptions = { host: "http://127.0.0.1", port };
    const { diagnosis, record } = await acquire(withSecret(emulator.clientSecret, { proxyOptions }));
    expect(record.exchanges.at(-1)?.errorCode).toMatch(/^(?:ERR_PROXY_TUNNEL|ECONNRESET)$/);
    expect(["proxy_failure", "connection_failed"]).toContain(diagnosis?.kind);
  } finally {
    proxy.close();
  }
});
