// What the tests use of SDK 2, made of SDK 3.
import { SimpleSpanProcessor as Processor } from "@opentelemetry/sdk-trace";

export { InMemorySpanExporter, SamplingDecision, TracerProvider as NodeTracerProvider } from "@opentelemetry/sdk-trace";

export class SimpleSpanProcessor extends Processor {
  constructor(exporter) {
    super({ exporter });
  }
}
