import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { diagnose, diagnoseAcquisition } from "../../src/failure/diagnose.js";
import type { Diagnosis, Exchange, ToolProcess } from "../../src/failure/types.js";
import { concludeFromExchanges } from "../../src/failure/wire.js";
import { concludeFromProcesses } from "../../src/failure/wireProcess.js";

const AUTHORITY: Exchange = {
  method: "GET",
  scheme: "https",
  host: "login.microsoftonline.com",
  port: 443,
  path: "/tenant/v2.0/.well-known/openid-configuration",
  startTime: 0,
  durationMs: 20,
};
const TOKEN: Exchange = { ...AUTHORITY, method: "POST", path: "/tenant/oauth2/v2.0/token" };
const IMDS: Exchange = {
  method: "GET",
  scheme: "http",
  host: "169.254.169.254",
  port: 80,
  path: "/metadata/identity/oauth2/token",
  startTime: 0,
  durationMs: 20,
};
const APP_SERVICE: Exchange = { ...IMDS, host: "127.0.0.1", port: 41_741, path: "/msi/token" };

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });
const OPAQUE = named(
  "CredentialUnavailableError",
  "endpoints_resolution_error: See https://aka.ms/msal.js.errors#endpoints_resolution_error for details",
);
const OPAQUE_MI = named(
  "CredentialUnavailableError",
  "ManagedIdentityCredential: Network unreachable. Message: network_error: See https://aka.ms/",
);

function withWire(error: unknown, exchanges: readonly Exchange[], processes: readonly ToolProcess[] = []): Diagnosis {
  return diagnoseAcquisition(error, { credentialType: "ClientSecretCredential", attempts: [], exchanges, processes });
}

