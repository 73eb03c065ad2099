import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DiagnosticCredential } from "../../src/index.js";
import { recordLog } from "../support/log.js";
import { recordMetrics, recordSpans } from "../support/telemetry.js";

const SCOPE = "https://vault.azure.net/.default";
const recorded = recordSpans();
const { tracerProvider } = recorded;
const EXPIRED = "AADSTS7000222: The provided client secret keys for app are expired.";

const { lines } = recordLog("warning");
beforeEach(() => {
  recorded.reset();
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A credential whose next answers are given: a life time in minutes, an error, or null. */
function answers(...given: (number | string | null)[]) {
  return {
    async getToken() {
      const next = given.shift();
      if (typeof next === "string") throw new Error(next);
      return next === null ? null : { token: "t", expiresOnTimestamp: Date.now() + 60_000 * (next ?? 60) };
    },
  };
}

const failuresShown = () => recorded.spans().map(({ attributes }) => attributes["azure.identity.refresh.failures"]);

describe("a refresh that fails while the earlier token works", () => {
  it("is counted on the span and in the metric, warned of twice, and forgotten on success", async () => {
    const metrics = recordMetrics();
    const inner = answers(60, EXPIRED, EXPIRED, EXPIRED, EXPIRED, 60, EXPIRED);
    const { meterProvider } = metrics;
    const credential = new DiagnosticCredential(inner, {
      tracerProvider,
      meterProvider,
      name: "orders-db",
      policy: "off",
    });
    const fails = () => expect(credential.getToken(SCOPE)).rejects.toThrow(EXPIRED);
    await credential.getToken(SCOPE);
    vi.advanceTimersByTime(30 * 60_000);
    await fails();
    await fails();
    const first =
      "azure:diagnostic-credential:refresh:warning orders-db: refreshing the token has failed; the one in use expires in 30 min, and then requests fail. The client secret has expired. (expired_client_secret) Fix: ";
    expect(lines.map((line) => line.slice(0, first.length))).toEqual([first]);
    vi.advanceTimersByTime(25 * 60_000);
    await fails();
    await fails();
    expect(lines.length).toBe(2);
    expect(lines[1]).toContain("refreshing the token has failed 3 times; the one in use expires in 5 min,");
    await credential.getToken(SCOPE);
    await fails();
    expect(lines.length).toBe(3);
    expect(failuresShown()).toEqual([undefined, 1, 2, 3, 4, undefined, 1]);
    expect(await metrics.counter("azure.identity.refresh.failures")).toEqual([
      {
        attributes: { "azure.identity.credential.type": "TokenCredential", "error.type": "expired_client_secret" },
        value: 5,
      },
    ]);
    expect(credential.recent().map(({ refreshFailures }) => refreshFailures)).toEqual([
      undefined,
      1,
      2,
      3,
      4,
      undefined,
      1,
    ]);
    await metrics.shutdown();
  });

  it("is none before the first token, after the token has expired, and for another scope or tenant", async () => {
    const credential = new DiagnosticCredential(answers(EXPIRED, 60, EXPIRED, EXPIRED, EXPIRED), {
      tracerProvider,
      policy: "off",
    });
    const fails = (scope = SCOPE, options = {}) => credential.getToken(scope, options).catch(() => {});
    await fails();
    await credential.getToken(SCOPE);
    await fails("https://storage.azure.com/.default");
    await fails(SCOPE, { tenantId: "contoso.com" });
    vi.advanceTimersByTime(61 * 60_000);
    await fails();
    expect(failuresShown()).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(lines).toEqual([]);
  });

  it("is also a null, and no abort of the caller", async () => {
    const credential = new DiagnosticCredential(answers(60, null), { tracerProvider, policy: "off" });
    await credential.getToken(SCOPE);
    await credential.getToken(SCOPE, { abortSignal: AbortSignal.abort() }).catch(() => {});
    await credential.getToken(SCOPE);
    expect(failuresShown()).toEqual([undefined, undefined, 1]);
  });

  it("is warned of once where the life time is nearly over at the first failure already", async () => {
    const credential = new DiagnosticCredential(answers(60, EXPIRED, EXPIRED), { tracerProvider, policy: "off" });
    await credential.getToken(SCOPE);
    vi.advanceTimersByTime(58 * 60_000);
    await credential.getToken(SCOPE).catch(() => {});
    await credential.getToken(SCOPE).catch(() => {});
    expect(lines.length).toBe(1);
    expect(lines[0]).toContain("expires in 2 min");
  });

  it("counts once for callers who share it", async () => {
    const metrics = recordMetrics();
    const { meterProvider } = metrics;
    const credential = new DiagnosticCredential(answers(60, EXPIRED), { tracerProvider, meterProvider, policy: "off" });
    await credential.getToken(SCOPE);
    await Promise.allSettled([credential.getToken(SCOPE), credential.getToken(SCOPE)]);
    expect(failuresShown()).toEqual([undefined, 1, 1]);
    expect((await metrics.counter("azure.identity.refresh.failures"))?.[0]?.value).toBe(1);
    await metrics.shutdown();
  });
});
