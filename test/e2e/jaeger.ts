import type { OtlpTraces } from "./otlp.js";

/**
 * Reads a whole trace from Jaeger's stable API, waiting until it is there. Only `/api/v3`: later releases have dropped
 * most of the older routes.
 */
export async function traceFromJaeger(endpoint: string, traceId: string, timeoutMs = 20_000): Promise<OtlpTraces> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const response = await fetch(`${endpoint}/api/v3/traces/${traceId}`);
    if (response.ok) return ((await response.json()) as { result: OtlpTraces }).result;
    if (Date.now() > deadline) throw new Error(`Jaeger has no trace ${traceId}: ${response.status}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
