import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDefaultHttpClient, type HttpClient } from "@azure/core-rest-pipeline";
import { DefaultAzureCredential } from "@azure/identity";
import { SpanStatusCode } from "@opentelemetry/api";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  faults,
  type IdentityEmulator,
  identityVariables,
  installFakeAzureCli,
  startIdentityEmulator,
} from "../../src/testing/index.js";
import { type Acquired, acquire, exchangeLines } from "../support/acquire.js";
import { identitySince } from "../support/identityVersion.js";

/** The two that came last. */
const withCodeAndBroker = identitySince("4.11");
const CHAIN = [
  "EnvironmentCredential",
  "WorkloadIdentityCredential",
  "ManagedIdentityCredential",
  ...(withCodeAndBroker ? ["VisualStudioCodeCredential"] : []),
  "AzureCliCredential",
  "AzurePowerShellCredential",
  "AzureDeveloperCliCredential",
  ...(withCodeAndBroker ? ["BrokerCredential"] : []),
];
const afterAzureCli = CHAIN.slice(CHAIN.indexOf("AzureCliCredential") + 1);

let emulator: IdentityEmulator;
let tools = "";
const path = process.env.PATH;
beforeAll(async () => {
  for (const name of identityVariables) delete process.env[name];
  emulator = await startIdentityEmulator();
  tools = await mkdtemp(join(tmpdir(), "diagnostic-credential-"));
  // Only the stand-ins: neither the tools of this machine nor what they are signed in to.
  process.env.PATH = tools;
});
afterAll(async () => {
  process.env.PATH = path;
  await emulator.close();
  await rm(tools, { recursive: true, force: true });
});
afterEach(() => emulator.reset());

/** Sends what is meant for the metadata service's address to the emulator, and nothing anywhere else. */
function redirected(): HttpClient {
  const client = createDefaultHttpClient();
  return {
    sendRequest(request) {
      const url = new URL(request.url);
      if (url.host !== "169.254.169.254") throw new Error(`the test must not reach ${url.host}`);
      request.url = emulator.imdsEndpoint + url.pathname + url.search;
      request.allowInsecureConnection = true;
      return client.sendRequest(request);
    },
  };
}
const credential = () => new DefaultAzureCredential({ httpClient: redirected() });

const outcomes = ({ attempts }: Acquired) =>
  attempts.map(({ name, attributes }) => [
    name.replace("attempt ", ""),
    attributes["azure.identity.attempt.outcome"],
    attributes["azure.identity.failure.kind"],
  ]);

describe("DefaultAzureCredential", () => {
  it("shows every member that was tried, the silent ones included, with nothing red when the CLI wins", async () => {
    installFakeAzureCli(tools, { type: "signedIn", token: "from-az" });
    emulator.fault({ host: "imds", kind: "probe" }, faults.repeat(faults.hang()));
    const acquired = await acquire(credential());
    expect(outcomes(acquired)).toEqual([
      ["EnvironmentCredential", "skipped", "configuration_missing"],
      ["WorkloadIdentityCredential", "skipped", "configuration_missing"],
      ["ManagedIdentityCredential", "skipped", "managed_identity_probe_timeout"],
      ...(withCodeAndBroker ? [["VisualStudioCodeCredential", "skipped", "tool_not_installed"]] : []),
      ["AzureCliCredential", "succeeded", undefined],
    ]);
    const { call, record, attempts } = acquired;
    expect(call.name).toBe("getToken DefaultAzureCredential");
    const statuses = [call, ...attempts].map(({ status }) => status.code);
    expect(statuses).toEqual(Array(withCodeAndBroker ? 6 : 5).fill(SpanStatusCode.UNSET));
    expect(call.attributes).toMatchObject({
      "azure.identity.credential.chain": CHAIN,
      "azure.identity.credential.selected": "AzureCliCredential",
      "azure.identity.credential.not_tried": afterAzureCli,
      "azure.identity.token.source": "process",
    });
    expect(record.exchanges).toMatchObject([
      { path: "/metadata/identity/oauth2/token", errorCode: "ABORT_ERR", probe: true },
    ]);
    const [seconds, nanos] = attempts[2]?.duration ?? [0, 0];
    expect(seconds + nanos / 1e9).toBeGreaterThan(0.95);
    expect(record.attempts[2]?.durationMs).toBeLessThan(3000);
  });

  it("fails with the managed identity that lost to the one-second probe as the reason", async () => {
    installFakeAzureCli(tools, { type: "notSignedIn" });
    emulator.fault({ host: "imds", kind: "probe" }, faults.repeat(faults.hang()));
    const acquired = await acquire(credential());
    const { error, diagnosis, call } = acquired;
    expect(error?.name).toBe("AggregateAuthenticationError");
    expect(diagnosis?.attempts.map(({ credentialType }) => credentialType)).toEqual(CHAIN);
    // A member that could not be constructed says nothing; before there were such, this one failed as the others.
    const silent = identitySince("4.5") ? ["WorkloadIdentityCredential", "BrokerCredential"] : [];
    expect(outcomes(acquired).map(([name, outcome]) => [name, outcome])).toEqual(
      CHAIN.map((name) => [name, silent.includes(name) ? "skipped" : "failed"]),
    );
    expect(diagnosis?.kind).toBe("managed_identity_probe_timeout");
    expect(call.attributes["error.type"]).toBe("managed_identity_probe_timeout");
  });

  it("takes a cached token although it probes on each call", async () => {
    const dac = credential();
    const first = await acquire(dac);
    expect(first.record).toMatchObject({ selected: "ManagedIdentityCredential", tokenSource: "network" });
    expect(exchangeLines(first)).toEqual([
      "GET /metadata/identity/oauth2/token 400",
      "GET /metadata/identity/oauth2/token 200",
    ]);
    const second = await acquire(dac);
    // It probes on each call since it leaves managed identities to MSAL, and did so once before.
    expect(exchangeLines(second)).toEqual(identitySince("4.4") ? ["GET /metadata/identity/oauth2/token 400"] : []);
    expect(second.record).toMatchObject({ tokenSource: "cache", selected: "ManagedIdentityCredential" });
    expect(second.call.attributes["azure.identity.token.source"]).toBe("cache");
  });

  it("stops where a member fails for good, and says which were never tried", async () => {
    Object.assign(process.env, emulator.environment("environmentSecret"), { AZURE_CLIENT_SECRET: "wrong" });
    const options = { ...emulator.credentialOptions(), httpClient: undefined as never };
    const { diagnosis, call } = await acquire(new DefaultAzureCredential(options));
    for (const name of identityVariables) delete process.env[name];
    expect(diagnosis?.kind).toBe("invalid_client_secret");
    expect(call.attributes["azure.identity.credential.not_tried"]).toEqual(CHAIN.slice(1));
  });

  // Before, the variable named groups of credentials only, and before that nothing read it.
  it.runIf(identitySince("4.11"))(
    "says that only silent members were left when AZURE_TOKEN_CREDENTIALS names one that is not set up",
    async () => {
      process.env.AZURE_TOKEN_CREDENTIALS = "WorkloadIdentityCredential";
      const { error, diagnosis } = await acquire(credential());
      delete process.env.AZURE_TOKEN_CREDENTIALS;
      expect(error?.message).toBe("Failed to retrieve a valid token");
      expect(diagnosis).toMatchObject({ kind: "configuration_missing", credentialType: "WorkloadIdentityCredential" });
    },
  );
});
