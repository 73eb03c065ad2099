import { ClientSecretCredential } from "@azure/identity";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Fault, faults, type IdentityEmulator, startIdentityEmulator } from "../../src/testing/index.js";
import { failure } from "./child.js";

const vault = "https://vault.azure.net/.default";
const token = { host: "entra", kind: "token" } as const;
let emulator: IdentityEmulator;

beforeAll(async () => {
  emulator = await startIdentityEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

function credential(authorityHost = emulator.authorityHost) {
  return new ClientSecretCredential(emulator.tenantId, emulator.clientId, emulator.clientSecret, {
    ...emulator.credentialOptions(),
    authorityHost,
    retryOptions: { maxRetries: 0 },
  });
}

/** Plays a fault on the token request and says what the SDK made of it. */
async function played(fault: Fault): Promise<Error> {
  emulator.fault(token, fault);
  return failure(credential().getToken(vault));
}

describe("what the SDK makes of a fault", () => {
  test("a scripted refusal, with what belongs to it", async () => {
    const claims = '{"access_token":{"polids":{"essential":true,"values":["p1"]}}}';
    const error = await played(faults.aadsts(53003, { subError: "basic_action", claims }));
    expect(error.name).toBe("AuthenticationRequiredError");
    expect(error.message).toMatch(
      /^interaction_required: AADSTS53003: Access has been blocked by Conditional Access policies\. /,
    );
    expect(error.cause).toMatchObject({ subError: "basic_action", claims, errorNo: 53003 });
  });

  test("a number that only the table knows is refused with its summary and error", async () => {
    const error = await played(faults.aadsts(7000112));
    expect(error.message).toMatch(/^unauthorized_client: Error\(s\): 7000112 - .* Description: AADSTS7000112: \S+/);
    expect(emulator.countRequests({ fault: "AADSTS7000112", status: 400 })).toBe(1);
  });

  test.each<[string, Fault, number | undefined, RegExp]>([
    ["throttled", faults.throttled({ retryAfterSeconds: 7 }), 429, /Description: AADSTS90055: There are too many/],
    ["proxyPage", faults.proxyPage(), 502, /^server_error: .*Http status code: 502.*organization's web gateway/s],
    ["malformedJson", faults.malformedJson(), 200, /^network_error: /],
    ["emptyToken", faults.emptyToken(), 200, /^Response had no "expiresOn" property\.$/],
    ["reset", faults.reset(), undefined, /^network_error: /],
    ["truncated", faults.truncated(), 200, /^network_error: /],
    ["status", faults.status(503), 503, /^status_503: /],
  ])("%s", async (name, fault, status, message) => {
    const error = await played(fault);
    expect(error.message).toMatch(message);
    const [request] = emulator.requests.filter(({ kind }) => kind === "token");
    expect(request?.fault).toBe(name);
    expect(request?.status).toBe(status);
  });
});

describe("the script", () => {
  const post = () => fetch(`${emulator.imdsEndpoint}/metadata/identity/oauth2/token`).then(({ status }) => status);

  test("is played in order, once each, then all is well", async () => {
    emulator.fault({ host: "imds" }, faults.status(500), faults.repeat(faults.status(502), 2));
    emulator.fault({ host: "imds", kind: "probe" }, faults.status(503));
    expect(emulator.pendingFaults).toBe(4);
    expect([await post(), await post(), await post(), await post(), await post()]).toEqual([500, 502, 502, 503, 400]);
    expect(emulator.pendingFaults).toBe(0);
  });

  test("leaves other requests alone, and is forgotten by reset", async () => {
    emulator.fault({ host: "entra" }, faults.repeat(faults.status(500)));
    expect(await post()).toBe(400);
    emulator.fault({ path: /\/oauth2\/token$/g }, faults.repeat(faults.status(418)));
    expect([await post(), await post()]).toEqual([418, 418]);
    expect(emulator.pendingFaults).toBe(Number.POSITIVE_INFINITY);
    emulator.reset();
    expect(emulator.pendingFaults).toBe(0);
    expect(emulator.requests).toEqual([]);
    expect(await post()).toBe(400);
  });

  test("is plain data", () => {
    for (const fault of [faults.repeat(faults.delay(5, faults.hang())), faults.service.networkRule()]) {
      expect(JSON.parse(JSON.stringify(fault))).toEqual(fault);
    }
  });

  test("delays, and sets the server's clock", async () => {
    emulator.fault({ host: "imds" }, faults.delay(200, faults.status(504)), faults.clockSkew(-3600));
    const started = performance.now();
    expect(await post()).toBe(504);
    expect(performance.now() - started).toBeGreaterThan(190);
    const response = await fetch(`${emulator.imdsEndpoint}/metadata/identity/oauth2/token`);
    const skew = (Date.parse(response.headers.get("date") ?? "") - Date.now()) / 1000;
    expect(skew).toBeGreaterThan(-3603);
    expect(skew).toBeLessThan(-3598);
  });

  test("hangs until the client gives up", async () => {
    emulator.fault({ host: "imds" }, faults.hang());
    const arrived = emulator.waitForRequest({ kind: "probe" });
    const signal = AbortSignal.timeout(300);
    const error = await failure(fetch(`${emulator.imdsEndpoint}/metadata/identity/oauth2/token`, { signal }));
    expect(error.name).toBe("TimeoutError");
    expect(await arrived).toMatchObject({ host: "imds", fault: "hang" });
    expect(emulator.requests[0]).not.toHaveProperty("status");
  });
});

describe("hosts that no client should trust", () => {
  test.each(["selfSigned", "expired", "wrongHost"] as const)("%s", async (name) => {
    const error = await failure(credential(emulator.misTrustedAuthorities[name]).getToken(vault));
    expect(error.message).toMatch(/^endpoints_resolution_error: /);
    expect(emulator.requests).toEqual([]);
  });

  test.each([
    ["selfSigned", "DEPTH_ZERO_SELF_SIGNED_CERT"],
    ["expired", "CERT_HAS_EXPIRED"],
    ["wrongHost", "ERR_TLS_CERT_ALTNAME_INVALID"],
  ] as const)("%s fails with %s", async (name, code) => {
    const { request } = await import("node:https");
    const error = await new Promise((resolve) => {
      request(emulator.misTrustedAuthorities[name], { ca: emulator.caCertificate }).on("error", resolve).end();
    });
    expect(error).toMatchObject({ code });
  });
});
