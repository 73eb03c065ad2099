import http from "node:http";
import type { AddressInfo } from "node:net";
import type { OtlpTraces } from "./otlp.js";

/** A receiver of OTLP over HTTP, as a collector is one. */
export interface Receiver extends AsyncDisposable {
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  readonly endpoint: string;
  readonly requests: readonly { readonly path: string; readonly contentType: string; readonly body: OtlpTraces }[];
}

export async function startReceiver(): Promise<Receiver> {
  const requests: { path: string; contentType: string; body: OtlpTraces }[] = [];
  const server = http.createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    requests.push({
      path: request.url ?? "",
      contentType: request.headers["content-type"] ?? "",
      body: JSON.parse(text) as OtlpTraces,
    });
    response.setHeader("content-type", "application/json").end('{"partialSuccess":{}}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
