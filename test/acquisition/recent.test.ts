import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { ChainedTokenCredential, ClientSecretCredential } from "@azure/identity";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DiagnosticCredential, diagnose } from "../../src/index.js";
import {
  faults,
  type IdentityEmulator,
  rejects,
  resolves,
  startIdentityEmulator,
  unavailable,
} from "../../src/testing/index.js";

const SCOPE = "https://vault.azure.net/.default";
const FINISHED = "diagnostic-credential.acquisition";
const failing = (message: string) => rejects(new Error(message));
let emulator: IdentityEmulator;
beforeAll(async () => {
  emulator = await startIdentityEmulator();
});
afterAll(() => emulator.close());

describe("recent()", () => {
  it("says what was asked, sent and answered, oldest first, without any telemetry", async () => {
    const { tenantId, clientId, clientSecret } = emulator;
    const inner = new ClientSecretCredential(tenantId, clientId, clientSecret, emulator.credentialOptions());
    const credential = new DiagnosticCredential(inner, { policy: "off" });
    emulator.fault({ kind: "token" }, faults.aadsts(7000222));
    await credential.getToken(SCOPE).catch(() => {});
    await Promise.all([credential.getToken(SCOPE), credential.getToken(SCOPE)]);
    for (let i = 0; i < 50; i++) await credential.getToken(SCOPE);
    const records = credential.recent();
    expect(records.map(({ outcome, tokenSource, callers, calls }) => [outcome, tokenSource, callers, calls])).toEqual([
      ["failed", undefined, undefined, undefined],
      ["succeeded", "network", 2, undefined],
      ["succeeded", "cache", undefined, 50],
    ]);
    expect(records[0]?.diagnosis?.kind).toBe("expired_client_secret");
    expect(records[0]?.exchanges.at(-1)).toMatchObject({ method: "POST", status: 401 });
    expect(records[1]?.scopes).toEqual([SCOPE]);
    expect(records[1]?.durationMs).toBeGreaterThan(0);
    expect(JSON.stringify(records)).not.toContain(clientSecret);
  });

  it("keeps the last 64, or as many as are asked for, or none", async () => {
    for (const [recent, expected] of [
      [undefined, 64],
      [3, 3],
      [0, 0],
    ] as const) {
      const credential = new DiagnosticCredential(failing("AADSTS7000215"), { policy: "off", recent });
      for (let i = 0; i < 70; i++) await credential.getToken(`https://host-${i}/.default`).catch(() => {});
      const scopes = credential.recent().map((record) => record.scopes[0]);
      expect(scopes).toEqual(Array.from({ length: expected }, (_, i) => `https://host-${70 - expected + i}/.default`));
    }
  });

  it("counts on in a new record when the old one has been driven out", async () => {
    const inner = { getToken: async (scope: string) => (scope === SCOPE ? resolves().getToken(scope) : null) };
    const credential = new DiagnosticCredential(inner as never, { policy: "off", recent: 2 });
    for (let i = 0; i < 5; i++) await credential.getToken(SCOPE);
    expect(credential.recent().map(({ calls }) => calls)).toEqual([5]);
    for (let i = 0; i < 2; i++) await credential.getToken("other");
    for (let i = 0; i < 4; i++) await credential.getToken(SCOPE);
    expect(credential.recent().map(({ outcome, calls }) => [outcome, calls])).toEqual([
      ["empty", undefined],
      ["succeeded", 4],
    ]);
  });

  it("counts together only what asks for the same, and nobody who shared", async () => {
    const credential = new DiagnosticCredential(resolves(), { policy: "off" });
    const unknown = { proofOfPossessionOptions: {} } as never;
    await credential.getToken(SCOPE, unknown);
    await credential.getToken("https://storage.azure.com/.default", unknown);
    await Promise.all([credential.getToken(SCOPE), credential.getToken(SCOPE)]);
    for (let i = 0; i < 2; i++) await credential.getToken(SCOPE);
    expect(credential.recent().map(({ scopes, callers, calls }) => [scopes[0], callers, calls])).toEqual([
      [SCOPE, undefined, undefined],
      ["https://storage.azure.com/.default", undefined, undefined],
      [SCOPE, 2, undefined],
      [SCOPE, undefined, 2],
    ]);
  });

  it("is bounded in size, however many members a chain has and however they fail", async () => {
    const members = Array.from({ length: 100 }, () => unavailable(`AADSTS7000215: ${"x".repeat(2000)}`));
    const chain = new ChainedTokenCredential(...members);
    const credential = new DiagnosticCredential(chain, { policy: "off", recent: 1024 });
    for (let i = 0; i < 200; i++) await credential.getToken(SCOPE).catch(() => {});
    const records = credential.recent();
    expect(records.length).toBeGreaterThan(20);
    expect(JSON.stringify(records).length).toBeLessThan(264_000);
    expect(records[0]).toMatchObject({ truncated: true, attempts: [], diagnosis: { kind: "invalid_client_secret" } });
  });

  it("gives copies, and nothing that is done to them comes back", async () => {
    const credential = new DiagnosticCredential(failing("AADSTS7000215"), { policy: "off" });
    await credential.getToken(SCOPE).catch(() => {});
    const [record] = credential.recent();
    (record as { outcome: string }).outcome = "mine";
    expect(credential.recent()[0]?.outcome).toBe("failed");
  });

  it("keeps its own of what a subscriber was given", async () => {
    const spoil = (message: unknown): void => {
      const record = message as { scopes: string[]; diagnosis: { kind: string; remedies: unknown[] } };
      record.scopes.length = 0;
      record.diagnosis.kind = "mine";
      record.diagnosis.remedies.length = 0;
    };
    const credential = new DiagnosticCredential(failing("AADSTS7000215"), { policy: "off" });
    subscribe(FINISHED, spoil);
    const thrown: unknown = await credential.getToken(SCOPE).catch((error: unknown) => error);
    unsubscribe(FINISHED, spoil);
    expect(credential.recent()).toMatchObject([{ scopes: [SCOPE], diagnosis: { kind: "invalid_client_secret" } }]);
    expect(diagnose(thrown)).toEqual(credential.recent()[0]?.diagnosis);
  });

  it.each([[-1], [1.5], [1025], ["64"], [Number.NaN]])("a limit of %o is a TypeError", (recent) => {
    const given = typeof recent === "number" ? recent : "a string";
    expect(() => new DiagnosticCredential(resolves(), { recent: recent as number })).toThrow(
      new TypeError(`DiagnosticCredential: option recent must be a whole number from 0 to 1024, but is ${given}.`),
    );
  });
});
