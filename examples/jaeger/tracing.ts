import { createRequire } from "node:module";
import { createAzureSdkInstrumentation } from "@azure/opentelemetry-instrumentation-azure-sdk";
import { DiagConsoleLogger, DiagLogLevel, diag } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";

/** Sends the spans of this process to OTEL_EXPORTER_OTLP_ENDPOINT, by default http://localhost:4318. */
export function startTracing(serviceName: string): NodeTracerProvider {
  // Says so when the spans do not arrive, e.g. because Jaeger is not running.
  diag.setLogger(new DiagConsoleLogger(), DiagLogLevel.ERROR);

  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": serviceName }),
    // Half a second instead of five: whoever tries this out looks at Jaeger at once.
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter(), { scheduledDelayMillis: 500 })],
  });
  provider.register();

  // The spans of Azure's clients. Their instrumentation waits for a `require` of core-tracing, which an application of
  // ES modules never does by itself.
  createAzureSdkInstrumentation();
  createRequire(import.meta.url)("@azure/core-tracing");
  return provider;
}
