import { subscribe } from "node:diagnostics_channel";
import { currentRecorder } from "./current.js";
import { HttpExchange, isTelemetry } from "./exchange.js";

/** The fields read here of undici's request: https://undici.nodejs.org/#/docs/api/DiagnosticsChannel */
interface UndiciRequest {
  readonly origin: string | URL;
  readonly method: string;
  readonly path: string;
}

const open = new WeakMap<object, HttpExchange>();

function onCreate(message: unknown): void {
  const recorder = currentRecorder();
  if (recorder === undefined || recorder.closed) return;
  try {
    const { request } = message as { request: UndiciRequest };
    if (isTelemetry(request.method, request.path)) return;
    const origin = new URL(request.origin);
    const exchange = new HttpExchange({
      method: request.method,
      scheme: origin.protocol,
      host: origin.hostname.replace(/^\[|\]$/g, ""),
      port: origin.port === "" ? undefined : Number(origin.port),
      path: request.path,
    });
    open.set(request, exchange);
    recorder.addExchange(exchange);
  } catch {
    // A subscriber that throws would end the process; an exchange less is the smaller harm.
  }
}

function onHeaders(message: unknown): void {
  try {
    const { request, response } = message as { request: object; response: { statusCode: number; headers: unknown[] } };
    open.get(request)?.answered(response.statusCode, (name) => {
      // Names and values alternate, as buffers.
      for (let i = 0; i + 1 < response.headers.length; i += 2) {
        if (String(response.headers[i]).toLowerCase() === name) return String(response.headers[i + 1]);
      }
      return undefined;
    });
  } catch {
    // As above.
  }
}

function onTrailers(message: unknown): void {
  open.get((message as { request: object }).request)?.ended();
}

function onError(message: unknown): void {
  try {
    const { request, error } = message as { request: object; error: unknown };
    open.get(request)?.failed(error);
  } catch {
    // As above.
  }
}

/** Listens to requests made through undici, Node.js's global `fetch` included. */
export function subscribeToUndici(): void {
  subscribe("undici:request:create", onCreate);
  subscribe("undici:request:headers", onHeaders);
  subscribe("undici:request:trailers", onTrailers);
  subscribe("undici:request:error", onError);
}
