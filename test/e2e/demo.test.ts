import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { screenOf } from "../../examples/demo/render/paint.ts";
import { type OtlpTraces, readTrace } from "../../examples/demo/render/trace.ts";
import { waterfall } from "../../examples/demo/render/waterfall.ts";
import { type Run, runDemo, splitTraces, startReceiver, traceIdsOf } from "./demoRun.ts";
import { fakeTerminal } from "./demoTerminal.ts";

const directory = mkdtempSync(path.join(tmpdir(), "demo-"));
const unsentDirectory = mkdtempSync(path.join(tmpdir(), "demo-"));
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let run: Run;
let unsent: Run;
let file: string;
let traces: OtlpTraces;

beforeAll(async () => {
  receiver = await startReceiver();
  const gone = await startReceiver();
  await gone.close();
  [run, unsent] = await Promise.all([
    runDemo(directory, { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint, JAEGER_UI_URL: "http://jaeger.example/ui/" }),
    runDemo(unsentDirectory, { OTEL_EXPORTER_OTLP_ENDPOINT: gone.endpoint }),
  ]);
  file = readFileSync(path.join(directory, "traces/demo.otlp.json"), "utf8");
  traces = JSON.parse(file) as OtlpTraces;
}, 60_000);

afterAll(async () => {
  await receiver.close();
  for (const each of [directory, unsentDirectory]) rmSync(each, { recursive: true });
});

describe("npm run demo", () => {
  test("comes out as expected", () => {
    expect(run.stderr).toBe("");
    expect(run.stdout).toContain("Everything came out as expected, in ");
    expect(run.code).toBe(0);
  });

  test("says of each failure what it is, who can fix it and whether it may pass", () => {
    const verdicts = run.stdout.matchAll(/✗ (\w+ · [\w-]+ · .*)$/gm);
    expect([...verdicts].map(([, verdict]) => verdict)).toEqual([
      "managed_identity_probe_timeout · developer · retryable",
      "invalid_client_secret · developer · not retryable",
      "expired_client_secret · developer · not retryable",
      "application_not_found · developer · not retryable",
      "tls_failure · platform · not retryable",
      "dns_failure · platform · retryable",
      "connection_failed · platform · retryable",
      "throttled · nobody · retryable",
      "managed_identity_not_assigned · developer · not retryable",
      "tool_not_signed_in · developer · not retryable",
    ]);
    expect(run.stdout.match(/✓ .*/g)).toEqual([
      "✓ token from the network",
      "✓ token from the cache, no request",
      "✓ token from the network",
      ...Array(3).fill("✓ token from another caller's request"),
    ]);
  });

  test("shows that the SDK has the same words for three of them", () => {
    const words = "  CredentialUnavailableError: endpoints_resolution_error: See\n";
    expect(run.stdout.split(words)).toHaveLength(4);
    expect(run.stdout).toContain(
      "The SDK has the same words for 3 of these (untrusted TLS, no such host, nobody listens). They are:\n" +
        "tls_failure, dns_failure, connection_failed.\n",
    );
  });

  test("shows the exchanges, and what became of them", () => {
    const exchanges = run.stdout.matchAll(/^[ │]+((?:GET|POST) .*?) +[▗▖▄]/gm);
    expect([...exchanges].map(([, exchange]) => exchange?.replace(/:\d+/, ":PORT"))).toEqual([
      "GET 127.0.0.1:PORT/…/token 200",
      "GET 127.0.0.1:PORT/…/token 200",
      "GET 127.0.0.1:PORT/…/token",
      "GET localhost:PORT/…/openid-configuration 200",
      "POST localhost:PORT/…/token 401",
      "GET localhost:PORT/…/openid-configuration 200",
      "POST localhost:PORT/…/token 401",
      "GET localhost:PORT/…/openid-configuration 200",
      "POST localhost:PORT/…/token 400",
      "GET localhost:PORT/…/openid-configuration",
      "GET login..contoso.invalid/…/openid-configuration ×4",
      "GET 127.0.0.1:PORT/…/openid-configuration ×4",
      "GET 127.0.0.1:PORT/…/token 429 ×4",
      "GET 127.0.0.1:PORT/…/token 400",
    ]);
    const errors = run.stdout.matchAll(/^[ │]+([A-Z_]{9,}\b.*)$/gm);
    expect([...errors].map(([, error]) => error)).toEqual([
      "ABORT_ERR, the SDK gave up",
      "DEPTH_ZERO_SELF_SIGNED_CERT",
      "ENOTFOUND",
      "ECONNREFUSED",
    ]);
  });

  test("is plain in a pipe", () => {
    expect(run.stdout).not.toContain("\x1b");
    const long = run.stdout.split("\n").filter((line) => line.length > 100 && !/^[ │]+https:\/\/\S+$/.test(line));
    expect(long).toEqual([]);
  });

  test("writes, sends and links the same traces", () => {
    const ids = traceIdsOf(traces);
    expect(ids).toHaveLength(12);
    expect(receiver.received.map(({ request }) => request)).toEqual(ids.map(() => "POST /v1/traces application/json"));
    expect(receiver.received.map((item) => item.traces)).toEqual(splitTraces(traces));
    const links = run.stdout.matchAll(/^Jaeger http:\/\/jaeger\.example\/ui\/trace\/([0-9a-f]{32})$/gm);
    expect([...links].map(([, id]) => id)).toEqual(ids);
    expect(run.stdout).toContain("All traces in Jaeger: http://jaeger.example/ui/search?service=orders-api\n");
  });

  test("is one service in Jaeger, with a request of its own around each acquisition", () => {
    const names = traces.resourceSpans.flatMap(({ resource }) =>
      resource?.attributes?.filter(({ key }) => key === "service.name").map(({ value }) => value.stringValue),
    );
    expect(new Set(names)).toEqual(new Set(["orders-api"]));
    expect(names).toHaveLength(12);
    const roots = splitTraces(traces).map((trace) => readTrace(trace).root.name);
    expect(roots).toEqual(Array.from({ length: 12 }, () => "GET /orders"));
  });

  test("gives no secret away", () => {
    // Made up by the emulator, and the one in the scenario of the wrong secret.
    const secrets = /eyJ|\b(?:secret|expired|pw)-[0-9a-f]{8}-|6f2d1c1e-5a0b-4a57-9c8e-2f6f3c0d9b11/;
    expect(run.stdout).not.toMatch(secrets);
    expect(file).not.toMatch(secrets);
    expect(JSON.stringify(receiver.received)).not.toMatch(secrets);
  });

  test("fails where a receiver was named and does not take the traces, and still writes them", () => {
    expect(unsent.stdout).toMatch(
      /\nNot everything came out as expected, in .*\n {2}The traces could not be sent to http:\/\/127\.0\.0\.1:\d+\/v1\/traces: ECONNREFUSED\.\n$/,
    );
    expect(unsent.stdout).not.toContain("Jaeger http");
    expect(unsent.code).toBe(1);
    const written = readFileSync(path.join(unsentDirectory, "traces/demo.otlp.json"), "utf8");
    expect(traceIdsOf(JSON.parse(written) as OtlpTraces)).toHaveLength(12);
  });

  test.each([80, 100, 120])("fits a terminal of %i columns", (columns) => {
    const screen = screenOf(fakeTerminal({ columns, colours: false }));
    for (const trace of splitTraces(traces)) {
      const lines = waterfall(readTrace(trace).root, screen, "az ad app list --filter \"x eq 'y z'\" --query '[].id'");
      expect(lines.filter((line) => line.length >= columns)).toEqual([]);
    }
  });
});
