import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { OtlpTraces } from "../../examples/demo/render/trace.ts";

const main = fileURLToPath(new URL("../../examples/demo/main.ts", import.meta.url));

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the demo as a user does, its output in a pipe. */
export async function runDemo(cwd: string, variables: Record<string, string>): Promise<Run> {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [main], {
    cwd,
    env: { PATH, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: code as number, stdout, stderr };
}

/** Something that takes traces, and keeps them. */
export async function startReceiver() {
  const received: { readonly request: string; readonly traces: OtlpTraces }[] = [];
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const traces = JSON.parse(await text(request)) as OtlpTraces;
    received.push({ request: `${method} ${url} ${headers["content-type"]}`, traces });
    response.setHeader("content-type", "application/json").end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** The ids of the traces in an export, in order, each once. */
export function traceIdsOf({ resourceSpans }: OtlpTraces): string[] {
  const spans = resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  return [...new Set(spans.map(({ traceId }) => traceId))];
}

/** The export of each trace on its own. */
export function splitTraces({ resourceSpans }: OtlpTraces): OtlpTraces[] {
  return resourceSpans.map((one) => ({ resourceSpans: [one] }));
}
