import { describe, expect, test, vi } from "vitest";
import { diagnoseAcquisition } from "../../src/failure/diagnose.js";
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
    expect(withWire(error, [{ ...IMDS, status: 403, probe: true }]).kind).toBe("managed_identity_unreachable");
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
