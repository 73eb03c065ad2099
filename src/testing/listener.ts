import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { Certificate } from "./certificates.js";
import type { Answer, Call } from "./http.js";

/** A server on loopback. @internal */
export interface Listener {
  /** `http://127.0.0.1:PORT` or `https://localhost:PORT`, without a slash at the end. */
  readonly origin: string;
  /** Ends every connection at once. */
  close(): Promise<void>;
}

/** @internal */
export interface ListenerOptions {
  readonly tls?: Certificate;
  readonly address?: string;
  readonly port?: number;
  readonly keepProcessAlive: boolean;
  handle(call: Call, request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** A crowd of clients may come at once; the system has a bound of its own. */
const backlog = 4096;

/** No client of these endpoints sends more than a few kilobytes. */
const maxBodyBytes = 1 << 20;

/** @internal */
export async function listen(options: ListenerOptions): Promise<Listener> {
  const { tls, address = "127.0.0.1", port = 0, keepProcessAlive } = options;
  const scheme = tls ? "https" : "http";
  const onRequest: RequestListener = (request, response) => {
    readCall(request, scheme)
      .then((call) => options.handle(call, request, response))
      .catch(() => request.socket.destroy());
  };
  const server = tls
    ? createHttpsServer({ cert: tls.certificate, key: tls.privateKey }, onRequest)
    : createHttpServer(onRequest);
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    // A client that resets the connection is none of the process's business.
    socket.on("error", () => {});
    if (!keepProcessAlive) socket.unref();
  });
  if (tls) server.on("tlsClientError", () => {});
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: address, backlog }, () => {
      server.off("error", reject);
      resolve();
    });
  });
  if (!keepProcessAlive) server.unref();
  const { port: actual } = server.address() as AddressInfo;
  const host = address.includes(":") ? `[${address}]` : address;
  return {
    origin: tls ? `https://localhost:${actual}` : `http://${host}:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function readCall(request: IncomingMessage, scheme: string): Promise<Call> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) throw new RangeError("request body too large");
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks).toString("utf8");
  const isForm = (request.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
  return {
    method: request.method ?? "GET",
    url: new URL(request.url ?? "/", `${scheme}://${request.headers.host ?? "localhost"}`),
    headers: request.headers,
    body,
    form: new URLSearchParams(isForm ? body : ""),
  };
}

/** Sends an answer; with `truncate`, half of it, and then nothing ever again. @internal */
export function send(answer: Answer, response: ServerResponse, truncate = false): void {
  const isObject = typeof answer.body === "object";
  const body = Buffer.from(isObject ? JSON.stringify(answer.body) : ((answer.body as string | undefined) ?? ""));
  response.writeHead(answer.status, {
    ...(isObject ? { "content-type": "application/json; charset=utf-8" } : {}),
    "content-length": body.length,
    ...answer.headers,
  });
  if (!truncate) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, body.length >> 1), () => response.socket?.destroy());
}
