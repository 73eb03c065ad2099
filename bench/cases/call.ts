// The cost of one call of getToken whose token is there at once: nothing but the wrapper is measured.
// Argument: none, off or on - no SDK registered, an SDK whose sampler says no, an SDK with a batch processor.
import { type Span, SpanStatusCode, trace } from "@opentelemetry/api";
import { AlwaysOffSampler, BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { DiagnosticCredential } from "diagnostic-credential";
import { compare } from "../compare.ts";
import { discarding } from "../discarding.ts";

const mode = process.argv[2];
if (mode !== "none") {
  new NodeTracerProvider({
    ...(mode === "off" && { sampler: new AlwaysOffSampler() }),
    spanProcessors: [new BatchSpanProcessor(discarding)],
  }).register();
}

const SCOPE = "https://vault.azure.net/.default";
const token = { token: "t", expiresOnTimestamp: Date.now() + 3_600_000 };
const bare = { getToken: async () => token };

/** What a careful team writes by hand: one span, four attributes. */
const tracer = trace.getTracer("by-hand", "1.0.0");
const byHand = {
  getToken: (scope: string) =>
    tracer.startActiveSpan("getToken", async (span: Span) => {
      try {
        span.setAttribute("credential.type", "ManagedIdentityCredential");
        span.setAttribute("scope", scope);
        const got = await bare.getToken();
        span.setAttribute("succeeded", true);
        span.setAttribute("expires_in", 3600);
        return got;
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    }),
};
const ours = new DiagnosticCredential(bare);

const rows = await compare({
  "by hand": () => byHand.getToken(SCOPE),
  bare: () => bare.getToken(),
  DiagnosticCredential: () => ours.getToken(SCOPE),
});
process.stdout.write(JSON.stringify(rows));
process.exit(0);
