import { type ChildProcess, spawn } from "node:child_process";
import { type EventEmitter, once } from "node:events";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type IdentityEmulator, identityVariables } from "diagnostic-credential/testing";
import { expect } from "vitest";

/** A span as it arrived over OTLP, in plain values. */
export interface ReceivedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly kind: number;
  readonly scope: string;
  readonly status: { readonly code?: number; readonly message?: string };
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly events: readonly { readonly name: string; readonly attributes: Readonly<Record<string, unknown>> }[];
  readonly service: unknown;
  readonly start: bigint;
}

interface OtlpValue {
  stringValue?: string;
  intValue?: string | number;
  doubleValue?: number;
  boolValue?: boolean;
  arrayValue?: { values: OtlpValue[] };
}
type OtlpAttributes = { key: string; value: OtlpValue }[];
interface OtlpSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  kind: number;
  startTimeUnixNano: string;
  status: { code?: number; message?: string };
  attributes: OtlpAttributes;
  events: { name: string; attributes: OtlpAttributes }[];
}
interface OtlpRequest {
  resourceSpans: {
    resource: { attributes: OtlpAttributes };
    scopeSpans: { scope: { name: string }; spans: OtlpSpan[] }[];
  }[];
}

function plain(value: OtlpValue): unknown {
  if (value.arrayValue !== undefined) return value.arrayValue.values.map(plain);
  if (value.intValue !== undefined) return Number(value.intValue);
  return value.stringValue ?? value.doubleValue ?? value.boolValue;
}

function attributesOf(attributes: OtlpAttributes): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, plain(value)]));
}

function spansIn(bodies: readonly string[]): ReceivedSpan[] {
  const resources = bodies.flatMap((body) => (JSON.parse(body) as OtlpRequest).resourceSpans);
  return resources.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ scope, spans }) =>
      spans.map((span) => ({
        ...span,
        parentSpanId: span.parentSpanId || undefined,
        scope: scope.name,
        service: attributesOf(resource.attributes)["service.name"],
        attributes: attributesOf(span.attributes),
        events: span.events.map(({ name, attributes }) => ({ name, attributes: attributesOf(attributes) })),
        start: BigInt(span.startTimeUnixNano),
      })),
    ),
  );
}

