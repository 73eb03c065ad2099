import type { Attributes } from "@opentelemetry/api";
import {
  AggregationTemporality,
  type DataPoint,
  type Histogram,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { NodeTracerProvider, type Sampler } from "@opentelemetry/sdk-trace-node";

/** A real tracer provider whose spans stay in memory. */
export function recordSpans(options: { sampler?: Sampler } = {}) {
  const exporter = new InMemorySpanExporter();
  const tracerProvider = new NodeTracerProvider({ ...options, spanProcessors: [new SimpleSpanProcessor(exporter)] });
  return {
    tracerProvider,
    exporter,
    spans: () => exporter.getFinishedSpans(),
    /** The one span of that name; throws if there are none or several. */
    span(name: string): ReadableSpan {
      const found = exporter.getFinishedSpans().filter((span) => span.name === name);
      if (found.length !== 1 || found[0] === undefined) {
        const names = exporter.getFinishedSpans().map((span) => span.name);
        throw new Error(`${found.length} spans named ${name} among ${JSON.stringify(names)}`);
      }
      return found[0];
    },
    reset: () => exporter.reset(),
  };
}

export interface Series {
  readonly attributes: Attributes;
  readonly count: number;
  readonly sum: number;
  readonly boundaries: readonly number[];
}

/** A real meter provider whose metrics stay in memory. */
export function recordMetrics() {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
  const meterProvider = new MeterProvider({ readers: [reader] });
  return {
    meterProvider,
    /** The series of a histogram, and its unit. */
    async histogram(name: string): Promise<{ unit: string; series: Series[] } | undefined> {
      await meterProvider.forceFlush();
      const scopes = exporter.getMetrics().at(-1)?.scopeMetrics ?? [];
      const metric = scopes.flatMap(({ metrics }) => metrics).find(({ descriptor }) => descriptor.name === name);
      if (metric === undefined) return undefined;
      const series = (metric.dataPoints as DataPoint<Histogram>[]).map(({ attributes, value }) => ({
        attributes,
        count: value.count,
        sum: value.sum ?? 0,
        boundaries: value.buckets.boundaries,
      }));
      return { unit: metric.descriptor.unit, series };
    },
    /** The series of a counter. */
    async counter(name: string): Promise<{ attributes: Attributes; value: number }[] | undefined> {
      await meterProvider.forceFlush();
      const scopes = exporter.getMetrics().at(-1)?.scopeMetrics ?? [];
      const metric = scopes.flatMap(({ metrics }) => metrics).find(({ descriptor }) => descriptor.name === name);
      return (metric?.dataPoints as DataPoint<number>[] | undefined)?.map(({ attributes, value }) => ({
        attributes,
        value,
      }));
    },
    shutdown: () => meterProvider.shutdown(),
  };
}

/** A span's events as plain objects. */
export const eventsOf = (span: ReadableSpan) => span.events.map(({ name, attributes }) => ({ name, ...attributes }));

export const parentIdOf = (span: ReadableSpan): string | undefined => span.parentSpanContext?.spanId;
