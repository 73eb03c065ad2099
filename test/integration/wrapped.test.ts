import { ChainedTokenCredential, ClientSecretCredential } from "@azure/identity";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { CredentialNotReadyError, DiagnosticCredential, diagnose } from "../../src/index.js";
import { faults, type IdentityEmulator, identityVariables, startIdentityEmulator } from "../../src/testing/index.js";

let emulator: IdentityEmulator;
beforeAll(async () => {
  for (const name of identityVariables) delete process.env[name];
  emulator = await startIdentityEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => {
  emulator.reset();
  emulator.fault({ host: "entra", kind: "token" }, faults.repeat(faults.reset()));
});

const SCOPE = "https://vault.azure.net/.default";
const traced = () =>
  new DiagnosticCredential(
    new ClientSecretCredential(emulator.tenantId, emulator.clientId, emulator.clientSecret, {
      ...emulator.credentialOptions(),
      retryOptions: { maxRetries: 0 },
    }),
    { policy: "off" },
  );
const thrown = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => new Error("a token"),
    (error) => error,
  );
const EXPECTED = {
  kind: "connection_failed",
  credentialType: "ClientSecretCredential",
  network: { code: "ECONNRESET", host: "localhost" },
};

it("an error that is wrapped keeps what was seen", async () => {
  const error = await thrown(traced().getToken(SCOPE));
  expect(diagnose(error)).toMatchObject(EXPECTED);
  const wrapped = diagnose(new Error("startup failed", { cause: error }));
  expect(wrapped).toEqual(diagnose(error));
  expect(diagnose(await thrown(Promise.any([Promise.reject(error)])))).toEqual(wrapped);
});

it("ready() gives the diagnosis it has made", async () => {
  const error = await thrown(traced().ready(SCOPE, { timeoutMs: 500 }));
  expect(error).toBeInstanceOf(CredentialNotReadyError);
  const { diagnosis } = error as CredentialNotReadyError;
  expect(diagnosis).toMatchObject(EXPECTED);
  expect(diagnose(error)).toBe(diagnosis);
  expect(diagnose(new Error("startup failed", { cause: error }))).toBe(diagnosis);
});

it("ready() of a credential that gives nothing", async () => {
  const nothing = new DiagnosticCredential({ getToken: () => Promise.resolve(null) }, { policy: "off" });
  const error = await thrown(nothing.ready(SCOPE, { timeoutMs: 500 }));
  expect(diagnose(new Error("startup failed", { cause: error })).kind).toBe("no_credential_available");
});

it("a chain whose members are traced, and which is not", async () => {
  const chain = new ChainedTokenCredential(
    { getToken: () => Promise.reject(Object.assign(new Error("none"), { name: "CredentialUnavailableError" })) },
    traced(),
  );
  const found = diagnose(await thrown(chain.getToken(SCOPE)));
  expect(found).toMatchObject(EXPECTED);
});
