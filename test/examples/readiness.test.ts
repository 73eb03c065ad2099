import { readFileSync } from "node:fs";
import type { AcquisitionRecord } from "diagnostic-credential";
import { faults, type IdentityEmulator, startIdentityEmulator } from "diagnostic-credential/testing";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { parseAllDocuments } from "yaml";
import { end, expectNoSecretIn, printed, type Running, runExample, startExample } from "./support.js";

const FILES = new URL("../../examples/readiness/", import.meta.url);
const TOKEN = { host: "entra", kind: "token" } as const;
const MISMATCH = "No federated credential matches the external token. (federated_credential_mismatch)";

let emulator: IdentityEmulator;
let running: Running | undefined;
beforeAll(async () => {
  // Less than the five minutes that MSAL keeps away from the end: each call asks for a new token.
  emulator = await startIdentityEmulator({ tokenLifetimeSeconds: 120 });
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());
afterEach(async () => {
  if (running !== undefined) await end(running);
  running = undefined;
});

const variables = (more: Readonly<Record<string, string>> = {}) => ({
  ...emulator.environment("workloadIdentity"),
  DISABLE_INSTANCE_DISCOVERY: "true",
  HOST: "127.0.0.1",
  PORT: "0",
  DEBUG_PORT: "0",
  ...more,
});

async function startServer(more?: Readonly<Record<string, string>>) {
  const server = startExample("readiness/server.ts", variables(more));
  running = server;
  const [, port, debugUrl = ""] = await printed(server, /^Listening on port (\d+), and for you on (\S+)\n/);
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return [response.status, await response.text()] as const;
  };
  return { ...server, get, debugUrl };
}

/** Without what differs from run to run. */
const steady = (text: string) =>
  text
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>")
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>")
    .replace(/\d+\.\d s\b/g, "<n> s")
    .replace(/(port|127\.0\.0\.1:)( ?)\d+/g, "$1$2<port>")
    .replace(/failed tries: \d+/g, "failed tries: <n>");

test("503 until the credential is ready, 200 after", async () => {
  emulator.fault(TOKEN, faults.repeat(faults.aadsts(700213)));
  const server = await startServer();
  await vi.waitFor(async () => {
    const [status, line] = await server.get("/startupz");
    expect([status, steady(line)]).toEqual([503, `No token yet, failed tries: <n>. ${MISMATCH}\n`]);
  }, 5000);
  expect((await server.get("/readyz"))[0]).toBe(503);
  expect(await server.get("/orders")).toEqual([503, '{"error":"starting"}\n']);
  expect(server.output.stdout).not.toContain("Ready.");

  // Now Entra ID knows of the federated credential.
  emulator.reset();
  await printed(server, /^Ready\.$/m);
  expect(await server.get("/startupz")).toEqual([200, "started\n"]);
  expect(await server.get("/readyz")).toEqual([200, "ready\n"]);
  expect(await server.get("/orders")).toEqual([200, '{"orders":["book","lamp"]}\n']);
  expect(await server.get("/debug/credential")).toEqual([404, "There are /orders, /startupz and /readyz.\n"]);
});

test("what fails later is the request, not the pod", async () => {
  const server = await startServer();
  await printed(server, /^Ready\.$/m);
  emulator.fault(TOKEN, faults.aadsts(7000112));
  expect(await server.get("/orders")).toEqual([503, '{"error":"application_disabled"}\n']);
  expect(await server.get("/readyz")).toEqual([200, "ready\n"]);
  expect(await server.get("/startupz")).toEqual([200, "started\n"]);
});

test("/debug/credential shows what was tried, on loopback only, without a secret", async () => {
  emulator.fault(TOKEN, faults.aadsts(700213));
  const server = await startServer({ HOST: "" });
  await printed(server, /^Ready\.$/m);
  expect(server.debugUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/debug\/credential$/);
  const text = await (await fetch(server.debugUrl)).text();
  expectNoSecretIn(text, readFileSync(emulator.federatedTokenFile, "utf8"));
  const shown = JSON.parse(text) as Record<string, unknown> & { recent: AcquisitionRecord[] };
  expect(shown).toMatchObject({
    ready: true,
    credential: { credential: "WorkloadIdentityCredential", name: "orders-vault", policy: "production" },
    chosen: expect.stringMatching(/^Workload identity/),
    node: process.version,
  });
  expect(shown.recent).toEqual([
    expect.objectContaining({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      outcome: "failed",
      scopes: ["https://vault.azure.net/.default"],
      diagnosis: expect.objectContaining({
        kind: "federated_credential_mismatch",
        entra: expect.objectContaining({ codes: [700213], correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) }),
      }),
    }),
    expect.objectContaining({
      outcome: "succeeded",
      tokenSource: "network",
      expiresInSeconds: expect.closeTo(120, -1),
    }),
  ]);
  expect((await fetch(new URL("/orders", server.debugUrl))).status).toBe(404);
});

