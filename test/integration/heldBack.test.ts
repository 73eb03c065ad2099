import { inspect } from "node:util";
import { ChainedTokenCredential, ClientSecretCredential } from "@azure/identity";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CredentialNotReadyError, DiagnosticCredential, diagnose } from "../../src/index.js";
import { faults, type IdentityEmulator, identityVariables, startIdentityEmulator } from "../../src/testing/index.js";
import { identitySince } from "../support/identityVersion.js";

const SCOPE = "https://vault.azure.net/.default";
let emulator: IdentityEmulator;
beforeAll(async () => {
  for (const name of identityVariables) delete process.env[name];
  emulator = await startIdentityEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

const withSecret = () =>
  new ClientSecretCredential(emulator.tenantId, emulator.clientId, emulator.clientSecret, emulator.credentialOptions());
const failureOf = (credential: { getToken(scope: string): Promise<unknown> }, scope = SCOPE): Promise<Error> =>
  credential.getToken(scope).then(
    () => Promise.reject(new Error("a token came")),
    (error: Error) => error,
  );
/** Without an AADSTS number, and such that the SDK tries again at once. */
const answers = (status: number, retryAfter: string) =>
  faults.repeat(faults.status(status, { headers: { "retry-after": retryAfter }, body: { error: "" } }), 4);
const play = (status: number, retryAfter: string) =>
  emulator.fault({ host: "entra", kind: "token" }, answers(status, retryAfter));

describe("a request that MSAL holds back", () => {
  it.each([
    [503, "service_unavailable"],
    [429, "throttled"],
  ])("after a %i is told as what the service had answered: %s", async (status, kind) => {
    play(status, "0");
    const credential = new DiagnosticCredential(withSecret());
    expect(diagnose(await failureOf(credential)).kind).toBe(kind);
    emulator.reset();
    const diagnosis = diagnose(await failureOf(credential));
    expect(diagnosis).toMatchObject({
      kind,
      retryable: true,
      owner: "nobody",
      exchanges: [],
      http: { status, host: "localhost" },
    });
    const seconds = diagnosis.http?.retryAfterSeconds ?? 0;
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(diagnosis.cause).toContain(
      `had been answered with ${status} before, and MSAL holds such requests back for ${seconds} s more.`,
    );
    expect(diagnosis.remedies[0]?.action).toMatch(/^Wait: after a 429 or a 5xx MSAL sends no request/);
  });

  it("is known in a chain", async () => {
    play(503, "0");
    const credential = new DiagnosticCredential(new ChainedTokenCredential(withSecret()));
    await failureOf(credential);
    const diagnosis = diagnose(await failureOf(credential));
    expect(diagnosis).toMatchObject({ kind: "service_unavailable", http: { status: 503 } });
    expect(diagnosis.attempts[0]?.finding?.kind).toBe("service_unavailable");
  });

  it.runIf(identitySince("4.14"))("is known by its cause alone, as an object and as text", async () => {
    play(503, "0");
    const credential = withSecret();
    await failureOf(credential);
    const error = await failureOf(credential);
    expect(error.message).toBe("");
    expect(diagnose(error)).toMatchObject({ kind: "throttled", retryable: true, owner: "nobody" });
    expect(diagnose(inspect(error))).toMatchObject({ kind: "throttled", retryable: true });
    const { cause } = error;
    expect(diagnose((cause as Error).stack)).toMatchObject({ kind: "throttled", retryable: true });
  });

  it("is not a user’s matter where the stack says nothing", async () => {
    play(503, "0");
    const credential = withSecret();
    await failureOf(credential);
    expect(diagnose((await failureOf(credential)).stack).kind).toBe("unknown");
  });

  it("does not end ready()", async () => {
    play(503, "0");
    const credential = new DiagnosticCredential(withSecret());
    await failureOf(credential);
    const error = await credential.ready(SCOPE, { timeoutMs: 3_000 }).then(
      () => undefined,
      (thrown: CredentialNotReadyError) => thrown,
    );
    expect(error).toMatchObject({ gaveUp: "timeout", tries: 2, diagnosis: { kind: "service_unavailable" } });
  });

  it("is sent again when its time is over", async () => {
    emulator.fault({ host: "entra", kind: "token" }, faults.throttled({ retryAfterSeconds: 1 }));
    await expect(new DiagnosticCredential(withSecret()).ready(SCOPE, { timeoutMs: 20_000 })).resolves.toBeUndefined();
  });
});
