import { ClientSecretCredential } from "@azure/identity";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { FaultScript } from "../../src/testing/faults/script.js";
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

describe("a rate", () => {
  const probe = () => fetch(`${emulator.imdsEndpoint}/metadata/identity/oauth2/token`);
  const arrival = (at: number, kind: "token" | "probe" = "token") =>
    ({ host: "imds", kind, method: "GET", path: "/", query: {}, at }) as const;
  const played = (script: FaultScript, ...at: number[]) => at.map((ms) => script.take(arrival(ms))?.name);

  test("lets through so many of any second, and refused requests do not count", () => {
    const script = new FaultScript();
    script.add({ host: "imds" }, [faults.throttleAbove({ perSecond: 2 })]);
    expect(played(script, 5000, 5400, 5500, 5999)).toEqual([undefined, undefined, "throttleAbove", "throttleAbove"]);
    expect(played(script, 6000, 6001, 6399, 6400)).toEqual([undefined, "throttleAbove", "throttleAbove", undefined]);
    expect(script.remaining).toBe(Number.POSITIVE_INFINITY);
    script.clear();
    expect(played(script, 6400, 6400)).toEqual([undefined, undefined]);
  });

  test("leaves what it lets through to the faults set later", () => {
    const script = new FaultScript();
    script.add({ kind: "token" }, [faults.throttleAbove({ perSecond: 2 })]);
    script.add({ host: "imds" }, [faults.status(500), faults.repeat(faults.delay(50))]);
    expect(played(script, 1, 2, 3)).toEqual(["status", "delay", "throttleAbove"]);
    expect(script.take(arrival(4, "probe"))?.name).toBe("delay");
  });

  test("is one for each time it is set, and can refuse late", () => {
    const rate = faults.throttleAbove({ perSecond: 1, retryAfterSeconds: 9 });
    const script = new FaultScript();
    script.add({ kind: "probe" }, [rate]);
    script.add({ kind: "token" }, [faults.repeat(faults.delay(50, faults.repeat(rate)))]);
    expect(script.take(arrival(1, "probe"))).toBeUndefined();
    expect(script.take(arrival(2))).toEqual({ type: "delay", name: "delay", milliseconds: 50 });
    const refusal: Fault = { type: "throttled", name: "throttleAbove", retryAfterSeconds: 9 };
    expect(script.take(arrival(3))).toEqual(faults.delay(50, refusal));
    expect(script.take(arrival(3, "probe"))).toEqual(refusal);
  });

  test("is refused in the host's own form, with and without Retry-After", async () => {
    emulator.fault({ host: "imds" }, faults.throttleAbove({ perSecond: 0 }));
    const refused = await probe();
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
    expect(await refused.json()).toEqual({ error: "too_many_requests", error_description: "Too many requests" });
    expect(emulator.requests).toMatchObject([{ host: "imds", fault: "throttleAbove", status: 429 }]);
    emulator.reset();
    emulator.fault({ host: "imds" }, faults.throttleAbove({ perSecond: 0, retryAfterSeconds: null }));
    expect((await probe()).headers.has("retry-after")).toBe(false);
    emulator.reset();
    expect((await probe()).status).toBe(400);
    expect(emulator.requests[0]).not.toHaveProperty("fault");
  });

  test("is met by the SDK, which takes Entra ID's refusal for final", async () => {
    emulator.fault(token, faults.throttleAbove({ perSecond: 1 }));
    const [first, ...others] = await Promise.allSettled([1, 2, 3].map(() => credential().getToken(vault)));
    const settled = [first, ...others].map((one) => one?.status).sort();
    expect(settled).toEqual(["fulfilled", "rejected", "rejected"]);
    expect(emulator.countRequests({ ...token, status: 429, fault: "throttleAbove" })).toBe(2);
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