/** Takes spans as a collector would: `POST /v1/traces` with OTLP in JSON, on loopback. */
export async function startCollector() {
  const bodies: string[] = [];
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    requests.push(`${request.method} ${request.url} ${request.headers["content-type"]}`);
    bodies.push(await text(request));
    response.setHeader("content-type", "application/json").end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    bodies,
    spans: () => spansIn(bodies),
    /** The spans of a trace, as soon as that of the given name is there, which has to be the last to end. */
    async trace(traceId: string, root: string): Promise<ReceivedSpan[]> {
      const deadline = Date.now() + 5000;
      for (;;) {
        const spans = spansIn(bodies).filter((span) => span.traceId === traceId);
        if (spans.some(({ name }) => name === root)) return spans;
        if (Date.now() > deadline)
          throw new Error(`no span ${root} in time; there are ${spans.map(({ name }) => name)}`);
        await setTimeout(25);
      }
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export type Collector = Awaited<ReturnType<typeof startCollector>>;

/** The tree of the spans, one line each, in order of start; `!` marks those whose status is ERROR. */
export function treeOf(spans: readonly ReceivedSpan[]): string[] {
  const known = new Set(spans.map(({ spanId }) => spanId));
  const inOrder = [...spans].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const below = (parent: string | undefined, depth: number): string[] =>
    inOrder
      .filter(
        ({ parentSpanId }) =>
          (parentSpanId !== undefined && known.has(parentSpanId) ? parentSpanId : undefined) === parent,
      )
      .flatMap((span) => [
        `${"  ".repeat(depth)}${span.name}${span.status.code === 2 ? " !" : ""}`,
        ...below(span.spanId, depth + 1),
      ]);
  return below(undefined, 0);
}

/** The one span of that name; throws if there are none or several. */
export function only(spans: readonly ReceivedSpan[], name: string): ReceivedSpan {
  const [span, ...more] = spans.filter((candidate) => candidate.name === name);
  if (span === undefined || more.length > 0) {
    throw new Error(`not one span named ${name} among ${JSON.stringify(spans.map((other) => other.name))}`);
  }
  return span;
}

/** This process's environment without anything that a credential, an exporter or a proxy setting would read. */
function cleanEnvironment(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) {
    const read = identityVariables.includes(name) || /^OTEL_|_proxy$|^NODE_(OPTIONS|EXTRA)|^VITEST/i.test(name);
    if (!read) env[name] = value;
  }
  return { ...env, ...variables };
}

/** A process of this test's own. */
export interface Running {
  readonly child: ChildProcess;
  /** All of it is read to the end: a process whose output nobody takes dies of EPIPE. */
  readonly output: { stdout: string; stderr: string };
  readonly exit: Promise<number | null>;
}

function start(args: readonly string[], variables: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, args, { env: cleanEnvironment(variables), stdio: ["ignore", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output.stdout += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    output.stderr += chunk;
  });
  const exit = once(child, "close").then(([code]) => code as number | null);
  return { child, output, exit };
}

/** Starts an example as a user does: `node examples/<file>`. */
export function startExample(file: string, variables: Readonly<Record<string, string>>): Running {
  return start([fileURLToPath(new URL(`../../examples/${file}`, import.meta.url))], variables);
}

/** Runs an example to its end. */
export async function runExample(file: string, variables: Readonly<Record<string, string>>) {
  const { output, exit } = startExample(file, variables);
  const code = await exit;
  return { code, ...output };
}

/** Neither a token, nor a secret of an emulator, nor one of the given strings is in the output. */
export function expectNoSecretIn(output: string, ...secrets: readonly string[]): void {
  expect(output).not.toMatch(/eyJ[\w-]{8}|(secret|expired|pw)-[0-9a-f]{8}-[0-9a-f]{4}-/);
  for (const secret of secrets) expect(output).not.toContain(secret);
}

/** Waits until a process has printed something; rejected if it ends before, or takes longer than ten seconds. */
export async function printed({ child, output, exit }: Running, pattern: RegExp): Promise<RegExpExecArray> {
  const tooLate = AbortSignal.timeout(10_000);
  const ended = exit.then(() => true);
  for (;;) {
    const match = pattern.exec(output.stdout);
    if (match !== null) return match;
    const over = await Promise.race([ended, once(child.stdout as EventEmitter, "data", { signal: tooLate })]);
    if (over === true) throw new Error(`ended before it printed ${pattern}: ${output.stdout}${output.stderr}`);
  }
}

/** Azure's storage emulator, which takes the tokens of the identity emulator; its endpoint is `endpoint`. */
export async function startAzurite(emulator: IdentityEmulator): Promise<Running & { readonly endpoint: string }> {
  const main = createRequire(import.meta.url).resolve("azurite/dist/src/blob/main.js");
  const certificate = ["--cert", emulator.serverCertificatePath, "--key", emulator.serverKeyPath];
  const place = ["--inMemoryPersistence", "--blobHost", "127.0.0.1", "--blobPort", "0"];
  // Azurite lags behind the API version of the newest client, and would send telemetry.
  const switches = ["--oauth", "basic", "--skipApiVersionCheck", "--disableTelemetry"];
  const running = start([main, ...switches, ...certificate, ...place], {});
  try {
    const [, origin] = await printed(running, /successfully listens on (https:\/\/127\.0\.0\.1:\d+)/);
    return { ...running, endpoint: `${origin}/devstoreaccount1` };
  } catch (error) {
    await end(running);
    throw error;
  }
}

/** Ends a child process, asking first so that it can clean up, and waits until it has gone. */
export async function end({ child, exit }: Running): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
  const patience = new AbortController();
  const asked = setTimeout(3000, true, { signal: patience.signal }).catch(() => false);
  if ((await Promise.race([exit.then(() => false), asked])) === true) child.kill("SIGKILL");
  patience.abort();
  await exit;
}
