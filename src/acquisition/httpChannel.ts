import { subscribe } from "node:diagnostics_channel";
import type { ClientRequest, IncomingMessage } from "node:http";
import { currentRecorder } from "./current.js";
import { HttpExchange, isTelemetry } from "./exchange.js";

const open = new WeakMap<object, HttpExchange>();

/** ClientRequest keeps no port; the Host header that Node.js writes names it unless it is the scheme's default. */
function portOf(request: ClientRequest): number | undefined {
  const header = request.getHeader("host");
  if (typeof header !== "string") return undefined;
  const match = /:(\d{1,5})$/.exec(header);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

function onCreated(message: unknown): void {
  const recorder = currentRecorder();
  if (recorder === undefined || recorder.closed) return;
  try {
    const { request } = message as { request: ClientRequest };
    if (isTelemetry(request.method, request.path)) return;
    const exchange = new HttpExchange({
      method: request.method,
      scheme: request.protocol,
      host: request.host.replace(/^\[|\]$/g, ""),
      port: portOf(request),
      path: request.path,
    });
    open.set(request, exchange);
    recorder.addExchange(exchange);
  } catch {
    // A subscriber that throws would end the process; an exchange less is the smaller harm.
  }
}

function onFinish(message: unknown): void {
  try {
    const { request, response } = message as { request: object; response: IncomingMessage };
    const exchange = open.get(request);
    if (exchange === undefined) return;
    exchange.answered(response.statusCode ?? 0, (name) => {
      const value = response.headers[name];
      return Array.isArray(value) ? value[0] : value;
    });
    response.once("end", () => exchange.ended());
    response.once("close", () => {
      if (!response.complete) exchange.failed(response.errored ?? { code: "ECONNRESET" });
    });
  } catch {
    // As above.
  }
}

function onError(message: unknown): void {
  try {
    const { request, error } = message as { request: object; error: unknown };
    open.get(request)?.failed(error);
  } catch {
    // As above.
  }
}

/** Listens to requests made through node:http and node:https. */
export function subscribeToHttp(): void {
  // Created and not started: a request to an address without a route fails before it counts as started.
  subscribe("http.client.request.created", onCreated);
  subscribe("http.client.response.finish", onFinish);
  subscribe("http.client.request.error", onError);
}
