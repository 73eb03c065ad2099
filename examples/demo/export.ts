import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { OtlpTraces } from "./render/trace.ts";

/** Something that takes OTLP over HTTP. */
export interface Receiver {
  /** `http://localhost:4318/v1/traces`. */
  readonly url: string;
  /** Whether it was asked for, and not just found. */
  readonly configured: boolean;
}

const JAEGER = "http://localhost:4318/v1/traces";

/** The receiver that the usual variables name, else a Jaeger on this machine, else none. */
export async function findReceiver(env: NodeJS.ProcessEnv): Promise<Receiver | undefined> {
  const { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces, OTEL_EXPORTER_OTLP_ENDPOINT: base } = env;
  if (traces) return { url: traces, configured: true };
  if (base) return { url: `${base.replace(/\/+$/, "")}/v1/traces`, configured: true };
  try {
    await send(JAEGER, { resourceSpans: [] }, 500);
    return { url: JAEGER, configured: false };
  } catch {
    return undefined;
  }
}

/** Sends traces as an OTLP exporter does. */
export async function send(url: string, traces: OtlpTraces, timeoutMs = 5000): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(traces),
    signal: AbortSignal.timeout(timeoutMs),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`it answered ${response.status}`);
}

/** Writes traces to one file, which opens in Jaeger and in whatever else reads OTLP JSON. */
export async function writeTraces(file: string, traces: readonly OtlpTraces[]): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const all: OtlpTraces = { resourceSpans: traces.flatMap(({ resourceSpans }) => resourceSpans) };
  await writeFile(file, `${JSON.stringify(all, null, 1)}\n`);
}

/** Where Jaeger shows a trace. */
export function linkTo(traceId: string, env: NodeJS.ProcessEnv): string {
  return `${jaegerUi(env)}/trace/${traceId}`;
}

/** Where Jaeger lists the traces of the service. */
export function searchLink(env: NodeJS.ProcessEnv): string {
  return `${jaegerUi(env)}/search?service=orders-api`;
}

function jaegerUi({ JAEGER_UI_URL }: NodeJS.ProcessEnv): string {
  return (JAEGER_UI_URL || "http://localhost:16686").replace(/\/+$/, "");
}

/** Why a request failed, in a few words: fetch itself only says that it did. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
  return code ?? error.message;
}
