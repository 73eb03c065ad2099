import { faults, type IdentityEmulator, startIdentityEmulator } from "diagnostic-credential/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { expectNoSecretIn, runExample } from "./support.js";

let emulator: IdentityEmulator;
beforeAll(async () => {
  emulator = await startIdentityEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

test("with the managed identity of an app it gets a token, and does not print it", async () => {
  expect(await runExample("basic.ts", emulator.environment("appService"))).toEqual({
    code: 0,
    stdout: "Got a token for https://vault.azure.net/.default\n",
    stderr: "",
  });
  expect(emulator.requests.map(({ host, resource, status }) => [host, resource, status])).toEqual([
    ["appService", "https://vault.azure.net", 200],
  ]);
});

/** The four lines that the example prints in the end, as a pattern: kind and owner are given, the texts are found. */
const explanation = (kind: string, owner: string): RegExp =>
  new RegExp(`^No token: ${kind}\\n {2}Why: {2}(\\S.+\\.)\\n {2}Who: {2}${owner}\\n {2}What: (\\S.+\\.)\\n$`);

test("without an identity it says whose job it is and what to do", async () => {
  emulator.fault({ host: "imds" }, faults.repeat(faults.imds.identityNotFound()));
  const { code, stdout, stderr } = await runExample("basic.ts", emulator.environment("imds"));
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  const [, why, what] = explanation("managed_identity_not_assigned", "developer").exec(stderr) ?? [stderr];
  expect(why).toContain(`On the wire, GET ${emulator.imdsEndpoint.slice("http://".length)} was answered with 400.`);
  expect(what).toContain("attached to this resource");
});

test("with an endpoint that does not answer as one it stays readable", async () => {
  const header = "header-value-nobody-should-see";
  const environment = { ...emulator.environment("appService"), IDENTITY_HEADER: header };
  emulator.fault({ host: "appService" }, faults.repeat(faults.proxyPage({ status: 403 })));
  const result = await runExample("basic.ts", environment);
  expect(result).toMatchObject({ code: 1, stdout: "" });
  expect(result.stderr).toMatch(explanation("[a-z_]+", "[a-z-]+"));
  expectNoSecretIn(JSON.stringify(result), header);
});
