import type { GetTokenOptions } from "@azure/core-auth";
import { type Context, context as contextApi, INVALID_TRACEID, trace } from "@opentelemetry/api";

/**
 * The context a call belongs to: that of `tracingOptions` if it carries a span, else the active one. With no
 * instrumenter registered, core-tracing hands every credential a context of its own in which the application's span is
 * lost (https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/core/core-tracing/src/tracingContext.ts); taking it
 * for the parent would cut the trace in two.
 */
export function parentContext(options: GetTokenOptions | undefined): Context {
  try {
    const given = options?.tracingOptions?.tracingContext as Context | null | undefined;
    const span = given === undefined || given === null ? undefined : trace.getSpan(given);
    if (span !== undefined && span.spanContext().traceId !== INVALID_TRACEID) return given as Context;
  } catch {
    // Not a context at all: a caller's mistake that must not cost the token.
  }
  return contextApi.active();
}
