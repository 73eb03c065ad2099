import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { text } from "node:stream/consumers";
import { faults, type IdentityEmulator, startIdentityEmulator } from "diagnostic-credential/testing";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  type Collector,
  end,
  expectNoSecretIn,
  only,
  type Running,
  runExample,
  startAzurite,
  startCollector,
  treeOf,
} from "./support.js";

let emulator: IdentityEmulator;
let azurite: Running & { readonly endpoint: string };
let collector: Collector;
beforeAll(async () => {
  emulator = await startIdentityEmulator();
  azurite = await startAzurite(emulator);
});
afterAll(async () => {
  if (azurite !== undefined) await end(azurite);
  await emulator.close();
});
beforeEach(async () => {
  emulator.reset();
  collector = await startCollector();
});
afterEach(() => collector.close());

const run = (variables: Readonly<Record<string, string>> = {}) =>
  runExample("storage.ts", {
    ...emulator.environment("appService"),
    NODE_EXTRA_CA_CERTS: emulator.caCertificatePath,
    STORAGE_URL: azurite.endpoint,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
    ...variables,
  });

/** The blob as anybody else reads it: without the client, with another token. */
async function storedOrder(): Promise<string> {
  const token = await emulator.issueAccessToken("https://storage.azure.com");
  const headers = { authorization: `Bearer ${token}`, "x-ms-version": "2025-01-05" };
  const blob = `${azurite.endpoint}/orders/order-1.json`;
  const request = get(blob, { headers, ca: emulator.caCertificate, agent: false });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  return text(response);
}

test("application, storage client and credential are one trace, and the blob is really there", async () => {
  expect(await run()).toEqual({
    code: 0,
    stdout: 'Stored and read back: {"id":1,"item":"book"}\n',
    stderr: "",
  });
  expect(collector.requests).toEqual(["POST /v1/traces application/json"]);
  const spans = collector.spans();
  expect(treeOf(spans)).toEqual([
    "store order",
    "  ContainerClient-createIfNotExists",
    "    ContainerClient-create",
    "      HTTP PUT",
    "      getToken ManagedIdentityCredential",
    "        ManagedIdentityCredential.getToken",
    "          HTTP GET",
    "  BlockBlobClient-upload",
    "    HTTP PUT",
    "  BlobClient-downloadToBuffer",
    "    BlobClient-getProperties",
    "      HTTP HEAD",
    "    BlobClient-download",
    "      HTTP GET",
  ]);
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
  expect(new Set(spans.map(({ service }) => service))).toEqual(new Set(["orders"]));
  const { attributes, ...span } = only(spans, "getToken ManagedIdentityCredential");
  expect(span).toMatchObject({ scope: "diagnostic-credential", kind: 1, status: { code: 0 } });
  const { "azure.identity.token.expires_in": expiresIn, ...others } = attributes;
  expect(expiresIn).toBeGreaterThan(3500);
  expect(others).toEqual({
    "azure.identity.credential.type": "ManagedIdentityCredential",
    "azure.identity.credential.name": "orders-storage",
    "azure.resource_provider.namespace": "Microsoft.AAD",
    "az.namespace": "Microsoft.AAD",
    "azure.identity.token.scopes": ["https://storage.azure.com/.default"],
    "azure.identity.token.source": "network",
    "azure.identity.exchange.count": 1,
  });
  // The client keeps the token itself, so four requests to the service needed one acquisition.
  expect(emulator.requests.map(({ host, resource }) => [host, resource])).toEqual([
    ["appService", "https://storage.azure.com"],
  ]);
  expect(azurite.output.stdout.match(/"(PUT|HEAD|GET) \S+ HTTP\/1\.1" \d+/g)).toEqual([
    '"PUT /devstoreaccount1/orders?restype=container HTTP/1.1" 201',
    '"PUT /devstoreaccount1/orders/order-1.json HTTP/1.1" 201',
    '"HEAD /devstoreaccount1/orders/order-1.json HTTP/1.1" 200',
    '"GET /devstoreaccount1/orders/order-1.json HTTP/1.1" 206',
  ]);
  expect(await storedOrder()).toBe('{"id":1,"item":"book"}');
  expectNoSecretIn(collector.bodies.join());
});

test("without an identity the trace says so, and the program too", async () => {
  emulator.fault({ host: "appService" }, faults.repeat(faults.appService.notLoaded()));
  const { code, stdout, stderr } = await run();
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  const spans = collector.spans();
  const failed = only(spans, "getToken ManagedIdentityCredential");
  expect(failed.status.code).toBe(2);
  expect(failed.attributes).toMatchObject({
    "error.type": "managed_identity_not_assigned",
    "azure.identity.failure.kind": "managed_identity_not_assigned",
    "azure.identity.failure.owner": "developer",
  });
  const remedy = failed.attributes["azure.identity.failure.remedy"];
  const { status } = only(spans, "store order");
  expect(status).toEqual({ code: 2, message: failed.status.message });
  expect(stderr).toBe(`${status.message} (managed_identity_not_assigned, for the developer) ${remedy}\n`);
  expect(treeOf(spans)).toEqual([
    "store order !",
    "  ContainerClient-createIfNotExists !",
    "    ContainerClient-create !",
    "      HTTP PUT !",
    "      getToken ManagedIdentityCredential !",
    "        ManagedIdentityCredential.getToken !",
    "          HTTP GET !",
  ]);
  expectNoSecretIn(collector.bodies.join() + stderr);
});

test("without a collector it does its work all the same", async () => {
  const nobody = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9", OTEL_EXPORTER_OTLP_TIMEOUT: "500" };
  expect(await run(nobody)).toEqual({
    code: 0,
    stdout: 'Stored and read back: {"id":1,"item":"book"}\n',
    stderr: expect.stringMatching(/^Traces were not sent: .+\n$/),
  });
});
