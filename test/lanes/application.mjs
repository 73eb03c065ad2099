// The application of a lane: it registers an SDK as the documentation of that SDK says, with its own copy of the API, and
// says what arrived there. Imported from another project than the package where the two have different versions.
import { context, metrics, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";

// SDK 3 has one package for what were two.
const two = await import("@opentelemetry/sdk-trace-node").catch(() => undefined);
const { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } = await import(
  two ? "@opentelemetry/sdk-trace-base" : "@opentelemetry/sdk-trace"
);

const spans = new InMemorySpanExporter();
const points = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);

export const tracerProvider = two
  ? new two.NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] })
  : new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spans })] });
export const meterProvider = new MeterProvider({
  readers: [new PeriodicExportingMetricReader({ exporter: points, exportIntervalMillis: 3_600_000 })],
});

export function register() {
  if (two) tracerProvider.register();
  else {
    trace.setGlobalTracerProvider(tracerProvider);
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  }
  metrics.setGlobalMeterProvider(meterProvider);
}

/** Runs `work` in a span named `app`. */
export const inApp = (work) =>
  trace.getTracer("application").startActiveSpan("app", async (span) => {
    try {
      return await work();
    } finally {
      span.end();
    }
  });

/** Name of the span that the application's code finds active. */
export const activeName = () => trace.getActiveSpan()?.name;

/** What was exported: `span < its parent`, in the order of the spans' ends, and how often each instrument was written to. */
export async function exported() {
  await meterProvider.forceFlush();
  const finished = spans.getFinishedSpans();
  const nameOf = (id) => finished.find((span) => span.spanContext().spanId === id)?.name ?? id;
  const lines = finished.map(({ name, parentSpanContext }) =>
    parentSpanContext === undefined ? name : `${name} < ${nameOf(parentSpanContext.spanId)}`,
  );
  const written = (points.getMetrics().at(-1)?.scopeMetrics ?? []).flatMap((scope) => scope.metrics);
  return {
    spans: lines,
    metrics: Object.fromEntries(
      written.map(({ descriptor, dataPoints }) => [
        descriptor.name,
        dataPoints.reduce((sum, { value }) => sum + value.count, 0),
      ]),
    ),
  };
}
