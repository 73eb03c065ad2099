import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { ManagedIdentityCredential, WorkloadIdentityCredential } from "@azure/identity";
import { AzureLogger } from "@azure/logger";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { CredentialNotReadyError, DiagnosticCredential } from "../src/index.js";
import {
  faults,
  hangs,
  type IdentityEmulator,
  identityVariables,
  nothing,
  rejects,
  resolves,
  startIdentityEmulator,
} from "../src/testing/index.js";
import { recordLog } from "./support/log.js";
import { eventsOf, parentIdOf, recordSpans } from "./support/telemetry.js";

const SCOPE = "https://vault.azure.net/.default";
const recorded = recordSpans();
const { tracerProvider } = recorded;
let emulator: IdentityEmulator;
const { lines, clear } = recordLog("info");

beforeAll(async () => {
  for (const name of identityVariables) delete process.env[name];
  emulator = await startIdentityEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => {
  recorded.reset();
  emulator.reset();
  // The shortest delay that full jitter gives.
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const wrap = (inner: ConstructorParameters<typeof DiagnosticCredential>[0]) =>
  new DiagnosticCredential(inner, { tracerProvider, policy: "off", name: "orders-db" });
const failure = (promise: Promise<void>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error as CredentialNotReadyError,
  );
const expired = rejects(new Error("AADSTS7000222: The provided client secret keys for app are expired."));
/** Does something after the credential has failed and before its caller knows. */
async function whileItFails(act: () => void, call: () => Promise<void>): Promise<unknown> {
  subscribe("diagnostic-credential.acquisition", act);
  try {
    return await failure(call());
  } finally {
    unsubscribe("diagnostic-credential.acquisition", act);
  }
}
const ours = () => lines.filter((line) => line.startsWith("azure:diagnostic-credential:ready"));
const readySpan = () => {
  const span = recorded.spans().find(({ name }) => name.startsWith("ready "));
  if (span === undefined) throw new Error("no span");
  return span;
};

describe("ready()", () => {
  it("is there at once where the token is", async () => {
    await expect(wrap(resolves()).ready(SCOPE)).resolves.toBeUndefined();
    expect(readySpan().name).toBe("ready TokenCredential");
    expect(readySpan().status.code).toBe(0);
    expect(readySpan().attributes).toMatchObject({
      "azure.identity.ready.tries": 1,
      "azure.identity.token.scopes": [SCOPE],
      "azure.identity.credential.name": "orders-db",
    });
    expect(ours()).toEqual([
      expect.stringMatching(/^azure:diagnostic-credential:ready:info orders-db: ready after 1 try, \d\.\d s\.$/),
    ]);
  });

  it("waits for an identity that was assigned a moment ago, each try a span and a line", async () => {
    Object.assign(process.env, emulator.environment("imds"));
    emulator.fault({ host: "imds" }, faults.imds.identityNotFound(), faults.imds.identityNotFound());
    const credential = wrap(new ManagedIdentityCredential());
    await credential.ready(SCOPE, { timeoutMs: 20_000 });
    const span = readySpan();
    expect(span.attributes["azure.identity.ready.tries"]).toBe(3);
    const tried = (count: number) => ({
      name: "azure.identity.ready.try",
      "azure.identity.ready.tries": count,
      "azure.identity.failure.kind": "managed_identity_not_assigned",
      "azure.identity.ready.delay": 0.1,
    });
    expect(eventsOf(span)).toEqual([tried(1), tried(2)]);
    const calls = recorded.spans().filter(({ name }) => name === "getToken ManagedIdentityCredential");
    expect(calls.map(parentIdOf)).toEqual(Array(3).fill(span.spanContext().spanId));
    expect(ours().map((line) => line.replace(/^.*orders-db: | \(.*\)|, [\d.]+ s\.$/g, ""))).toEqual([
      expect.stringMatching(/^try 1 failed: .*; next try in 0\.1 s\.$/),
      expect.stringMatching(/^try 2 failed: .*; next try in 0\.1 s\.$/),
      "ready after 3 tries",
    ]);
  });

  it("waits for a token file that is not mounted yet", async () => {
    const tokenFilePath = "/var/run/secrets/azure/tokens/not-there-yet";
    const { tenantId, clientId } = emulator;
    const inner = new WorkloadIdentityCredential({
      tenantId,
      clientId,
      tokenFilePath,
      ...emulator.credentialOptions(),
    });
    const error = await failure(wrap(inner).ready(SCOPE, { timeoutMs: 3000 }));
    expect(error).toBeInstanceOf(CredentialNotReadyError);
    expect(error).toMatchObject({ gaveUp: "timeout", diagnosis: { kind: "credential_file_unreadable" } });
    expect(error?.tries).toBeGreaterThan(1);
  });

  it("gives up at once where somebody must act first", async () => {
    const cause = new Error("AADSTS7000222: The provided client secret keys for app are expired.");
    const error = await failure(wrap(rejects(cause)).ready(SCOPE));
    expect(error).toBeInstanceOf(CredentialNotReadyError);
    expect(error).toMatchObject({
      name: "CredentialNotReadyError",
      code: "ERR_CREDENTIAL_NOT_READY",
      tries: 1,
      gaveUp: "permanent",
      cause,
      diagnosis: { kind: "expired_client_secret" },
    });
    const { summary, remedies } = (error as CredentialNotReadyError).diagnosis;
    expect(error?.message.replace(/in \d+\.\d s/, "in 0.0 s")).toBe(
      `No token after 1 try in 0.0 s: ${summary} (expired_client_secret) ${remedies[0]?.action}`,
    );
    expect(readySpan().status).toEqual({ code: 2, message: summary });
    expect(readySpan().attributes["error.type"]).toBe("expired_client_secret");
  });

  it("gives up at once on a credential that has nothing to offer", async () => {
    expect(await failure(wrap(nothing()).ready(SCOPE))).toMatchObject({
      gaveUp: "permanent",
      diagnosis: { kind: "no_credential_available" },
    });
  });

  it("ends with its time also where a try hangs, and says what was being waited for", async () => {
    Object.assign(process.env, emulator.environment("imds"));
    emulator.fault({ host: "imds" }, faults.hang());
    const error = await failure(
      wrap(new ManagedIdentityCredential()).ready("https://hangs.example/.default", { timeoutMs: 250 }),
    );
    const port = new URL(emulator.imdsEndpoint).port;
    expect(error).toMatchObject({ gaveUp: "timeout", tries: 1, diagnosis: { kind: "deadline_exceeded" } });
    expect(String(error?.cause)).toMatch(
      new RegExp(
        `^CredentialDeadlineError: No token came within 2\\d\\d ms; it was waiting for GET 127\\.0\\.0\\.1:${port}\\.$`,
      ),
    );
    expect(readySpan().attributes["error.type"]).toBe("deadline_exceeded");
  });

  it("backs off exponentially with full jitter, at most 30 s", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    vi.useFakeTimers();
    const inner = rejects(
      Object.assign(new Error("getaddrinfo ENOTFOUND login.microsoftonline.com"), { code: "ENOTFOUND" }),
    );
    const pending = failure(wrap(inner).ready(SCOPE, { timeoutMs: 80_000 }));
    await vi.advanceTimersByTimeAsync(80_000);
    expect(await pending).toMatchObject({ gaveUp: "timeout", diagnosis: { kind: "dns_failure" } });
    const delays = eventsOf(readySpan()).map(
      (event) => (event as Record<string, unknown>)["azure.identity.ready.delay"],
    );
    expect(delays).toEqual([0.5, 1, 2, 4, 8, 15, 15, 15, 15, 2.25, undefined]);
  });

  it("honours Retry-After, and does not wait for one that is longer than its time", async () => {
    // One of one's own: MSAL waits for a Retry-After by itself, in each version in another way.
    const url = `${emulator.imdsEndpoint}/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net`;
    const inner = {
      async getToken() {
        const { status } = await fetch(url, { headers: { metadata: "true" } });
        if (status !== 200) throw new Error(`The metadata service answered ${status}.`);
        return resolves().getToken(SCOPE);
      },
    };
    emulator.fault({ host: "imds" }, faults.throttled({ retryAfterSeconds: 1 }));
    await wrap(inner).ready(SCOPE, { timeoutMs: 20_000 });
    expect(eventsOf(readySpan())).toEqual([
      {
        name: "azure.identity.ready.try",
        "azure.identity.ready.tries": 1,
        "azure.identity.failure.kind": "throttled",
        "azure.identity.ready.delay": 1.1,
      },
    ]);
    recorded.reset();
    clear();
    emulator.fault({ host: "imds" }, faults.throttled({ retryAfterSeconds: 300 }));
    const error = await failure(wrap(inner).ready(SCOPE, { timeoutMs: 30_000 }));
    expect(error).toMatchObject({ tries: 1, gaveUp: "timeout", diagnosis: { kind: "throttled" } });
    expect(ours()[0]).toMatch(/; not tried again\.$/);
  });

  it("ends at once when the caller aborts, in a try and in between, and starts nothing when he has already", async () => {
    const controller = new AbortController();
    const reason = new Error("SIGTERM");
    const hanging = failure(wrap(hangs()).ready(SCOPE, { abortSignal: controller.signal }));
    controller.abort(reason);
    expect(await hanging).toMatchObject({ name: "AbortError", cause: reason });
    vi.spyOn(Math, "random").mockReturnValue(1);
    const inner = rejects(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
    const second = new AbortController();
    const pausing = failure(wrap(inner).ready(SCOPE, { abortSignal: second.signal }));
    await vi.waitFor(() => expect(ours().length).toBe(1));
    second.abort(reason);
    expect(await pausing).toMatchObject({ name: "AbortError", cause: reason });
    const counted = resolves();
    const never = failure(wrap(counted).ready(SCOPE, { abortSignal: AbortSignal.abort(reason) }));
    expect(await never).toMatchObject({ name: "AbortError", cause: reason });
    expect(counted.calls).toEqual([]);
    const ready = recorded.spans().filter(({ name }) => name.startsWith("ready "));
    expect(ready.map(({ status }) => status.code)).toEqual([0, 0, 0]);
  });

  it("ends at once also when the caller aborts on hearing of the try that failed, or by a signal of his own", async () => {
    const controller = new AbortController();
    AzureLogger.log = (...args) => {
      if (args.join(" ").includes("failed")) controller.abort();
    };
    vi.spyOn(Math, "random").mockReturnValue(1);
    vi.useFakeTimers();
    const inner = rejects(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
    const pending = failure(wrap(inner).ready(SCOPE, { abortSignal: controller.signal }));
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(await pending).toMatchObject({ name: "AbortError" });
    let listening = 0;
    const own = {
      aborted: false,
      addEventListener(_: "abort", listener: () => void) {
        // The first is that of the try, the second that of the wait in between.
        if (++listening !== 2) return;
        own.aborted = true;
        listener();
      },
      removeEventListener() {},
    };
    const second = failure(wrap(inner).ready(SCOPE, { abortSignal: own as never }));
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(await second).toMatchObject({ name: "AbortError" });
  });

  it("is an AbortError when the caller aborts, whatever the credential has just said", async () => {
    const controller = new AbortController();
    const reason = new Error("SIGTERM");
    const error = await whileItFails(
      () => controller.abort(reason),
      () => wrap(expired).ready(SCOPE, { abortSignal: controller.signal }),
    );
    expect(error).toMatchObject({ name: "AbortError", cause: reason });
  });

  it("says what the credential has said, also at the last moment", async () => {
    vi.useFakeTimers();
    const error = await whileItFails(
      () => void vi.advanceTimersByTime(2000),
      () => wrap(expired).ready(SCOPE, { timeoutMs: 2000 }),
    );
    expect(error).toMatchObject({ gaveUp: "permanent", diagnosis: { kind: "expired_client_secret" } });
  });

  it("is a policy error where the policy says no", async () => {
    const policy = {
      preset: "off",
      rules: { "allowed-scopes": ["error", { scopes: ["https://storage.azure.com/*"] }] },
    };
    const credential = new DiagnosticCredential(resolves(), { policy: policy as never, tracerProvider });
    expect(await failure(credential.ready(SCOPE))).toMatchObject({ name: "CredentialPolicyError" });
    expect(readySpan().attributes["error.type"]).toBe("policy_violation");
  });

  it.each([[0], [-5], [Number.POSITIVE_INFINITY], ["1"]])("a timeoutMs of %o is a TypeError", async (timeoutMs) => {
    const given = typeof timeoutMs === "number" ? timeoutMs : "a string";
    await expect(wrap(resolves()).ready(SCOPE, { timeoutMs: timeoutMs as number })).rejects.toEqual(
      new TypeError(
        `DiagnosticCredential: option timeoutMs must be a number of milliseconds above 0 and below 2147483648, but is ${given}.`,
      ),
    );
  });
});