test("a failure that no waiting mends ends it with exit code 1 and says who must act", async () => {
  emulator.fault(TOKEN, faults.aadsts(7000112));
  const { code, stdout, stderr } = await runExample("readiness/server.ts", variables());
  expect({ code, stdout: steady(stdout), stderr: steady(stderr) }).toEqual({
    code: 1,
    stdout: "Listening on port <port>, and for you on http://127.0.0.1:<port>/debug/credential\n",
    stderr: `Not ready: The application or its service principal is disabled. (application_disabled)
After 1 try in <n> s; waiting does not mend this.
To be fixed by: identity-admin
- Find out who disabled the application and why, and have an administrator enable it under Enterprise applications.
  az ad sp show --id <client-id> --query "{name:displayName,enabled:accountEnabled}"
  https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts7000112-application-is-disabled
- If Microsoft disabled it, which the portal shows, clear up its reason first or register a new application.
  https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts7000112-application-is-disabled
`,
  });
  // What Kubernetes keeps of the log for `kubectl describe pod`.
  expect(Buffer.byteLength(stderr)).toBeLessThan(2048);
});

test.each([
  [
    "the cause has not gone",
    "2500",
    faults.aadsts(700213),
    /^Not ready: No federated credential matches .*\nAfter \d+ tr.*; the time is over\.\nTo be fixed by: /,
  ],
  [
    "the last try hangs",
    "700",
    faults.hang(),
    /^Not ready: .* \(deadline_exceeded\)\nAfter 1 try in .*; the time is over\.\n/,
  ],
])("it ends with exit code 1 when the time is over and %s", async (_, timeoutMs, fault, said) => {
  emulator.fault(TOKEN, faults.repeat(fault));
  const { code, stderr } = await runExample("readiness/server.ts", variables({ READY_TIMEOUT_MS: timeoutMs }));
  expect(code).toBe(1);
  expect(stderr).toMatch(said);
});

test("where workload identity is half set up it ends at once and names what is missing", async () => {
  const half = variables({ AZURE_FEDERATED_TOKEN_FILE: "" });
  const { code, stdout, stderr } = await runExample("readiness/server.ts", half);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("AZURE_FEDERATED_TOKEN_FILE is not set. On AKS the webhook sets all three");
  expect(emulator.requests).toEqual([]);
});

// That it is quick is what the time limit of the test says: the request hangs for ever, and the pause lasts a minute.
test.each([
  ["a request that is never answered", [faults.hang()], /the first try is under way/],
  ["a pause", [faults.aadsts(700213, { headers: { "Retry-After": "60" } })], /failed tries: 1\. /],
])("SIGTERM during %s ends it with exit code 0", async (_, played, waiting) => {
  emulator.fault(TOKEN, ...played);
  const asked = emulator.waitForRequest(TOKEN);
  const server = await startServer();
  await asked;
  await vi.waitFor(async () => expect((await server.get("/startupz"))[1]).toMatch(waiting), 5000);
  server.child.kill("SIGTERM");
  expect(await server.exit).toBe(0);
  expect(server.output.stderr).toBe("");
});

test("SIGTERM lets a request that is under way end", async () => {
  const server = await startServer();
  await printed(server, /^Ready\.$/m);
  emulator.fault(TOKEN, faults.delay(500));
  const arrived = emulator.waitForRequest(TOKEN);
  const answer = server.get("/orders");
  await arrived;
  server.child.kill("SIGTERM");
  expect(await answer).toEqual([200, '{"orders":["book","lamp"]}\n']);
  expect(await server.exit).toBe(0);
});

test("the deployment gives ready() enough time, and asks for workload identity", () => {
  const documents = parseAllDocuments(readFileSync(new URL("deployment.yaml", FILES), "utf8"));
  expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
  const [account, deployment] = documents.map((document) => document.toJS());
  const { metadata, spec } = deployment.spec.template;
  const [container] = spec.containers;
  expect(metadata.labels["azure.workload.identity/use"]).toBe("true");
  expect(spec.serviceAccountName).toBe(account.metadata.name);
  expect(Object.keys(account.metadata.annotations)).toEqual(["azure.workload.identity/client-id"]);
  const { startupProbe, readinessProbe, env } = container;
  expect([startupProbe.httpGet.path, readinessProbe.httpGet.path]).toEqual(["/startupz", "/readyz"]);
  const { value } = env.find(({ name }: { name: string }) => name === "READY_TIMEOUT_MS");
  const patience = 1000 * (startupProbe.failureThreshold - 1) * startupProbe.periodSeconds;
  expect([Number(value), patience]).toEqual([120_000, 148_000]);
});

/** What one of the parties said, in order, each thing once. */
function saidBy(party: string, output: string): string[] {
  const lines = steady(output).split("\n");
  const said = lines.filter((line) => line !== "" && (!line.startsWith("  ") || line.startsWith(`  ${party} `)));
  return said.filter((line, i) => line !== said[i - 1]);
}

test("the demo prints what the README says", async () => {
  const { code, stdout, stderr } = await runExample("readiness/demo.ts", {});
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const readme = readFileSync(new URL("README.md", FILES), "utf8");
  const [, block = ""] = /```text\n(The federated[\s\S]*?)```/.exec(readme) ?? [];
  for (const party of ["kubelet", "client", "support"]) expect(saidBy(party, stdout)).toEqual(saidBy(party, block));
  // Of its two streams nobody knows in which order they arrive.
  expect(saidBy("server", stdout).sort()).toEqual(saidBy("server", block).sort());
  expect(saidBy("kubelet", stdout).filter((line) => line.includes("exit code"))).toEqual([
    "  kubelet  the container ended with exit code 0",
    "  kubelet  the container ended with exit code 1",
    "  kubelet  the container ended with exit code 0",
  ]);
  expectNoSecretIn(stdout);
});
