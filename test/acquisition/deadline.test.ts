import { ChainedTokenCredential, ManagedIdentityCredential } from "@azure/identity";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CredentialDeadlineError, DiagnosticCredential, diagnose } from "../../src/index.js";
import {
  faults,
  hangs,
  type IdentityEmulator,
  identityVariables,
  resolves,
  startIdentityEmulator,
} from "../../src/testing/index.js";
import { recordSpans } from "../support/telemetry.js";

const SCOPE = "https://vault.azure.net/.default";
let emulator: IdentityEmulator;
beforeAll(async () => {
  for (const name of identityVariables) delete process.env[name];
  emulator = await startIdentityEmulator();
  Object.assign(process.env, emulator.environment("imds"));
});
afterAll(() => emulator.close());

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => error as CredentialDeadlineError,
  );

describe("a deadline", () => {
  it("ends the wait on a silent endpoint, and says what was being waited for", async () => {
    emulator.fault({ host: "imds" }, faults.repeat(faults.hang()));
    const { tracerProvider, spans } = recordSpans();
    const chain = new ChainedTokenCredential(new ManagedIdentityCredential(), resolves("t"));
    const started = Date.now();
    const error = await failure(new DiagnosticCredential(chain, { deadlineMs: 300, tracerProvider }).getToken(SCOPE));
    expect(Date.now() - started).toBeGreaterThanOrEqual(299);
    expect(error).toBeInstanceOf(CredentialDeadlineError);
    const where = `ManagedIdentityCredential, GET 127.0.0.1:${new URL(emulator.imdsEndpoint).port}`;
    expect(error?.message).toBe(`No token came within 300 ms; it was waiting for ${where}.`);
    expect(diagnose(error)).toMatchObject({ kind: "deadline_exceeded", retryable: true, owner: "platform" });
    const call = spans().find(({ name }) => name.startsWith("getToken"));
    expect(call?.attributes["error.type"]).toBe("deadline_exceeded");
    const attempt = spans().find(({ name }) => name === "attempt ManagedIdentityCredential");
    expect(attempt?.attributes["azure.identity.attempt.outcome"]).toBe("failed");
  });

  it("holds for a thousand callers at once, and a late answer of either kind harms nobody", async () => {
    const late = (settle: "token" | "error") => ({
      getToken: () =>
        new Promise<never>((resolve, reject) => {
          setTimeout(() => (settle === "token" ? resolve({ token: "t" } as never) : reject(new Error("late"))), 120);
        }),
    });
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => void unhandled.push(reason);
    process.on("unhandledRejection", listen);
    const callers = Array.from({ length: 1000 }, (_, i) =>
      failure(new DiagnosticCredential(late(i % 2 === 0 ? "token" : "error"), { deadlineMs: 50 }).getToken(SCOPE)),
    );
    const names = new Set((await Promise.all(callers)).map((error) => error?.name));
    await new Promise((resolve) => setTimeout(resolve, 150));
    process.off("unhandledRejection", listen);
    expect([...names]).toEqual(["CredentialDeadlineError"]);
    expect(unhandled).toEqual([]);
  });

  it("changes nothing for what comes in time, and does not keep the process alive", async () => {
    const before = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    await expect(
      new DiagnosticCredential(resolves("t"), { deadlineMs: 60_000 }).getToken(SCOPE),
    ).resolves.toMatchObject({ token: "t" });
    new DiagnosticCredential(hangs(), { deadlineMs: 60_000 }).getToken(SCOPE).catch(() => {});
    expect(process.getActiveResourcesInfo().filter((name) => name === "Timeout").length).toBe(before);
  });

  it.each([[0], [-1], [Number.NaN], [Number.POSITIVE_INFINITY], [2 ** 31]])("of %d ms is a TypeError", (deadlineMs) => {
    expect(() => new DiagnosticCredential(hangs(), { deadlineMs })).toThrow(
      new TypeError(
        `DiagnosticCredential: option deadlineMs must be a number of milliseconds above 0 and below 2147483648, but is ${deadlineMs}.`,
      ),
    );
  });
});
