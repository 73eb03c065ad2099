import { exec, execFile } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AccessToken, TokenCredential } from "@azure/core-auth";
import { ChainedTokenCredential } from "@azure/identity";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { Agent, request as undiciRequest } from "undici";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AcquisitionRecord, DiagnosticCredential } from "../../src/index.js";
import { eventsOf, recordSpans } from "../support/telemetry.js";

const recorded = recordSpans();
const { tracerProvider, span } = recorded;
const records: AcquisitionRecord[] = [];
const onRecord = (message: unknown) => records.push(message as AcquisitionRecord);
const token: AccessToken = { token: "t", expiresOnTimestamp: Date.now() + 3_600_000 };
const REQUEST_ID = "2ecb2d5b-56a1-4bd4-9b13-c8ad02a80c00";

let base = "";
let port = 0;
const server = http.createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://x").pathname;
  if (path === "/silent") return;
  if (path === "/reset") return void request.socket.destroy();
  if (path === "/cut") {
    response.writeHead(200, { "content-length": "100" });
    response.write("half");
    return void setTimeout(() => request.socket.destroy(), 5);
  }
  if (path === "/slow") return void setTimeout(() => response.end("ok"), 80);
  if (path === "/body") {
    response.write("o");
    return void setTimeout(() => response.end("k"), 80);
  }
  if (path === "/endless") return void response.write("half");
  if (path === "/throttled")
    response.writeHead(429, {
      "retry-after": "7",
      "x-ms-request-id": REQUEST_ID,
      "content-type": "Application/JSON; charset=utf-8",
    });
  if (path === "/past") response.writeHead(200, { date: new Date(Date.now() - 3_600_000).toUTCString() });
  response.end("{}");
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
  base = `http://127.0.0.1:${port}`;
  subscribe("diagnostic-credential.acquisition", onRecord);
});
afterAll(() => {
  unsubscribe("diagnostic-credential.acquisition", onRecord);
  server.closeAllConnections();
  server.close();
});
beforeEach(() => recorded.reset());
afterEach(() => void records.splice(0));

function get(url: string, options: http.RequestOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, options, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => resolve(body));
      response.on("error", reject);
    });
    request.on("error", reject);
  });
}

/** A credential whose way to a token is `work`. */
const doing = (work: () => Promise<unknown>): TokenCredential => ({
  getToken: async () => {
    await work();
    return token;
  },
});

async function acquire(work: () => Promise<unknown>): Promise<AcquisitionRecord> {
  await new DiagnosticCredential(doing(work), { tracerProvider }).getToken("s").catch(() => {});
  const record = records.at(-1);
  if (record === undefined) throw new Error("nothing was published");
  return record;
}

const unusedPort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port: free } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return free;
};

