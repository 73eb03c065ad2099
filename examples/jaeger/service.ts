/**
 * A small service that needs a secret to list its orders, and shows in Jaeger what its credential did for it:
 *
 *     node examples/jaeger/service.ts
 *
 * With VAULT_URL it uses that vault and the managed identity of the host; without, an emulated Azure on this machine,
 * in which `/orders?fail=secret` and the like make things go wrong.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ManagedIdentityCredential } from "@azure/identity";
import { SecretClient } from "@azure/keyvault-secrets";
import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { DiagnosticCredential, diagnose } from "diagnostic-credential";
import { type Failure, failures, startEmulatedAzure } from "./emulator.ts";
import { startTracing } from "./tracing.ts";

const provider = startTracing("orders");
const azure = process.env.VAULT_URL ? realAzure(process.env.VAULT_URL) : await startEmulatedAzure();

/** This is all that a service writes. */
function realAzure(vaultUrl: string) {
  const credential = new DiagnosticCredential(new ManagedIdentityCredential(), { name: "orders-vault" });
  const client = new SecretClient(vaultUrl, credential);
  return { secretClient: (_: Failure | undefined) => client, close: async () => {} };
}

function getOrders(failure: Failure | undefined): Promise<{ status: number; body: object }> {
  return trace.getTracer("orders").startActiveSpan("GET /orders", { kind: SpanKind.SERVER }, async (span) => {
    const { traceId } = span.spanContext();
    try {
      await azure.secretClient(failure).getSecret("orders-database");
      return { status: 200, body: { orders: ["book", "lamp"], traceId } };
    } catch (error) {
      const { kind, owner, summary, remedies } = diagnose(error);
      span.setAttribute("error.type", kind);
      span.setStatus({ code: SpanStatusCode.ERROR, message: summary });
      // For you to see; a service on the internet keeps this to itself.
      return { status: 503, body: { kind, owner, summary, remedy: remedies[0]?.action, traceId } };
    } finally {
      span.end();
    }
  });
}

async function answer(address: string): Promise<{ status: number; body: object }> {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  if (pathname !== "/orders") return { status: 404, body: { error: "There is only /orders." } };
  const asked = searchParams.get("fail");
  const failure = failures.find((name) => name === asked);
  if (asked !== null && failure === undefined) return { status: 400, body: { error: "No such failure.", failures } };
  return getOrders(failure);
}

const server = createServer(async (request, response) => {
  const { status, body } = await answer(request.url ?? "/");
  response.writeHead(status, { "content-type": "application/json" }).end(`${JSON.stringify(body)}\n`);
});
server.listen(Number(process.env.PORT ?? 8080), "127.0.0.1");
await once(server, "listening");
console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/orders (or ?fail=${failures.join(", ")})`);

const stop = async (): Promise<void> => {
  server.close();
  // Sends what has not been sent yet. That nobody takes it is no reason to fail.
  await provider.shutdown().catch((error: Error) => console.error(`Traces were not sent: ${error.message}`));
  await azure.close();
};
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
