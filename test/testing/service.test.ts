import { ClientSecretCredential } from "@azure/identity";
import { SecretClient } from "@azure/keyvault-secrets";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { faults, type IdentityEmulator, resolves, startIdentityEmulator } from "../../src/testing/index.js";
import { failure } from "./child.js";

let emulator: IdentityEmulator;

beforeAll(async () => {
  emulator = await startIdentityEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

function client(): SecretClient {
  const credential = new ClientSecretCredential(
    emulator.tenantId,
    emulator.clientId,
    emulator.clientSecret,
    emulator.credentialOptions(),
  );
  return new SecretClient(emulator.serviceEndpoint, credential, {
    disableChallengeResourceVerification: true,
    tlsOptions: { ca: emulator.caCertificate },
    retryOptions: { maxRetries: 0 },
  });
}

test("a real client gets its secret, by the challenge", async () => {
  expect((await client().getSecret("example")).value).toBe("emulated");
  expect(emulator.requests.map(({ host, kind, status }) => `${host} ${kind} ${status}`)).toEqual([
    "service resource 401",
    "entra discovery 200",
    "entra token 200",
    "service resource 200",
  ]);
});

test.each([
  ["forbidden", faults.service.forbidden(), "Caller is not authorized to perform action on resource."],
  [
    "networkRule",
    faults.service.networkRule(),
    "Client address is not authorized and caller is not a trusted service.",
  ],
])("403: %s", async (name, fault, text) => {
  const vault = client();
  await vault.getSecret("example");
  emulator.fault({ host: "service" }, fault);
  const error = await failure(vault.getSecret("example"));
  expect(error).toMatchObject({ name: "RestError", statusCode: 403 });
  expect(error.message).toContain(text);
  expect(emulator.countRequests({ fault: `service.${name}`, status: 403 })).toBe(1);
});

test("a claims challenge leads to another token request, with the claims", async () => {
  const vault = client();
  await vault.getSecret("example");
  emulator.reset();
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
  emulator.fault({ host: "service" }, faults.service.claimsChallenge({ claims }));
  expect((await vault.getSecret("example")).value).toBe("emulated");
  expect(
    emulator.requests.filter(({ kind }) => kind !== "discovery").map(({ kind, status }) => [kind, status]),
  ).toEqual([
    ["resource", 401],
    ["token", 200],
    ["resource", 200],
  ]);
  const sent = JSON.parse(emulator.requests.find(({ kind }) => kind === "token")?.claims ?? "{}");
  expect(sent.access_token.nbf).toEqual({ essential: true, value: "1" });
});

test.each([
  ["no JWT", async () => "nonsense", "AKV10012: The token is malformed."],
  ["a foreign JWT", () => emulator.issueFederatedToken(), "AKV10013: Invalid signature."],
  [
    "an expired token",
    () => emulator.issueAccessToken("https://vault.azure.net", { lifetimeSeconds: -600 }),
    "AKV10014: The token is expired.",
  ],
])("%s is not accepted", async (_, issue, message) => {
  const vault = new SecretClient(emulator.serviceEndpoint, resolves(await issue()), {
    disableChallengeResourceVerification: true,
    tlsOptions: { ca: emulator.caCertificate },
    retryOptions: { maxRetries: 0 },
  });
  const error = await failure(vault.getSecret("example"));
  expect(error).toMatchObject({ name: "RestError", statusCode: 401 });
  expect(error.message).toContain(message);
});