describe("node:http", () => {
  it("gives method, target, status, facts of the answer and time, and no query string or header", async () => {
    const before = Date.now();
    const record = await acquire(() =>
      get(`${base}/throttled?client_secret=canary`, { headers: { authorization: "Bearer canary" } }),
    );
    expect(record.exchanges).toEqual([
      {
        method: "GET",
        scheme: "http",
        host: "127.0.0.1",
        port,
        path: "/throttled",
        status: 429,
        startTime: expect.any(Number),
        durationMs: expect.any(Number),
        requestId: REQUEST_ID,
        retryAfterSeconds: 7,
        clockSkewSeconds: expect.any(Number),
        contentType: "application/json",
      },
    ]);
    expect(record.exchanges[0]?.startTime).toBeGreaterThanOrEqual(before - 2);
    expect(Math.abs(record.exchanges[0]?.clockSkewSeconds ?? 99)).toBeLessThanOrEqual(1);
    const call = span("getToken TokenCredential");
    expect(eventsOf(call)).toEqual([
      {
        name: "azure.identity.exchange",
        "http.request.method": "GET",
        "server.address": "127.0.0.1",
        "server.port": port,
        "url.path": "/throttled",
        "http.response.status_code": 429,
        "error.type": "429",
        "azure.service.request.id": REQUEST_ID,
        "azure.identity.exchange.duration": expect.any(Number),
      },
    ]);
    expect(call.attributes["azure.identity.exchange.count"]).toBe(1);
    expect(call.attributes["azure.identity.token.source"]).toBe("network");
    expect(JSON.stringify([record, call.attributes, call.events])).not.toContain("canary");
  });

  it("measures to the end of the answer", async () => {
    for (const path of ["/slow", "/body"]) {
      const { exchanges, durationMs } = await acquire(() => get(base + path));
      expect(exchanges[0]?.durationMs).toBeGreaterThanOrEqual(79);
      expect(exchanges[0]?.durationMs).toBeLessThanOrEqual(durationMs);
      const event = recorded.spans().at(-1)?.events[0]?.attributes?.["azure.identity.exchange.duration"];
      expect(event).toBeCloseTo((exchanges[0]?.durationMs ?? 0) / 1000, 2);
    }
  });

  it("tells refused, unresolvable, reset, cut off and given up apart", async () => {
    const free = await unusedPort();
    const codes: (string | undefined)[] = [];
    for (const work of [
      () => get(`http://127.0.0.1:${free}/`),
      // An empty label is refused by the resolver itself, so no query leaves the machine.
      () => get("http://login..invalid/"),
      () => get(`${base}/reset`),
      () => get(`${base}/cut`),
      () => get(`${base}/silent`, { signal: AbortSignal.timeout(30) }),
    ]) {
      codes.push((await acquire(work)).exchanges[0]?.errorCode);
    }
    expect(codes).toEqual(["ECONNREFUSED", "ENOTFOUND", "ECONNRESET", "ECONNRESET", "ABORT_ERR"]);
  });

  it("marks an exchange that was still going on", async () => {
    const record = await acquire(async () => {
      get(`${base}/silent`).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error("gave up");
    });
    expect(record.exchanges[0]).toMatchObject({ path: "/silent", pending: true });
    expect(record.exchanges[0]?.durationMs).toBeGreaterThanOrEqual(19);
    expect(record.exchanges[0]).not.toHaveProperty("status");
  });

  it("is still going on while the answer's body does not end", async () => {
    const { exchanges } = await acquire(async () => {
      await new Promise<void>((resolve) => {
        const request = http.get(`${base}/endless`, (answer) => {
          answer.on("error", () => {}).resume();
          resolve();
        });
        request.on("error", () => {});
      });
      await new Promise((resolve) => setTimeout(resolve, 100));
      throw new Error("gave up");
    });
    expect(exchanges[0]).toMatchObject({ status: 200, pending: true });
    expect(exchanges[0]?.durationMs).toBeGreaterThanOrEqual(79);
  });

  it("counts as a retry what the same credential asks again, not what another member of a chain asks", async () => {
    const asking = () =>
      doing(async () => {
        await get(`${base}/token`);
        throw Object.assign(new Error("no"), { name: "CredentialUnavailableError" });
      });
    const twice = doing(async () => {
      await get(`${base}/token`);
      await get(`${base}/token`);
    });
    const chain = new ChainedTokenCredential(asking(), asking(), twice);
    await new DiagnosticCredential(chain, { tracerProvider }).getToken("s");
    const call = span("getToken ChainedTokenCredential");
    expect(call.attributes["azure.identity.exchange.count"]).toBe(4);
    expect(call.attributes["azure.identity.exchange.retries"]).toBe(1);
  });

  it("takes the path out of a whole URL, as sent to an HTTP proxy, and IPv6 hosts out of their brackets", async () => {
    const record = await acquire(async () => {
      await get(`${base}/`, { path: "http://login.example/tenant/token?x=y" });
      await get("http://[::1]:9/", { hostname: "[::1]" }).catch(() => {});
    });
    expect(record.exchanges.map(({ host, path }) => [host, path])).toEqual([
      ["127.0.0.1", "/tenant/token"],
      ["::1", "/"],
    ]);
  });

  it("tells a clock that is off, in seconds, from what the answer's Date says", async () => {
    await acquire(() => get(`${base}/past`));
    const skew = span("getToken TokenCredential").attributes["azure.identity.exchange.clock_skew"] as number;
    expect(skew).toBeGreaterThanOrEqual(-3602);
    expect(skew).toBeLessThanOrEqual(-3598);
  });

  it("keeps 32 exchanges, the newest in the last place, and counts all, with the retries among them", async () => {
    await acquire(async () => {
      for (let i = 0; i < 40; i++) await get(`${base}/again`);
      await get(`${base}/last`);
    });
    const call = span("getToken TokenCredential");
    expect(call.events).toHaveLength(32);
    expect(call.events.at(-1)?.attributes?.["url.path"]).toBe("/last");
    expect(call.attributes["azure.identity.exchange.count"]).toBe(41);
    expect(call.attributes["azure.identity.exchange.retries"]).toBe(39);
  });
});

