/**
 * Plays one scenario as the service `orders-api`. A thread of its own, since MSAL keeps the source of managed identity
 * and the token cache in statics, and each scenario has environment variables of its own.
 */
import { parentPort, workerData } from "node:worker_threads";
import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import { JsonTraceSerializer } from "@opentelemetry/otlp-transformer";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-node";
import { diagnose } from "diagnostic-credential";
import type { Places, Scenario } from "./scenario.ts";

/** What a scenario is told to do. */
export interface Job {
  readonly id: string;
  readonly places: Places;
}

/** What the SDK threw. */
export interface Thrown {
  readonly name: string;
  /** First line of the message. */
  readonly message: string;
  /** How many lines there are after it. */
  readonly moreLines: number;
}

/** What comes back from it. */
export interface Report {
  /** The trace, as an OTLP exporter would send it. */
  readonly otlp: string;
  readonly error?: Thrown;
  /** The command of the first remedy. */
  readonly command?: string;
}

const { id, places } = workerData as Job;
const { scenario } = (await import(`./scenarios/${id}.ts`)) as { scenario: Scenario };

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({
  resource: resourceFromAttributes({ "service.name": "orders-api", "deployment.environment.name": "demo" }),
  spanProcessors: [new SimpleSpanProcessor(exporter)],
});
provider.register();

const attributes = { "http.request.method": "GET", "url.path": "/orders", "demo.scenario": scenario.label };
const thrown = await provider
  .getTracer("orders-api")
  .startActiveSpan("GET /orders", { kind: SpanKind.SERVER, attributes }, async (span) => {
    try {
      await scenario.run(places);
      span.setAttribute("http.response.status_code", 200);
      return undefined;
    } catch (error) {
      span.setAttributes({ "http.response.status_code": 503, "error.type": "503" });
      span.setStatus({ code: SpanStatusCode.ERROR });
      return { error };
    } finally {
      span.end();
    }
  });
await provider.forceFlush();

const otlp = new TextDecoder().decode(JsonTraceSerializer.serializeRequest(exporter.getFinishedSpans()));
parentPort?.postMessage({ otlp, ...(thrown && described(thrown.error)) } satisfies Report);

function described(error: unknown): Omit<Report, "otlp"> {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const [firstLine = "", ...more] = message.trim().split("\n");
  const command = diagnose(error).remedies[0]?.command;
  return { error: { name, message: firstLine, moreLines: more.length }, ...(command !== undefined && { command }) };
}
