import { ChainedTokenCredential } from "@azure/identity";
import { AzureLogger, setLogLevel } from "@azure/logger";
import { type Context, context, DiagLogLevel, diag, type Span, type Tracer, trace } from "@opentelemetry/api";
import { afterEach, describe, expect, it } from "vitest";
import { DiagnosticCredential } from "../../src/index.js";
import { rejects, resolves, unavailable } from "../../src/testing/index.js";
import { recordMetrics } from "../support/telemetry.js";

const SCOPE = "https://vault.azure.net/.default";
const explode = (): never => {
  throw new Error("telemetry is broken");
};

/** A span of which one method throws. */
function brokenSpan(method: keyof Span): Span {
  const real = trace.wrapSpanContext({
    traceId: "0af7651916cd43dd8448eb211c80319c",
    spanId: "b7ad6b7169203331",
    traceFlags: 1,
  });
  const handler: ProxyHandler<Span> = {
    get: (target, key) =>
      key === method ? explode : key === "isRecording" ? () => true : Reflect.get(target, key).bind?.(target),
  };
  return new Proxy(real, handler);
}

const tracers: [string, () => Tracer][] = [
  ["getTracer", explode],
  ["startSpan", () => ({ startSpan: explode, startActiveSpan: explode })],
  ["startSpan that gives nothing", () => ({ startSpan: () => undefined as never, startActiveSpan: explode })],
  ...(["setAttribute", "setAttributes", "addEvent", "setStatus", "end", "isRecording", "spanContext"] as const).map(
    (method): [string, () => Tracer] => [
      `span.${method}`,
      () => ({ startSpan: () => brokenSpan(method), startActiveSpan: explode }),
    ],
  ),
];

const reports: unknown[][] = [];
afterEach(() => {
  diag.disable();
  context.disable();
  reports.length = 0;
});
function listenToDiag(log: (...args: unknown[]) => void = (...args) => reports.push(args)): void {
  const quiet = () => {};
  diag.setLogger(
    { error: log, warn: quiet, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true },
  );
}

describe("telemetry that throws changes nothing", () => {
  it.each(tracers)("%s", async (_, getTracer) => {
    listenToDiag();
    const tracerProvider = { getTracer };
    const token = { token: "t", expiresOnTimestamp: 1 };
    const error = new Error("no");
    await expect(
      new DiagnosticCredential({ getToken: async () => token }, { tracerProvider }).getToken(SCOPE),
    ).resolves.toBe(token);
    await expect(new DiagnosticCredential(rejects(error), { tracerProvider }).getToken(SCOPE)).rejects.toBe(error);
    const chain = new ChainedTokenCredential(unavailable("no"), { getToken: async () => token });
    await expect(new DiagnosticCredential(chain, { tracerProvider }).getToken(SCOPE)).resolves.toBe(token);
    const shared = new DiagnosticCredential({ getToken: async () => token }, { tracerProvider });
    await expect(Promise.all([shared.getToken(SCOPE), shared.getToken(SCOPE)])).resolves.toEqual([token, token]);
  });

  it("a tracer's first failure is reported through diag, the others are not", async () => {
    listenToDiag();
    const credential = new DiagnosticCredential(resolves("t"), { tracerProvider: { getTracer: explode } });
    for (let i = 0; i < 3; i++) await credential.getToken(SCOPE);
    expect(reports).toEqual([
      [
        "diagnostic-credential: telemetry failed and is ignored from now on; tokens are not affected",
        new Error("telemetry is broken"),
      ],
    ]);
  });

  it("a diag logger that throws, too", async () => {
    listenToDiag(explode);
    const credential = new DiagnosticCredential(resolves("t"), { tracerProvider: { getTracer: explode } });
    await expect(credential.getToken(SCOPE)).resolves.toMatchObject({ token: "t" });
  });

  it("a logger that throws, of policy, identity and refresh, with a diag logger that does", async () => {
    listenToDiag(explode);
    setLogLevel("warning");
    const { log } = AzureLogger;
    AzureLogger.log = explode;
    try {
      const works = [true, true];
      const member = (index: number) => ({
        async getToken() {
          const error = Object.assign(new Error("no"), { name: "CredentialUnavailableError" });
          if (works[index] !== true) throw error;
          return { token: `${index}`, expiresOnTimestamp: Date.now() + 50_000 };
        },
      });
      const chain = new ChainedTokenCredential(member(0), member(1));
      for (const rules of [{}, { "min-token-lifetime": "warn" }] as const) {
        works[0] = works[1] = true;
        const credential = new DiagnosticCredential(chain, { policy: { preset: "off", rules } });
        await expect(credential.getToken(SCOPE)).resolves.toMatchObject({ token: "0" });
        works[0] = false;
        await expect(credential.getToken(SCOPE)).resolves.toMatchObject({ token: "1" });
        works[1] = false;
        await expect(credential.getToken(SCOPE)).rejects.toMatchObject({ name: "AggregateAuthenticationError" });
        await expect(credential.ready(SCOPE)).rejects.toMatchObject({ name: "CredentialNotReadyError" });
      }
    } finally {
      AzureLogger.log = log;
      setLogLevel(undefined);
    }
  });

  it("a meter provider, a meter and an instrument", async () => {
    const broken = [
      { getMeter: explode },
      { getMeter: () => ({}) },
      { getMeter: () => ({ createHistogram: () => ({ record: explode }) }) },
    ];
    for (const meterProvider of broken) {
      const credential = new DiagnosticCredential(resolves("t"), { meterProvider: meterProvider as never });
      await expect(credential.getToken(SCOPE)).resolves.toMatchObject({ token: "t" });
    }
  });

  it("a broken tracer does not cost the metrics", async () => {
    const metrics = recordMetrics();
    const credential = new DiagnosticCredential(resolves("t"), {
      tracerProvider: { getTracer: () => ({ startSpan: () => brokenSpan("setAttribute"), startActiveSpan: explode }) },
      meterProvider: metrics.meterProvider,
    });
    await credential.getToken(SCOPE);
    expect((await metrics.histogram("azure.identity.token.duration"))?.series[0]?.count).toBe(1);
    await metrics.shutdown();
  });

  it.each([
    ["throws before it calls", explode],
    ["does not call", () => undefined],
    [
      "throws after it has called",
      (_: Context, call: () => unknown) => {
        call();
        explode();
      },
    ],
  ])("a context manager that %s", async (_, behaviour) => {
    context.setGlobalContextManager({
      active: () => ({
        getValue: () => undefined,
        setValue: (() => undefined) as never,
        deleteValue: (() => undefined) as never,
      }),
      with: behaviour as never,
      bind: (_context, target) => target,
      enable: () => undefined as never,
      disable: () => undefined as never,
    });
    const real = trace.wrapSpanContext({
      traceId: "0af7651916cd43dd8448eb211c80319c",
      spanId: "b7ad6b7169203331",
      traceFlags: 1,
    });
    const tracerProvider = { getTracer: () => ({ startSpan: () => real, startActiveSpan: explode }) };
    const inner = resolves("t");
    await expect(new DiagnosticCredential(inner, { tracerProvider }).getToken(SCOPE)).resolves.toMatchObject({
      token: "t",
    });
    expect(inner.calls).toHaveLength(1);
    const error = new Error("no");
    await expect(
      new DiagnosticCredential(
        {
          getToken: () => {
            throw error;
          },
        },
        { tracerProvider },
      ).getToken(SCOPE),
    ).rejects.toBe(error);
  });
});
