import { describe, expect, it } from "vitest";
import { redactHost, redactPath, redactScopes, redactText, requestId, timestamp } from "../../src/telemetry/redact.js";

const TENANT = "11111111-2222-3333-4444-555555555555";
/** First 12 hex digits of the SHA-256 of TENANT. */
const HASHED = "sha256:666ff6ccaa5b";
const JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln";
const CLIENT_SECRET = "abc8Q~DeFgHiJkLmNoPqRsTuVwXyZ012345678ab";

describe("paths", () => {
  it.each([
    ["/metadata/identity/oauth2/token", "/metadata/identity/oauth2/token"],
    ["/msi/token/?resource=x&secret=y", "/msi/token/"],
    ["/common/discovery/instance", "/common/discovery/instance"],
    ["/organizations/v2.0/.well-known/openid-configuration", "/organizations/v2.0/.well-known/openid-configuration"],
    [`/${TENANT}/oauth2/v2.0/token`, "/{id}/oauth2/v2.0/token"],
    ["/contoso.onmicrosoft.com/oauth2/v2.0/token", "/{id}/oauth2/v2.0/token"],
    ["/contoso.com/v2.0/.well-known/openid-configuration", "/{id}/v2.0/.well-known/openid-configuration"],
    [`/${JWT}/token`, "/REDACTED/token"],
    [`/tenant/${CLIENT_SECRET}`, "/tenant/REDACTED"],
    [`/${"a".repeat(41)}`, "/REDACTED"],
    ["/a b/%41", "/REDACTED/REDACTED"],
    ["/subscriptions/prod-2026/x", "/subscriptions/prod-2026/x"],
    ["/key-12345", "/REDACTED"],
    ["/", "/"],
    ["", ""],
    ["/a".repeat(40), "/a".repeat(15)],
  ])("%s is shown as %s", (path, shown) => expect(redactPath(path, "omit")).toBe(shown));

  it("has the tenant as the policy says", () => {
    expect(redactPath(`/${TENANT}/oauth2`, "plain")).toBe(`/${TENANT}/oauth2`);
    expect(redactPath(`/${TENANT}/oauth2`, "hash")).toBe(`/${HASHED}/oauth2`);
    expect(redactPath(`/${TENANT.toUpperCase()}/oauth2`, "hash")).toBe(`/${HASHED}/oauth2`);
  });
});

describe("scopes", () => {
  it.each([
    ["https://vault.azure.net/.default", "https://vault.azure.net/.default"],
    ["https://management.azure.com//.default", "https://management.azure.com//.default"],
    [`api://${TENANT}/access_as_user`, "api://{id}/access_as_user"],
    [`${TENANT}/.default`, "{id}/.default"],
    ["User.Read", "User.Read"],
    ["openid", "openid"],
    [JWT, "REDACTED"],
    [`https://vault.azure.net/${JWT}`, "https://vault.azure.net/REDACTED"],
    [CLIENT_SECRET, "REDACTED"],
    [`https://user:${CLIENT_SECRET}@vault.azure.net/.default`, expect.not.stringContaining("abc8Q")],
    ["x".repeat(300), "REDACTED"],
  ])("%s is shown as %s", (scope, shown) => expect(redactScopes(scope, "omit")).toEqual([shown]));

  it("are at most 16, and whatever is given is no exception", () => {
    expect(redactScopes(Array(40).fill("s"), "omit")).toHaveLength(16);
    const hostile = new Proxy([], {
      get() {
        throw new Error("no");
      },
    });
    expect(redactScopes(hostile, "omit")).toEqual(["REDACTED"]);
  });
});

describe("texts and ids", () => {
  it("of our own making lose identifiers, tokens and what could be one", () => {
    const text = `Assign ${TENANT} to jane@contoso.com in contoso.onmicrosoft.com with ${JWT} or ${"x".repeat(64)}.`;
    expect(redactText(text, "omit")).toBe("Assign {id} to {id} in {id} with REDACTED or REDACTED.");
    expect(redactText("y ".repeat(2000), "omit")).toHaveLength(1000);
  });

  it.each([
    ["7b12f9bb-2eef-42e3-ad75-eee69ec9088d", "7b12f9bb-2eef-42e3-ad75-eee69ec9088d"],
    [JWT, undefined],
    ["", undefined],
    [undefined, undefined],
    ["x".repeat(64), undefined],
    ["eyJhbGciOiJSUzI1NiJ9", undefined],
  ])("request id %s is shown as %s", (value, shown) => expect(requestId(value)).toBe(shown));

  it.each([
    ["2026-03-02 18:25:26Z", "2026-03-02 18:25:26Z"],
    ["yesterday", undefined],
    [undefined, undefined],
  ])("time stamp %s is shown as %s", (value, shown) => expect(timestamp(value)).toBe(shown));

  it.each([
    ["login.microsoftonline.com", "login.microsoftonline.com"],
    ["fe80::1%eth0", "fe80::1%eth0"],
    ["user:pass@host", "REDACTED"],
  ])("host %s is shown as %s", (host, shown) => expect(redactHost(host)).toBe(shown));
});
