import { AsyncLocalStorage } from "node:async_hooks";
import { ChainedTokenCredential, ManagedIdentityCredential } from "@azure/identity";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
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
    const answers: (() => void)[] = [];
    const late = (settle: "token" | "error") => ({
      getToken: () =>
        new Promise<never>((resolve, reject) => {
          answers.push(() => (settle === "token" ? resolve({ token: "t" } as never) : reject(new Error("late"))));
        }),
    });
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => void unhandled.push(reason);
    process.on("unhandledRejection", listen);
    const callers = Array.from({ length: 1000 }, (_, i) =>
      failure(new DiagnosticCredential(late(i % 2 === 0 ? "token" : "error"), { deadlineMs: 50 }).getToken(SCOPE)),
    );
    const names = new Set((await Promise.all(callers)).map((error) => error?.name));
    expect(answers.length).toBe(1000);
    for (const answer of answers) answer();
    await new Promise((resolve) => setImmediate(resolve));
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

  it("is the shortest one where several are wrapped around each other, and none of the others is heard of", async () => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => void unhandled.push(reason);
    process.on("unhandledRejection", listen);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    try {
      for (const [inner, outer] of [
        [20, 40],
        [40, 20],
      ]) {
        const { tracerProvider, spans } = recordSpans();
        const member = new DiagnosticCredential(hangs(), { deadlineMs: inner, tracerProvider });
        const chain = new ChainedTokenCredential(member, resolves("t"));
        for (const wrapped of [member, chain]) {
          const credential = new DiagnosticCredential(wrapped, { deadlineMs: outer, tracerProvider });
          const pending = failure(credential.getToken(SCOPE));
          await vi.advanceTimersByTimeAsync(100);
          const what = wrapped === chain && outer === 20 ? "; it was waiting for TokenCredential" : "";
          expect((await pending)?.message).toBe(`No token came within 20 ms${what}.`);
        }
        expect(spans().filter(({ name }) => name.startsWith("getToken")).length).toBe(2);
      }
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", listen);
    expect(unhandled).toEqual([]);
  });

  it("is kept in no caller's asynchronous context", async () => {
    const requests = new AsyncLocalStorage<string>();
    const heard: unknown[] = [];
    const credential = new DiagnosticCredential(
      {
        getToken: (scope, options) => {
          options?.abortSignal?.addEventListener("abort", () => heard.push([scope, requests.getStore()]));
          return new Promise(() => {});
        },
      },
      { deadlineMs: 20 },
    );
    const abortSignal = new AbortController().signal;
    const ask = (scope: string) => requests.run(scope, () => failure(credential.getToken(scope, { abortSignal })));
    await Promise.all([ask("a"), ask("b")]);
    expect(heard).toEqual([
      ["a", undefined],
      ["b", undefined],
    ]);
  });

  it.each([[0], [-1], [Number.NaN], [Number.POSITIVE_INFINITY], [2 ** 31]])("of %d ms is a TypeError", (deadlineMs) => {
    expect(() => new DiagnosticCredential(hangs(), { deadlineMs })).toThrow(
      new TypeError(
        `DiagnosticCredential: option deadlineMs must be a number of milliseconds above 0 and below 2147483648, but is ${deadlineMs}.`,
      ),
    );
  });
});
