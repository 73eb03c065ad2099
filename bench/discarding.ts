import type { SpanExporter } from "@opentelemetry/sdk-trace-base";

/** Takes spans and drops them, so that what is measured is the making of them. */
export const discarding: SpanExporter = {
  export: (_spans, done) => done({ code: 0 }),
  shutdown: async () => {},
};