describe("undici", () => {
  it("is seen through request and fetch alike", async () => {
    const agent = new Agent();
    const record = await acquire(async () => {
      const answer = await undiciRequest(`${base}/throttled?secret=canary`, {
        method: "POST",
        body: "canary",
        dispatcher: agent,
      });
      await answer.body.dump();
      await (await fetch(`${base}/slow?secret=canary`)).text();
    });
    await agent.close();
    expect(record.exchanges).toMatchObject([
      {
        method: "POST",
        scheme: "http",
        host: "127.0.0.1",
        port,
        path: "/throttled",
        status: 429,
        requestId: REQUEST_ID,
        retryAfterSeconds: 7,
      },
      { method: "GET", path: "/slow", status: 200 },
    ]);
    expect(record.exchanges[1]?.durationMs).toBeGreaterThanOrEqual(79);
    expect(JSON.stringify(record)).not.toContain("canary");
  });

  it("gives the code of an error", async () => {
    const free = await unusedPort();
    const { exchanges } = await acquire(async () => {
      await fetch(`http://127.0.0.1:${free}/`).catch(() => {});
      await fetch(`${base}/silent`, { signal: AbortSignal.timeout(30) }).catch(() => {});
    });
    expect(exchanges.map(({ errorCode }) => errorCode)).toEqual(["ECONNREFUSED", "ABORT_ERR"]);
  });
});

describe("child processes", () => {
  let dir = "";
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "diagnostic-credential-"));
    await writeFile(join(dir, "az"), "#!/bin/sh\nexit 3\n");
    await chmod(join(dir, "az"), 0o755);
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  const run = (file: string, args: string[], options = {}) =>
    new Promise<void>((resolve) => void execFile(file, args, options, () => resolve()));

  it("are recorded by the tool's base name with their exit code, never their arguments", async () => {
    const record = await acquire(async () => {
      await run(join(dir, "az"), ["account", "get-access-token", "--resource", "canary"]);
      // As older versions of @azure/identity start it.
      await new Promise<void>((resolve) => void exec("az --resource canary", { env: { PATH: dir } }, () => resolve()));
      await run(join(dir, "no-such-tool"), []);
    });
    expect(record.processes).toMatchObject([
      { file: "az", exitCode: 3 },
      { file: "az", exitCode: 3 },
      { file: "no-such-tool" },
    ]);
    expect(record.processes[2]).not.toHaveProperty("exitCode");
    expect(record.tokenSource).toBe("process");
    expect(JSON.stringify(record)).not.toContain("canary");
  });
});

describe("attribution", () => {
  it("gives each of 100 parallel calls its own exchanges and no neighbour's, on every client", async () => {
    await Promise.all(
      Array.from({ length: 100 }, async (_, i) => {
        const work = async () => {
          await get(`${base}/http-${i}`);
          await (await fetch(`${base}/fetch-${i}`)).text();
          await new Promise((resolve) => setTimeout(resolve, (i * 7) % 13));
          await get(`${base}/again-${i}`);
        };
        await new DiagnosticCredential(doing(work), { tracerProvider, name: String(i) }).getToken("s");
      }),
    );
    expect(records).toHaveLength(100);
    for (const { credentialName: i, exchanges } of records) {
      expect(exchanges.map(({ path }) => path)).toEqual([`/http-${i}`, `/fetch-${i}`, `/again-${i}`]);
    }
  });

  it("leaves requests outside an acquisition alone, and those sent after it ended", async () => {
    let end = (): void => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    let later: Promise<unknown> = Promise.resolve();
    await Promise.all([
      get(`${base}/outside`),
      acquire(async () => {
        later = ended.then(() => get(`${base}/late`));
        await get(`${base}/inside`);
      }),
    ]);
    end();
    await later;
    expect(records.flatMap(({ exchanges }) => exchanges.map(({ path }) => path))).toEqual(["/inside"]);
  });

  it("leaves out the export of spans that end inside", async () => {
    const exporter = new OTLPTraceExporter({ url: `${base}/v1/traces` });
    const simple = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
    const record = await acquire(async () => {
      simple.getTracer("inner").startSpan("inner").end();
      await get(`${base}/token`);
      await simple.forceFlush();
    });
    await simple.shutdown();
    expect(record.exchanges.map(({ path }) => path)).toEqual(["/token"]);
  });

  it("puts what an acquisition inside an acquisition sends on the inner span, and counts it for both", async () => {
    const inner = new DiagnosticCredential(
      doing(() => get(`${base}/inner`)),
      { tracerProvider, name: "inner" },
    );
    await acquire(async () => {
      await inner.getToken("s");
      await get(`${base}/outer`);
    });
    const [first, second] = recorded.spans();
    expect(first?.events.map(({ attributes }) => attributes?.["url.path"])).toEqual(["/inner"]);
    expect(second?.events.map(({ attributes }) => attributes?.["url.path"])).toEqual(["/outer"]);
    expect([first, second].map((call) => call?.attributes["azure.identity.exchange.count"])).toEqual([1, 2]);
  });
});
