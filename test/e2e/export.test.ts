import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AzureCliCredential,
  ChainedTokenCredential,
  ClientSecretCredential,
  EnvironmentCredential,
} from "@azure/identity";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DiagnosticCredential, VERSION } from "../../src/index.js";
import {
  type IdentityEmulator,
  identityVariables,
  installFakeAzureCli,
  startIdentityEmulator,
} from "../../src/testing/index.js";
import { traceFromJaeger } from "./jaeger.js";
import { attributesOf, type OtlpSpan, type OtlpTraces, spansOf } from "./otlp.js";
import { startReceiver } from "./receiver.js";

const SCOPE = "https://vault.azure.net/.default";
const INTERNAL = 1;
const ERROR = 2;

let emulator: IdentityEmulator;
let tools = "";
const path = process.env.PATH;
beforeAll(async () => {
  for (const name of identityVariables) delete process.env[name];
  emulator = await startIdentityEmulator();
  tools = await mkdtemp(join(tmpdir(), "diagnostic-credential-"));
  installFakeAzureCli(tools, { type: "notSignedIn" });
  process.env.PATH = `${tools}:/usr/bin:/bin`;
});
afterAll(async () => {
  process.env.PATH = path;
  await emulator.close();
  await rm(tools, { recursive: true, force: true });
});

/** Sends the trace of a chain that fails, under an application's span, through the real exporter. */
async function exportTrace(url: string): Promise<{ traceId: string; from: number; to: number }> {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": "orders-api" }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
  const chain = new ChainedTokenCredential(
    new EnvironmentCredential(),
    new ClientSecretCredential(emulator.tenantId, emulator.clientId, "canary-s3cret", emulator.credentialOptions()),
    new AzureCliCredential(),
  );
  const credential = new DiagnosticCredential(chain, { name: "orders-db", tracerProvider: provider });
  const { trace, ROOT_CONTEXT } = await import("@opentelemetry/api");
  const app = provider.getTracer("app").startSpan("GET /orders", {}, ROOT_CONTEXT);
  const from = Date.now();
  await credential
    .getToken(SCOPE, { tracingOptions: { tracingContext: trace.setSpan(ROOT_CONTEXT, app) } })
    .catch(() => {});
  const to = Date.now();
  app.end();
  await provider.forceFlush();
  await provider.shutdown();
  return { traceId: app.spanContext().traceId, from, to };
}

/** What a trace must say, wherever it was read from. */
function checkTrace(traces: OtlpTraces, { traceId, from, to }: { traceId: string; from: number; to: number }): void {
  const spans = spansOf(traces);
  const named = (name: string): OtlpSpan => {
    const found = spans.find((span) => span.name === name);
    if (found === undefined) throw new Error(`no span ${name} among ${spans.map((span) => span.name).join(", ")}`);
    return found;
  };
  expect(spans.map(({ name }) => name).sort()).toEqual([
    "GET /orders",
    "attempt AzureCliCredential",
    "attempt ClientSecretCredential",
    "attempt EnvironmentCredential",
    "getToken ChainedTokenCredential",
  ]);
  const app = named("GET /orders");
  const call = named("getToken ChainedTokenCredential");
  const refused = named("attempt ClientSecretCredential");
  expect(spans.map((span) => span.traceId)).toEqual(Array(5).fill(traceId));
  expect(call.parentSpanId).toBe(app.spanId);
  for (const type of ["EnvironmentCredential", "ClientSecretCredential", "AzureCliCredential"]) {
    const attempt = named(`attempt ${type}`);
    expect(attempt.parentSpanId).toBe(call.spanId);
    expect(attempt.kind).toBe(INTERNAL);
    expect(BigInt(attempt.startTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(call.startTimeUnixNano));
    expect(BigInt(attempt.endTimeUnixNano)).toBeLessThanOrEqual(BigInt(call.endTimeUnixNano));
  }
  const ms = (nanos: string) => Number(BigInt(nanos) / 1_000_000n);
  expect(ms(call.startTimeUnixNano)).toBeGreaterThanOrEqual(from - 2);
  expect(ms(call.endTimeUnixNano)).toBeLessThanOrEqual(to + 2);

  expect(call.kind).toBe(INTERNAL);
  expect(call.status?.code).toBe(ERROR);
  expect(call.status?.message).toBe("Entra ID refused the client secret.");
  expect(attributesOf(call)).toMatchObject({
    "azure.resource_provider.namespace": "Microsoft.AAD",
    "az.namespace": "Microsoft.AAD",
    "azure.identity.credential.type": "ChainedTokenCredential",
    "azure.identity.credential.name": "orders-db",
    "azure.identity.credential.chain": ["EnvironmentCredential", "ClientSecretCredential", "AzureCliCredential"],
    "azure.identity.token.scopes": [SCOPE],
    "error.type": "invalid_client_secret",
    "azure.identity.failure.kind": "invalid_client_secret",
    "azure.identity.failure.stage": "entra",
    "azure.identity.failure.owner": "developer",
    "azure.identity.failure.retryable": false,
    "azure.identity.failure.aadsts_codes": [7000215],
    "azure.identity.exchange.count": 2,
  });
  expect(attributesOf(refused)).toMatchObject({
    "azure.identity.attempt.index": 1,
    "azure.identity.attempt.outcome": "failed",
  });
  expect(refused.events?.map((event) => event.name)).toEqual(["azure.identity.exchange", "azure.identity.exchange"]);
  for (const { timeUnixNano } of refused.events ?? []) {
    expect(BigInt(timeUnixNano)).toBeGreaterThanOrEqual(BigInt(refused.startTimeUnixNano));
    expect(BigInt(timeUnixNano)).toBeLessThanOrEqual(BigInt(refused.endTimeUnixNano));
  }
  const post = refused.events?.[1];
  expect(post && attributesOf(post)).toMatchObject({
    "http.request.method": "POST",
    "server.address": "localhost",
    "http.response.status_code": 401,
    "error.type": "401",
  });
  const all = JSON.stringify(traces);
  for (const secret of ["canary-s3cret", emulator.tenantId, emulator.clientId]) expect(all).not.toContain(secret);
}

describe("a trace, sent by the real OTLP exporter", () => {
  it("arrives as the contract says", async () => {
    await using receiver = await startReceiver();
    const sent = await exportTrace(`${receiver.endpoint}/v1/traces`);
    expect(receiver.requests.map(({ path, contentType }) => [path, contentType])).toEqual([
      ["/v1/traces", "application/json"],
    ]);
    const traces = receiver.requests[0]?.body ?? {};
    checkTrace(traces, sent);
    const [resource] = traces.resourceSpans ?? [];
    expect(attributesOf(resource?.resource ?? {})).toMatchObject({ "service.name": "orders-api" });
    const ours = resource?.scopeSpans?.find(({ scope }) => scope?.name === "diagnostic-credential");
    expect(ours?.scope?.version).toBe(VERSION);
    expect(ours?.schemaUrl).toBe("https://opentelemetry.io/schemas/1.37.0");
  });

  const jaeger = process.env.JAEGER_ENDPOINT;
  it.skipIf(jaeger === undefined)(
    "arrives in Jaeger (needs JAEGER_ENDPOINT, e.g. http://localhost:16686)",
    async () => {
      const otlp = process.env.OTEL_EXPORTER_OTLP_ENDPOINT ?? "http://localhost:4318";
      const sent = await exportTrace(`${otlp}/v1/traces`);
      checkTrace(await traceFromJaeger(jaeger ?? "", sent.traceId), sent);
    },
  );
});
