import {
  AzureCliCredential,
  ChainedTokenCredential,
  ClientAssertionCredential,
  OnBehalfOfCredential,
} from "@azure/identity";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { diagnose } from "../../src/index.js";
import { faults, type IdentityEmulator, identityVariables, startIdentityEmulator } from "../../src/testing/index.js";
import { acquire } from "../support/acquire.js";
import { identitySince } from "../support/identityVersion.js";
import { serve } from "../support/server.js";

const issuer = serve((_, response) => {
  response.writeHead(500);
  response.end();
});
let emulator: IdentityEmulator;
beforeAll(async () => {
  for (const name of identityVariables) delete process.env[name];
  emulator = await startIdentityEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

const withAssertion = (callback: () => Promise<string>) =>
  new ClientAssertionCredential(emulator.tenantId, emulator.clientId, callback, emulator.credentialOptions());

const THROWN: readonly (readonly [string, unknown])[] = [
  ["an error", new Error("vault sealed")],
  ["an error of a request", new Error("Request failed with status code 404")],
  ...(identitySince("4.5") ? [["what is no error", "a string"] as const] : []),
  ["a mistake in code", new TypeError("Cannot read properties of undefined (reading 'token')")],
];

it.each(THROWN)("the application's assertion callback throws %s", async (_, thrown) => {
  const { diagnosis, call } = await acquire(withAssertion(() => Promise.reject(thrown)));
  expect(diagnosis).toMatchObject({ kind: "assertion_unavailable", stage: "configuration", owner: "platform" });
  expect(call.attributes["error.type"]).toBe("assertion_unavailable");
});

it.runIf(identitySince("4.5"))(
  "what is no error is nothing known without the exchanges, and no request for a person",
  async () => {
    const credential = withAssertion(() => Promise.reject("a string"));
    const error: Error = await credential.getToken("https://vault.azure.net/.default").catch((thrown) => thrown);
    expect(error.name).toBe("AuthenticationRequiredError");
    expect(diagnose(error).kind).toBe("unknown");
  },
);

it("what the callback asked is part of the evidence", async () => {
  const refused = withAssertion(async () => {
    const response = await fetch(`${issuer.base}/token-of-ci`);
    throw new Error(`HTTP ${response.status}`);
  });
  const { diagnosis } = await acquire(refused);
  expect(diagnosis).toMatchObject({ kind: "assertion_unavailable", http: { status: 500, host: "127.0.0.1" } });
  const unreachable = withAssertion(async () => (await fetch("http://127.0.0.1:1/token-of-ci")).text());
  expect((await acquire(unreachable)).diagnosis?.kind).toBe("assertion_unavailable");
});

it.runIf(identitySince("4.5"))("OnBehalfOfCredential asks the same way", async () => {
  const credential = new OnBehalfOfCredential({
    tenantId: emulator.tenantId,
    clientId: emulator.clientId,
    getAssertion: () => Promise.reject(new Error("no assertion today")),
    userAssertionToken: "a.b.c",
    ...emulator.credentialOptions(),
  });
  expect((await acquire(credential)).diagnosis?.kind).toBe("assertion_unavailable");
});

it("is decisive before a tool that is not there", async () => {
  const chain = new ChainedTokenCredential(
    withAssertion(() => Promise.reject(new Error("vault sealed"))),
    new AzureCliCredential(),
  );
  const { PATH } = process.env;
  process.env.PATH = "/nonexistent";
  try {
    const { diagnosis } = await acquire(chain);
    expect(diagnosis?.kind).toBe("assertion_unavailable");
    expect(diagnosis?.attempts.find(({ decisive }) => decisive)?.credentialType).toBe("ClientAssertionCredential");
  } finally {
    process.env.PATH = PATH;
  }
});

it("what went wrong with Entra ID afterwards is not the callback's", async () => {
  emulator.fault({ host: "entra", kind: "token" }, faults.repeat(faults.proxyPage({ status: 403 })));
  const token = emulator.issueFederatedToken();
  expect((await acquire(withAssertion(async () => token))).diagnosis?.kind).toBe("proxy_failure");
  emulator.reset();
  emulator.fault({ host: "entra", kind: "discovery" }, faults.repeat(faults.reset()));
  expect((await acquire(withAssertion(async () => token))).diagnosis?.kind).toBe("connection_failed");
});
