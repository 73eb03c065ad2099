import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Collector,
  end,
  expectNoSecretIn,
  only,
  printed,
  type ReceivedSpan,
  type Running,
  startCollector,
  startExample,
  treeOf,
} from "./support.js";

let collector: Collector;
let service: Running;
let orders: string;
beforeAll(async () => {
  collector = await startCollector();
  service = startExample("jaeger/service.ts", { PORT: "0", OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
  [orders = ""] = await printed(service, /^http:\/\/127\.0\.0\.1:\d+\/orders/);
});
afterAll(async () => {
  if (service !== undefined) await end(service);
  await collector.close();
});

/** Asks the service, and waits for the whole trace of the request. */
async function ask(query: string): Promise<{ status: number; body: Record<string, unknown>; spans: ReceivedSpan[] }> {
  const response = await fetch(orders + query);
  const { traceId, ...body } = (await response.json()) as Record<string, unknown>;
  const spans = await collector.trace(String(traceId), "GET /orders");
  return { status: response.status, body, spans };
}

const healthy = { status: 200, body: { orders: ["book", "lamp"] } };

test("the first request gets a token, the second one needs none", async () => {
  const first = await ask("");
  expect(first).toMatchObject(healthy);
  expect(treeOf(first.spans)).toEqual([
    "GET /orders",
    "  SecretClient.getSecret",
    "    HTTP GET !",
    "    getToken ClientSecretCredential",
    "      ClientSecretCredential.getToken",
    "        HTTP GET",
    "        HTTP POST",
    "    HTTP GET",
  ]);
  expect(only(first.spans, "GET /orders")).toMatchObject({ service: "orders", scope: "orders", kind: 2 });
  const span = only(first.spans, "getToken ClientSecretCredential");
  expect(span.attributes).toMatchObject({
    "azure.identity.credential.name": "orders-vault",
    "azure.identity.token.source": "network",
    "azure.identity.exchange.count": 2,
  });
  expect(span.events.map(({ name }) => name)).toEqual(["azure.identity.exchange", "azure.identity.exchange"]);
  const second = await ask("");
  expect(second).toMatchObject(healthy);
  expect(treeOf(second.spans)).toEqual(["GET /orders", "  SecretClient.getSecret", "    HTTP GET"]);
});

test.each([
  [
    "secret",
    "invalid_client_secret",
    "developer",
    { "azure.identity.failure.stage": "entra", "azure.identity.failure.aadsts_codes": [7000215] },
    ["        HTTP GET", "        HTTP POST !"],
  ],
  ["tls", "tls_failure", "platform", { "azure.identity.failure.stage": "network" }, ["        HTTP GET !"]],
])("?fail=%s", async (failure, kind, owner, attributes, requests) => {
  const { status, body, spans } = await ask(`?fail=${failure}`);
  const span = only(spans, "getToken ClientSecretCredential");
  expect(span.attributes).toMatchObject({
    "error.type": kind,
    "azure.identity.failure.kind": kind,
    "azure.identity.failure.owner": owner,
    "azure.identity.failure.retryable": false,
    "azure.identity.failure.remedy_url": expect.stringMatching(/^https:\/\//),
    ...attributes,
  });
  const summary = span.status.message;
  expect({ status, body }).toEqual({
    status: 503,
    body: { kind, owner, summary, remedy: span.attributes["azure.identity.failure.remedy"] },
  });
  expect(only(spans, "GET /orders")).toMatchObject({
    status: { code: 2, message: summary },
    attributes: { "error.type": kind },
  });
  expect(treeOf(spans)).toEqual([
    "GET /orders !",
    "  SecretClient.getSecret !",
    "    HTTP GET !",
    "    getToken ClientSecretCredential !",
    "      ClientSecretCredential.getToken !",
    ...requests,
  ]);
});

test("?fail=throttled is slow and succeeds, and the trace says why", async () => {
  const { spans, ...answer } = await ask("?fail=throttled");
  expect(answer).toEqual(healthy);
  const span = only(spans, "getToken ClientSecretCredential");
  expect(span.status).toEqual({ code: 0 });
  expect(span.attributes).toMatchObject({ "azure.identity.exchange.count": 3, "azure.identity.exchange.retries": 1 });
  expect(span.attributes).not.toHaveProperty("error.type");
  expect(span.events.map(({ attributes }) => attributes["http.response.status_code"])).toEqual([200, 429, 200]);
});

test("?fail=identity falls back to the next member, and nothing of ours is red", async () => {
  const { spans, ...answer } = await ask("?fail=identity");
  expect(answer).toEqual(healthy);
  expect(
    treeOf(spans.filter(({ scope }) => /^(orders|@azure\/keyvault-secrets|diagnostic-credential)$/.test(scope))),
  ).toEqual([
    "GET /orders",
    "  SecretClient.getSecret",
    "    getToken ChainedTokenCredential",
    "      attempt ManagedIdentityCredential",
    "      attempt ClientSecretCredential",
  ]);
  expect(only(spans, "getToken ChainedTokenCredential").attributes).toMatchObject({
    "azure.identity.credential.chain": ["ManagedIdentityCredential", "ClientSecretCredential"],
    "azure.identity.credential.selected": "ClientSecretCredential",
  });
  const skipped = only(spans, "attempt ManagedIdentityCredential");
  expect(skipped.attributes).toMatchObject({
    "azure.identity.attempt.index": 0,
    "azure.identity.attempt.outcome": "skipped",
    "azure.identity.failure.kind": "managed_identity_not_assigned",
  });
  expect(skipped.attributes).not.toHaveProperty("error.type");
  // The SDK's own spans stand where they belong, below the attempt.
  expect(only(spans, "ManagedIdentityCredential.getToken").parentSpanId).toBe(skipped.spanId);
  expect(only(spans, "attempt ClientSecretCredential").attributes).toMatchObject({
    "azure.identity.attempt.index": 1,
    "azure.identity.attempt.outcome": "succeeded",
    "azure.identity.token.source": "network",
  });
});

test("?fail=role: the credential did its work, the vault says no", async () => {
  const { status, body, spans } = await ask("?fail=role");
  expect(status).toBe(503);
  expect(body).toMatchObject({ kind: "authorization_denied", owner: "identity-admin" });
  expect(only(spans, "getToken ClientSecretCredential").status).toEqual({ code: 0 });
  expect(only(spans, "GET /orders")).toMatchObject({
    status: { code: 2, message: body.summary },
    attributes: { "error.type": "authorization_denied" },
  });
});

test("anything else is refused without a span", async () => {
  const unknown = await fetch(`${orders}?fail=everything`);
  expect([unknown.status, await unknown.json()]).toEqual([
    400,
    { error: "No such failure.", failures: ["secret", "tls", "throttled", "identity", "role"] },
  ]);
  expect((await fetch(new URL("/", orders))).status).toBe(404);
});

// Last: it ends the service.
test("it ends on SIGTERM with nothing left unsent, and never printed or sent a secret", async () => {
  const response = await fetch(orders);
  const { traceId } = (await response.json()) as { traceId: string };
  service.child.kill("SIGTERM");
  expect(await service.exit).toBe(0);
  expect(collector.spans().filter((span) => span.traceId === traceId)).toHaveLength(3);
  expect(service.output).toEqual({
    stdout: `${orders} (or ?fail=secret, tls, throttled, identity, role)\n`,
    stderr: "",
  });
  expect(new Set(collector.requests)).toEqual(new Set(["POST /v1/traces application/json"]));
  expectNoSecretIn(collector.bodies.join(), "not-the-secret");
});
