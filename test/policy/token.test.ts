import { ManagedIdentityCredential, OnBehalfOfCredential } from "@azure/identity";
import { describe, expect, test, vi } from "vitest";
import { describeCredential } from "../../src/policy/inspect.js";
import type { PolicyConfig } from "../../src/policy/types.js";
import { APP, CLIENT, jwt, OTHER_TENANT, PERSON, policyOf, SCOPE, TENANT, token } from "./support.js";

const decode = vi.hoisted(() => ({ calls: 0 }));
vi.mock("jose/jwt/decode", async (original) => {
  const { decodeJwt } = await original<typeof import("jose/jwt/decode")>();
  return {
    decodeJwt: (text: string) => {
      decode.calls++;
      return decodeJwt(text);
    },
  };
});

// The setup of all tests has loaded the policy, so that what is mocked has to be loaded anew.
vi.resetModules();
const { checkCall, checkToken } = await import("../../src/policy/evaluate.js");

const identity = describeCredential(new ManagedIdentityCredential({ clientId: CLIENT }), {});
const only = (rules: PolicyConfig["rules"]) => policyOf({ preset: "off", rules });

describe("no-user-token", () => {
  const policy = only({ "no-user-token": "error" });
  const found = (claims: Record<string, unknown> | string, facts = identity) =>
    checkToken(policy, facts, token(claims)).map(({ ruleId, severity }) => `${ruleId} ${severity}`);

  test.each<[string, Record<string, unknown>]>([
    ["idtyp says so", PERSON],
    ["idtyp in another case", { idtyp: "User" }],
    ["idtyp outweighs roles", { idtyp: "user", roles: ["Reader"] }],
    ["a delegated scope", { scp: "user_impersonation" }],
    ["a delegated scope with app roles of that person", { scp: "Files.Read", roles: ["Admin"] }],
    ["a name, version 1", { upn: "ada@example.com", oid: "a", sub: "b" }],
    ["a guest", { unique_name: "live.com#ada@example.com" }],
    ["a name, version 2", { ver: "2.0", preferred_username: "ada@example.com" }],
  ])("finds the token of a person: %s", (_, claims) => {
    expect(found(claims)).toEqual(["no-user-token error"]);
  });

  test.each<[string, Record<string, unknown> | string]>([
    ["idtyp says so", APP],
    ["idtyp outweighs scp", { idtyp: "app", scp: "x" }],
    [
      "a managed identity",
      { appid: CLIENT, appidacr: "2", oid: "a", sub: "a", tid: TENANT, xms_mirid: "/subscriptions/s" },
    ],
    ["roles and no scp", { roles: ["Reader"] }],
    ["an empty scp", { scp: "" }],
    ["claims of other types", { scp: 1, upn: ["a"], idtyp: 5 }],
    ["a name beside roles", { upn: "job@example.com", roles: ["Reader"] }],
    ["a device", { idtyp: "device" }],
    ["no claims", {}],
    ["opaque", "opaque-token"],
    ["empty", ""],
    ["encrypted", "a.b.c.d.e"],
    ["three parts, no JSON", "a.bm90IGpzb24.c"],
    ["three parts, an array", `a.${Buffer.from("[]").toString("base64url")}.c`],
  ])("lets pass: %s", (_, claims) => {
    expect(found(claims)).toEqual([]);
  });

  test("an OnBehalfOfCredential is there to act for a person, unless the option says otherwise", () => {
    const credential = new OnBehalfOfCredential({
      tenantId: TENANT,
      clientId: CLIENT,
      certificatePath: "/c",
      userAssertionToken: "u",
    });
    const facts = describeCredential(credential, {});
    expect(found(PERSON, facts)).toEqual([]);
    const strict = only({ "no-user-token": ["error", { allowOnBehalfOf: false }] });
    expect(checkToken(strict, facts, token(PERSON))).toHaveLength(1);
  });

  test("a token is decoded once, also where each call has a new object around it", () => {
    const strict = only({ "no-user-token": "error", "allowed-tenants": ["error", { tenants: [TENANT] }] });
    const one = token(APP);
    decode.calls = 0;
    for (let call = 0; call < 10; call++) checkToken(strict, identity, one);
    for (let call = 0; call < 10; call++) checkToken(strict, identity, { ...one });
    expect(decode.calls).toBe(1);
    checkToken(strict, identity, token({ ...APP, jti: "next" }));
    expect(decode.calls).toBe(2);
  });
});

