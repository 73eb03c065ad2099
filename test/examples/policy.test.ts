// All of these need the built package with the option `policy` of DiagnosticCredential.
import { readFileSync } from "node:fs";
import { type IdentityEmulator, startIdentityEmulator } from "diagnostic-credential/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { expectNoSecretIn, runExample } from "./support.js";

let emulator: IdentityEmulator;
beforeAll(async () => {
  emulator = await startIdentityEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

const STARTED = { code: 0, stdout: "The service has started.\n", stderr: "" };
const production = () => ({ ...emulator.environment("appService"), NODE_ENV: "production" });

test("in production the service with a DefaultAzureCredential does not start, and sends nothing", async () => {
  const { code, stdout, stderr } = await runExample("policy/unsafe.ts", production());
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  const readme = readFileSync(new URL("../../examples/policy/README.md", import.meta.url), "utf8");
  expect(readme).toContain(`\`\`\`text\n${stderr}\`\`\``);
  expect(emulator.requests).toEqual([]);
});

test("elsewhere it starts, and says in the log what production would refuse", async () => {
  const environment = { ...emulator.environment("appService"), NODE_ENV: "development" };
  expect(await runExample("policy/unsafe.ts", environment)).toEqual(STARTED);
  const { code, stderr } = await runExample("policy/unsafe.ts", { ...environment, AZURE_LOG_LEVEL: "warning" });
  expect(code).toBe(0);
  expect(stderr).toContain("DefaultAzureCredential: no-default-azure-credential: ");
  expectNoSecretIn(stderr);
});

test("the fixed service starts in production with the identity that it names", async () => {
  const clientId = emulator.userAssignedIdentities[0]?.clientId ?? "";
  expect(await runExample("policy/safe.ts", { ...production(), AZURE_CLIENT_ID: clientId })).toEqual(STARTED);
  expect(emulator.requests.map(({ host, status }) => [host, status])).toEqual([["appService", 200]]);
});

test("without the name of its identity it says what is missing", async () => {
  expect(await runExample("policy/safe.ts", production())).toEqual({
    code: 1,
    stdout: "",
    stderr: "Set AZURE_CLIENT_ID to the client id of the managed identity.\n",
  });
});
