/**
 * Uploads a blob and downloads it again; the application, Azure's client and the credential end up in one trace:
 *
 *     STORAGE_URL=https://<account>.blob.core.windows.net node examples/storage.ts
 *
 * Node.js 22.18 or later runs TypeScript as it is; in this repository, `npm run build` first.
 *
 * The managed identity of the host needs the role "Storage Blob Data Contributor". Traces go to OTEL_EXPORTER_OTLP_ENDPOINT,
 * by default http://localhost:4318, where Jaeger listens.
 */
import { createRequire } from "node:module";
import { ManagedIdentityCredential } from "@azure/identity";
import { createAzureSdkInstrumentation } from "@azure/opentelemetry-instrumentation-azure-sdk";
import { BlobServiceClient } from "@azure/storage-blob";
import { SpanStatusCode, trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { DiagnosticCredential, diagnose } from "diagnostic-credential";

const provider = new NodeTracerProvider({
  resource: resourceFromAttributes({ "service.name": "orders" }),
  spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
});
provider.register();

// Spans of Azure's own clients. The instrumentation waits for a `require` of @azure/core-tracing, which never happens in
// an application of ES modules, so here it is. Without these two lines the credential's spans stand below the application's.
createAzureSdkInstrumentation();
createRequire(import.meta.url)("@azure/core-tracing");

const url = process.env.STORAGE_URL ?? "https://my-account.blob.core.windows.net";
const credential = new DiagnosticCredential(new ManagedIdentityCredential(), { name: "orders-storage" });
const container = new BlobServiceClient(url, credential).getContainerClient("orders");

await trace.getTracer("orders").startActiveSpan("store order", async (span) => {
  try {
    await container.createIfNotExists();
    const blob = container.getBlockBlobClient("order-1.json");
    const order = JSON.stringify({ id: 1, item: "book" });
    await blob.upload(order, Buffer.byteLength(order));
    const stored = await blob.downloadToBuffer();
    console.log(`Stored and read back: ${stored}`);
  } catch (error) {
    const { kind, owner, summary, remedies } = diagnose(error);
    console.error(`${summary} (${kind}, for the ${owner}) ${remedies[0]?.action}`);
    span.setStatus({ code: SpanStatusCode.ERROR, message: summary });
    process.exitCode = 1;
  } finally {
    span.end();
  }
});

// Sends what has not been sent yet. That nobody takes it is no reason to fail.
await provider.shutdown().catch((error: Error) => console.error(`Traces were not sent: ${error.message}`));