describe("what exchanges prove", () => {
  test.each([
    ["ENOTFOUND", "dns_failure"],
    ["EAI_AGAIN", "dns_failure"],
    ["ECONNREFUSED", "connection_failed"],
    ["ECONNRESET", "connection_failed"],
    ["EHOSTUNREACH", "connection_failed"],
    ["ENETUNREACH", "connection_failed"],
    ["EPIPE", "connection_failed"],
    ["ETIMEDOUT", "network_timeout"],
    ["UND_ERR_CONNECT_TIMEOUT", "network_timeout"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "tls_failure"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls_failure"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "tls_failure"],
    ["CERT_HAS_EXPIRED", "tls_failure"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "tls_failure"],
    ["EPROTO", "tls_failure"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "tls_failure"],
  ])("%s at the authority is %s, whatever the SDK says", (errorCode, kind) => {
    const found = withWire(OPAQUE, [{ ...AUTHORITY, errorCode }]);
    expect(found.kind).toBe(kind);
    expect(found.network).toEqual({ code: errorCode, host: "login.microsoftonline.com", port: 443 });
    expect(found.cause).toContain(`GET login.microsoftonline.com:443 ended in ${errorCode}.`);
  });

  test.each(["ECONNREFUSED", "EHOSTUNREACH", "ETIMEDOUT", "ENOTFOUND"])("%s at an identity endpoint", (errorCode) => {
    expect(withWire(OPAQUE_MI, [{ ...IMDS, errorCode }]).kind).toBe("managed_identity_unreachable");
    expect(withWire(OPAQUE_MI, [{ ...APP_SERVICE, errorCode }]).kind).toBe("managed_identity_unreachable");
  });

  test.each([
    [400, "managed_identity_not_assigned"],
    [404, "managed_identity_retries_exhausted"],
    [410, "managed_identity_retries_exhausted"],
    [429, "throttled"],
    [500, "managed_identity_endpoint_error"],
    [502, "managed_identity_gateway_error"],
    [503, "managed_identity_retries_exhausted"],
    [504, "managed_identity_gateway_error"],
    [403, "managed_identity_endpoint_error"],
  ])("%i of IMDS is %s", (status, kind) => {
    expect(withWire(OPAQUE_MI, [{ ...IMDS, status }]).kind).toBe(kind);
  });

  test("500 of IMDS over and over", () => {
    const again: Exchange = { ...IMDS, status: 500 };
    const found = withWire(OPAQUE_MI, [again, again, again, again]);
    expect(found.kind).toBe("managed_identity_retries_exhausted");
    expect(found.cause).toContain("was answered with 500 (4 times).");
  });

  test("a page of a proxy, and its 407", () => {
    expect(withWire(OPAQUE, [{ ...AUTHORITY, status: 502, contentType: "text/html" }]).kind).toBe("proxy_failure");
    expect(withWire(OPAQUE, [{ ...TOKEN, status: 200, contentType: "text/html" }]).kind).toBe("proxy_failure");
    expect(withWire(OPAQUE, [{ ...TOKEN, status: 407 }]).kind).toBe("proxy_failure");
    expect(withWire(OPAQUE_MI, [{ ...IMDS, status: 200, contentType: "text/html" }]).kind).toBe(
      "managed_identity_gateway_error",
    );
  });

  describe("a web page and a status", () => {
    const page: Exchange = { ...TOKEN, status: 503, contentType: "text/html" };
    const ID = "00000000-1111-2222-3333-444444444444";
    const noProxy = () => {
      for (const name of ["HTTPS_PROXY", "ALL_PROXY", "HTTP_PROXY"]) {
        vi.stubEnv(name, "");
        vi.stubEnv(name.toLowerCase(), "");
      }
    };
    beforeEach(noProxy);
    afterEach(() => vi.unstubAllEnvs());

    test.each<readonly [string, readonly Exchange[], string]>([
      ["the authority's own, which has a request id", [{ ...page, requestId: ID }], "service_unavailable"],
      ["of nobody known", [page], "service_unavailable"],
      ["500 of nobody known", [{ ...page, status: 500 }], "service_unavailable"],
      ["passed on by a proxy", [{ ...page, intermediary: true }], "proxy_failure"],
      [
        "of a proxy that passed the request id on",
        [{ ...page, intermediary: true, requestId: ID }],
        "service_unavailable",
      ],
      ["where the answer before was signed", [{ ...AUTHORITY, status: 200, requestId: ID }, page], "proxy_failure"],
      ["502", [{ ...page, status: 502 }], "proxy_failure"],
      ["504", [{ ...page, status: 504 }], "proxy_failure"],
      ["403", [{ ...page, status: 403 }], "proxy_failure"],
      ["429", [{ ...page, status: 429, intermediary: true }], "throttled"],
      ["429 of the metadata", [{ ...AUTHORITY, status: 429, contentType: "text/html" }], "throttled"],
      ["of a server of one's own", [{ ...page, scheme: "http", path: "/token-of-mine" }], "service_unavailable"],
      ["IMDS 429", [{ ...IMDS, status: 429, contentType: "text/html", intermediary: true }], "throttled"],
      ["IMDS 410", [{ ...IMDS, status: 410, contentType: "text/html" }], "managed_identity_retries_exhausted"],
      ["IMDS 503", [{ ...IMDS, status: 503, contentType: "text/html" }], "managed_identity_retries_exhausted"],
      ["IMDS 404", [{ ...IMDS, status: 404, contentType: "text/html" }], "managed_identity_gateway_error"],
      [
        "IMDS 503 of a proxy",
        [{ ...IMDS, status: 503, contentType: "text/html", intermediary: true }],
        "managed_identity_gateway_error",
      ],
    ])("%s", (_, exchanges, kind) => {
      expect(withWire(OPAQUE, exchanges).kind).toBe(kind);
    });

    test("of a server of one's own says nothing of a proxy", () => {
      const own = { ...page, status: 404, scheme: "http", path: "/token-of-mine" } as const;
      expect(withWire(new Error("no token"), [own]).kind).toBe("unknown");
    });

    test.each(["HTTPS_PROXY", "all_proxy", "HTTP_PROXY"])("behind %s", (name) => {
      vi.stubEnv(name, "http://127.0.0.1:3128");
      expect(withWire(OPAQUE, [page]).kind).toBe("proxy_failure");
      expect(withWire(OPAQUE_MI, [{ ...IMDS, status: 500, contentType: "text/html" }]).kind).toBe(
        "managed_identity_gateway_error",
      );
    });

    test.each([
      [429, "<html>busy</html>", "throttled"],
      [410, "<!DOCTYPE html><p>gone</p>", "managed_identity_retries_exhausted"],
      [503, "<html>Service Unavailable</html>", "managed_identity_retries_exhausted"],
      [503, "<html>Generated by squid</html>", "managed_identity_gateway_error"],
      [502, "<html>Bad Gateway</html>", "managed_identity_gateway_error"],
    ])("the text says the same: %i %s", (status, body, kind) => {
      const text = `ManagedIdentityCredential: Authentication failed. Message unknown_error: Error(s): Not Available - Timestamp: Not Available - Description: An unknown error occured.\nHttp status code: ${status}\nHttp status message: ${body}`;
      expect(diagnose(text).kind).toBe(kind);
    });
  });

  test("a proxy that was not reached is named, not what is behind it", () => {
    const refused: Exchange = { ...TOKEN, errorCode: "ECONNREFUSED", proxyHost: "10.0.0.9", proxyPort: 3128 };
    const found = withWire(OPAQUE, [refused]);
    expect(found.kind).toBe("connection_failed");
    expect(found.network).toEqual({ code: "ECONNREFUSED", host: "10.0.0.9", port: 3128 });
    expect(found.cause).toContain(
      "POST login.microsoftonline.com:443 ended in ECONNREFUSED at the proxy 10.0.0.9:3128.",
    );
    expect(found.remedies[0]?.action).toContain("HTTPS_PROXY");
    const unknown = withWire(OPAQUE, [{ ...TOKEN, errorCode: "ENOTFOUND", proxyHost: "proxy.example" }]);
    expect(unknown.kind).toBe("dns_failure");
    expect(unknown.network).toEqual({ code: "ENOTFOUND", host: "proxy.example" });
    expect(JSON.stringify(unknown.remedies)).not.toContain("AZURE_AUTHORITY_HOST");
    const identity = withWire(OPAQUE_MI, [{ ...refused, ...IMDS }]);
    expect(identity.kind).toBe("managed_identity_unreachable");
    expect(identity.cause).toContain("sent through a forward proxy, which was not reached");
    expect(identity.remedies[0]?.command).toContain("NO_PROXY");
  });

  test("an answer that was cut is an answer", () => {
    const cut = { status: 200, errorCode: "ECONNRESET" } as const;
    const identity = withWire(OPAQUE_MI, [{ ...IMDS, ...cut }]);
    expect(identity.kind).toBe("managed_identity_endpoint_error");
    expect(identity.http).toEqual({ status: 200, host: "169.254.169.254" });
    expect(identity.cause).toContain("was answered with 200, and then ended in ECONNRESET.");
    const authority = withWire(OPAQUE, [{ ...TOKEN, ...cut }]);
    expect(authority.kind).toBe("connection_failed");
    expect(authority.cause).toContain("was answered with 200, and then ended in ECONNRESET.");
  });

  test("metadata that came and cannot be used", () => {
    const found = withWire(OPAQUE, [{ ...AUTHORITY, status: 200 }]);
    expect(found.kind).toBe("authority_unreachable");
    expect(found.http).toEqual({ status: 200, host: "login.microsoftonline.com" });
    expect(found.cause).toContain("The authority answered, but not with metadata that can be used.");
  });

  test("what a proxy answered to CONNECT, which the agents pass on as the authority's", () => {
    for (const name of ["HTTPS_PROXY", "https_proxy"]) vi.stubEnv(name, "");
    const bare: Exchange = { ...TOKEN, status: 503 };
    expect(withWire(OPAQUE, [bare]).kind).toBe("service_unavailable");
    vi.stubEnv("HTTPS_PROXY", "http://127.0.0.1:3128");
    expect(withWire(OPAQUE, [bare]).kind).toBe("proxy_failure");
    expect(withWire(OPAQUE, [{ ...bare, contentType: "application/json" }]).kind).toBe("service_unavailable");
    expect(withWire(OPAQUE, [{ ...bare, requestId: "00000000-1111-2222-3333-444444444444" }]).kind).toBe(
      "service_unavailable",
    );
    vi.unstubAllEnvs();
  });

  test("throttling keeps Retry-After, which the SDK loses", () => {
    const found = withWire(named("AuthenticationRequiredError", "network_error: x"), [
      { ...TOKEN, status: 429, retryAfterSeconds: 17 },
    ]);
    expect(found.kind).toBe("throttled");
    expect(found.http).toEqual({ status: 429, host: "login.microsoftonline.com", retryAfterSeconds: 17 });
  });

  test("metadata refused for an unknown tenant", () => {
    expect(withWire(OPAQUE, [{ ...AUTHORITY, status: 400 }]).kind).toBe("tenant_not_found");
    expect(withWire(OPAQUE, [{ ...TOKEN, status: 503 }]).kind).toBe("service_unavailable");
  });

  test("the probe", () => {
    const probe: Exchange = { ...IMDS, errorCode: "ABORT_ERR", durationMs: 1_003 };
    const error = named(
      "CredentialUnavailableError",
      "ManagedIdentityCredential: Authentication failed. Message Attempted to use the IMDS endpoint, but it is not available.",
    );
    expect(withWire(error, [probe]).kind).toBe("managed_identity_probe_timeout");
    expect(withWire(error, [{ ...probe, errorCode: "ECONNREFUSED", durationMs: 1 }]).kind).toBe(
      "managed_identity_unreachable",
    );
    expect(withWire(error, [{ ...probe, durationMs: 20_000 }]).kind).toBe("managed_identity_unreachable");
  });

  test("the probe that Docker Desktop answers", () => {
    const error = named(
      "CredentialUnavailableError",
      "ManagedIdentityCredential: Authentication failed. Message Attempted to use the IMDS endpoint, but it is not available.",
    );
    const found = withWire(error, [{ ...IMDS, status: 403, probe: true }]);
    expect(found.kind).toBe("managed_identity_unreachable");
    expect(found.cause).toContain("as Docker Desktop does");
  });

  test("a redirect is a portal's", () => {
    expect(withWire(OPAQUE, [{ ...AUTHORITY, status: 302 }]).kind).toBe("proxy_failure");
    expect(withWire(OPAQUE_MI, [{ ...IMDS, status: 307 }]).kind).toBe("managed_identity_gateway_error");
  });

  test("Entra's own answer outweighs the wire", () => {
    const refused = named("AuthenticationRequiredError", "invalid_client: AADSTS7000215: Invalid client secret");
    expect(
      withWire(refused, [
        { ...AUTHORITY, status: 200 },
        { ...TOKEN, status: 401 },
      ]).kind,
    ).toBe("invalid_client_secret");
  });

  test("what came right in the end proves nothing", () => {
    expect(concludeFromExchanges([])).toBeUndefined();
    expect(
      concludeFromExchanges([
        { ...TOKEN, errorCode: "ECONNRESET" },
        { ...TOKEN, status: 200 },
      ]),
    ).toBeUndefined();
    expect(concludeFromExchanges([{ ...TOKEN, status: 401 }])).toBeUndefined();
    expect(concludeFromExchanges([{ ...TOKEN, pending: true }])).toBeUndefined();
  });

  test("an option that was never sent is not blamed on the network", () => {
    const missing = named("CredentialUnavailableError", "ClientSecretCredential: clientId is a required parameter.");
    expect(withWire(missing, [{ ...TOKEN, errorCode: "ENOTFOUND" }]).kind).toBe("configuration_missing");
  });

  test("a deadline says what was being waited for", () => {
    const found = withWire(named("CredentialDeadlineError", "no token"), [
      { ...IMDS, pending: true, durationMs: 4_000 },
    ]);
    expect(found.kind).toBe("deadline_exceeded");
    expect(found.http).toEqual({ host: "169.254.169.254" });
    expect(found.cause).toContain("GET 169.254.169.254:80 had been waiting for an answer for 4000 ms.");
  });
});

describe("what processes prove", () => {
  const az: ToolProcess = { file: "az", startTime: 0, durationMs: 10_004 };
  const output = named("CredentialUnavailableError", "Unexpected end of JSON input");

  test("a killed tool was too slow, though its output reads as broken", () => {
    expect(withWire(output, []).kind).toBe("tool_failed");
    const found = withWire(output, [], [{ ...az, exitCode: null, signal: "SIGTERM" }]);
    expect(found.kind).toBe("tool_timeout");
    expect(found.cause).toContain("az was ended by SIGTERM after 10004 ms.");
  });

  test("one that something else killed was not", () => {
    const found = withWire(output, [], [{ ...az, durationMs: 30, exitCode: null, signal: "SIGKILL" }]);
    expect(found.kind).toBe("tool_failed");
    expect(found.cause).toContain("az was ended by SIGKILL after 30 ms.");
  });

  test("what a credential throws is about acquiring a token, whatever it says", () => {
    const found = withWire(new TypeError("Invalid URL"), []);
    expect(found.kind).toBe("unknown");
    expect(withWire(new TypeError("Invalid URL"), [], [{ ...az, exitCode: 1 }]).kind).toBe("tool_failed");
    // A browser is no tool that gives tokens.
    expect(withWire(new Error("no"), [], [{ ...az, file: "xdg-open", exitCode: 1 }]).kind).toBe("unknown");
  });

  test("exit codes", () => {
    expect(concludeFromProcesses([{ ...az, exitCode: 127 }])?.kind).toBe("tool_not_installed");
    expect(concludeFromProcesses([{ ...az, exitCode: 1 }])).toBeUndefined();
    expect(concludeFromProcesses([])).toBeUndefined();
  });
});
