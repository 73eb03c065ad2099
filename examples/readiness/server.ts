/**
 * A service that listens at once, tells Kubernetes that it has started when its credential has a token, and ends with a
 * reason when there will be none:
 *
 *     node examples/readiness/server.ts
 *
 * Node.js 22.18 or later runs TypeScript as it is; in this repository, `npm run build` first. Settings: PORT (8080), HOST
 * (all addresses), DEBUG_PORT (8081, on loopback only), READY_TIMEOUT_MS (120000).
 */
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createProductionCredential, type ProductionCredential } from "diagnostic-credential/production";
import { lastWords } from "./lastWords.ts";
import { type Answer, debugAnswer, publicAnswer, SCOPE, type Service } from "./routes.ts";

const DRAIN_MS = 10_000;
const { PORT, HOST, DEBUG_PORT, READY_TIMEOUT_MS, DISABLE_INSTANCE_DISCOVERY } = process.env;

const servers: Server[] = [];
const termination = new AbortController();
process.once("SIGTERM", () => termination.abort(new Error("SIGTERM")));
process.once("SIGINT", () => termination.abort(new Error("SIGINT")));

async function listen(port: number, host: string | undefined, answerTo: (path: string) => Answer | Promise<Answer>) {
  const server = createServer(async (request, response) => {
    const { status, headers, body } = await answerTo((request.url ?? "/").split("?", 1)[0] ?? "/");
    // Or the connection would stay open for the next request while the service ends.
    if (termination.signal.aborted) response.setHeader("connection", "close");
    response.writeHead(status, headers).end(body);
  });
  servers.push(server);
  server.listen(port, host);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** Workload identity and nothing else: a pod that the webhook has passed over must not sign in as its node. */
function identity(): ProductionCredential {
  return createProductionCredential({
    name: "orders-vault",
    use: "workloadIdentity",
    // For an authority that is not Microsoft's, e.g. an emulator: MSAL would ask Microsoft's about it first.
    tokenCredentialOptions: { disableInstanceDiscovery: DISABLE_INSTANCE_DISCOVERY === "true" },
  });
}

async function run(service: Service): Promise<void> {
  const port = await listen(Number(PORT ?? 8080), HOST, (path) => publicAnswer(path, service));
  const debugPort = await listen(Number(DEBUG_PORT ?? 8081), "127.0.0.1", (path) => debugAnswer(path, service));
  console.log(`Listening on port ${port}, and for you on http://127.0.0.1:${debugPort}/debug/credential`);
  const { signal } = termination;
  await service.credential.ready(SCOPE, { timeoutMs: Number(READY_TIMEOUT_MS ?? 120_000), abortSignal: signal });
  service.ready = true;
  console.log("Ready.");
  if (!signal.aborted) await once(signal, "abort");
}

/** Takes no new connections, lets the requests that are under way end, and then ends. */
async function end(code: number): Promise<never> {
  setTimeout(() => servers.forEach((server) => void server.closeAllConnections()), DRAIN_MS).unref();
  await Promise.all(
    servers.map((server) => {
      server.close();
      return once(server, "close");
    }),
  );
  // Nothing less will do: not every credential of @azure/identity cancels its request when it is told to, and one that
  // is never answered would keep the process alive until the kubelet kills it.
  process.exit(code);
}

let code = 0;
try {
  await run({ credential: identity(), ready: false, termination: termination.signal });
} catch (error) {
  // Whoever is told to stop while he waits has not failed.
  if (!termination.signal.aborted) {
    console.error(lastWords(error));
    code = 1;
  }
}
await end(code);