describe("min-token-lifetime", () => {
  const found = (seconds: number, setting: PolicyConfig["rules"]) =>
    checkToken(only(setting), identity, token("opaque", seconds)).map(({ message }) => message);
  test("60 seconds unless the option says otherwise", () => {
    expect(found(59.5, { "min-token-lifetime": "warn" })).toEqual([
      "The token has 59 seconds to live, less than the 60 that are asked for.",
    ]);
    expect(found(61, { "min-token-lifetime": "warn" })).toEqual([]);
    expect(found(61, { "min-token-lifetime": ["warn", { seconds: 300 }] })).toHaveLength(1);
    expect(found(-90, { "min-token-lifetime": ["warn", { seconds: 0 }] })[0]).toMatch(
      /^The token expired (89|90) seconds ago/,
    );
    expect(found(0.5, { "min-token-lifetime": ["warn", { seconds: 0 }] })).toEqual([]);
  });

  test("an expiry that no client can use is said to be one", () => {
    expect(found(Number.NaN, { "min-token-lifetime": "warn" })).toEqual([
      "The token's expiresOnTimestamp is no number: a client never sees it expire and keeps it.",
    ]);
    const inWords = { token: jwt(APP), expiresOnTimestamp: "soon" } as unknown as ReturnType<typeof token>;
    expect(checkToken(policyOf(), identity, inWords)).toHaveLength(1);
    const inSeconds = { token: "opaque", expiresOnTimestamp: Math.floor(Date.now() / 1000) + 3600 };
    expect(checkToken(only({ "min-token-lifetime": "warn" }), identity, inSeconds)).toEqual([
      {
        ruleId: "min-token-lifetime",
        severity: "warn",
        message: "The token's expiresOnTimestamp is in seconds and has to be in milliseconds: it reads as expired.",
        remedy:
          "Check the clock of this machine, whatever caches tokens between the credential and Entra, and that a credential of your own gives expiresOnTimestamp in milliseconds.",
        url: "https://learn.microsoft.com/entra/identity-platform/access-tokens#token-lifetime",
      },
    ]);
  });
});

describe("allowed-tenants", () => {
  const allowed = (...tenants: string[]) => only({ "allowed-tenants": ["error", { tenants }] });
  test("the tenant of a call, before anything is sent", () => {
    const found = (tenantId?: string) =>
      checkCall(
        allowed(TENANT, "contoso.onmicrosoft.com"),
        identity,
        SCOPE,
        tenantId === undefined ? {} : { tenantId },
      );
    expect(found()).toEqual([]);
    expect(found(TENANT.toUpperCase())).toEqual([]);
    expect(found("Contoso.onmicrosoft.com")).toEqual([]);
    expect(found(OTHER_TENANT)).toMatchObject([
      { ruleId: "allowed-tenants", severity: "error", subject: OTHER_TENANT },
    ]);
    expect(found("common")).toHaveLength(1);
    expect(found(OTHER_TENANT)[0]?.message).not.toContain(OTHER_TENANT);
  });
  test("the tenant of a token, where the list has nothing but ids", () => {
    const found = (claims: Record<string, unknown> | string, ...tenants: string[]) =>
      checkToken(allowed(...tenants), identity, token(claims)).map(({ subject }) => subject);
    expect(found(APP, TENANT)).toEqual([]);
    expect(found({ tid: OTHER_TENANT }, TENANT)).toEqual([OTHER_TENANT]);
    expect(found({ tid: OTHER_TENANT }, TENANT, "contoso.com")).toEqual([]);
    expect(found("opaque", TENANT)).toEqual([]);
    expect(found({}, TENANT)).toEqual([]);
  });
});

describe("allowed-scopes", () => {
  const policy = only({ "allowed-scopes": ["error", { scopes: [SCOPE, "https://storage.azure.com/*"] }] });
  const found = (scopes: string | string[]) => checkCall(policy, identity, scopes).map(({ subject }) => subject);
  test.each<[string | string[], (string | undefined)[]]>([
    [SCOPE, []],
    [[SCOPE], []],
    [[SCOPE, "https://storage.azure.com/user_impersonation"], []],
    ["https://storage.azure.com/", []],
    ["https://storage.azure.com.evil.example/.default", ["https://storage.azure.com.evil.example/.default"]],
    [`${SCOPE}x`, [`${SCOPE}x`]],
    [[SCOPE, "https://management.azure.com/.default"], ["https://management.azure.com/.default"]],
    [[], []],
    [undefined as unknown as string, [undefined]],
    [[7] as unknown as string[], [undefined]],
  ])("%j", (scopes, subjects) => {
    expect(found(scopes)).toEqual(subjects);
  });
});

describe("what a credential gives that is no token", () => {
  const policy = only({ "no-user-token": "error", "min-token-lifetime": "error" });
  const throwing = new Proxy({} as ReturnType<typeof token>, {
    get: () => {
      throw new Error("no");
    },
  });
  test.each([null, undefined, "text", {}, { token: 5 }, throwing])("is not judged (%#)", (given) => {
    expect(checkToken(policy, identity, given as ReturnType<typeof token>)).toEqual([]);
  });
});
