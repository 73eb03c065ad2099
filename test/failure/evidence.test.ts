import { describe, expect, test } from "vitest";
import { diagnose } from "../../src/failure/diagnose.js";
import { boundText, readEvidence } from "../../src/failure/evidence.js";

const TRACE = "03da4b8e-5ffe-48ca-9754-aff4276f0100";
const CORRELATION = "7b12f9bb-2eef-42e3-ad75-eee69ec9088d";

describe("facts of Entra's answer", () => {
  test.each([
    [
      "JavaScript",
      `invalid_client: Error(s): 7000215 - Timestamp: 2026-03-02 18:25:26Z - Description: AADSTS7000215: Invalid. Trace ID: ${TRACE} Correlation ID: ${CORRELATION} Timestamp: 2026-03-02 18:25:26Z - Correlation ID: ${CORRELATION} - Trace ID: ${TRACE}`,
    ],
    [
      "Python",
      `Authentication failed: AADSTS7000215: Invalid.\r\nTrace ID: ${TRACE}\r\nCorrelation ID: ${CORRELATION}\r\nTimestamp: 2026-03-02 18:25:26Z\nContent: {"error":"invalid_client"}`,
    ],
    [
      "Go",
      `{\n  "error": "invalid_client",\n  "error_description": "AADSTS7000215: Invalid.\\r\\nTrace ID: ${TRACE}\\r\\nCorrelation ID: ${CORRELATION}\\r\\nTimestamp: 2026-03-02 18:25:26Z",\n  "error_codes": [\n    7000215\n  ],\n  "timestamp": "2026-03-02 18:25:26Z",\n  "trace_id": "${TRACE}",\n  "correlation_id": "${CORRELATION}"\n}`,
    ],
    [
      "JSON in a log",
      `{"msg":"{\\"error\\":\\"invalid_client\\",\\"error_codes\\":[7000215],\\"timestamp\\":\\"2026-03-02 18:25:26Z\\",\\"trace_id\\":\\"${TRACE}\\",\\"correlation_id\\":\\"${CORRELATION}\\"}"}`,
    ],
    [
      ".NET",
      `Original exception: AADSTS7000215: Invalid. Trace ID: ${TRACE} Correlation ID: ${CORRELATION} Timestamp: 2026-03-02 18:25:26Z, error=invalid_client`,
    ],
  ])("%s", (_layout, text) => {
    expect(diagnose(text).entra).toEqual({
      codes: [7000215],
      error: "invalid_client",
      correlationId: CORRELATION,
      traceId: TRACE,
      timestamp: "2026-03-02 18:25:26Z",
    });
  });

  test("properties of AuthenticationError.errorResponse", () => {
    const error = Object.assign(new Error("ManagedIdentityCredential authentication failed."), {
      name: "AuthenticationError",
      statusCode: 401,
      errorResponse: {
        error: "invalid_client",
        errorCodes: [7000222],
        correlationId: CORRELATION,
        traceId: TRACE,
        timestamp: "2026-03-02 18:25:26Z",
      },
    });
    const found = diagnose(error);
    expect(found.kind).toBe("expired_client_secret");
    expect(found.entra).toEqual({
      codes: [7000222],
      error: "invalid_client",
      correlationId: CORRELATION,
      traceId: TRACE,
      timestamp: "2026-03-02 18:25:26Z",
    });
    expect(found.http).toEqual({ status: 401 });
  });

  test("properties of MSAL's error in the cause", () => {
    const cause = Object.assign(new Error("something"), {
      name: "InteractionRequiredAuthError",
      errorCode: "interaction_required",
      errorNo: "50076",
      subError: "basic_action",
      correlationId: CORRELATION,
    });
    const error = Object.assign(new Error("failed", { cause }), { name: "AuthenticationRequiredError" });
    const found = diagnose(error);
    expect(found.kind).toBe("mfa_required");
    expect(found.entra).toEqual({
      codes: [50076],
      error: "interaction_required",
      subError: "basic_action",
      correlationId: CORRELATION,
    });
  });
});

describe("facts of errors", () => {
  test("a system error", () => {
    const error = Object.assign(new Error("boom"), {
      code: "ENOTFOUND",
      syscall: "getaddrinfo",
      hostname: "login.microsoftonline.com",
    });
    const found = diagnose(error);
    expect(found.kind).toBe("dns_failure");
    expect(found.network).toEqual({ code: "ENOTFOUND", host: "login.microsoftonline.com" });
  });

  test("a code in the cause outweighs the message", () => {
    const cause = Object.assign(new Error("x"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
    const error = Object.assign(new Error("endpoints_resolution_error: See https://aka.ms/", { cause }), {
      name: "CredentialUnavailableError",
    });
    expect(diagnose(error).kind).toBe("tls_failure");
  });

  test("a RestError of a service", () => {
    const refused = (status: number, message: string, authenticate?: string): unknown =>
      Object.assign(new Error(message), {
        name: "RestError",
        statusCode: status,
        request: { url: "https://contoso.vault.azure.net/secrets/x?api-version=7.4" },
        response: {
          status,
          headers: { get: (name: string) => (name === "www-authenticate" ? authenticate : undefined) },
        },
      });
    expect(diagnose(refused(403, "Caller is not authorized to perform action on resource.")).kind).toBe(
      "authorization_denied",
    );
    expect(diagnose(refused(403, "Client address is not authorized and caller is not a trusted service.")).kind).toBe(
      "network_rule_denied",
    );
    expect(diagnose(refused(401, "AKV10032: Invalid issuer.")).kind).toBe("token_rejected");
    expect(diagnose(refused(401, "Unauthorized", 'Bearer error="insufficient_claims", claims="eyJ9"')).kind).toBe(
      "claims_challenge",
    );
    expect(diagnose(refused(401, "Unauthorized")).http).toEqual({ status: 401, host: "contoso.vault.azure.net" });
  });

  test("an abort is an abort", () => {
    expect(diagnose(new DOMException("This operation was aborted", "AbortError")).kind).toBe("aborted");
    expect(diagnose(Object.assign(new Error("x"), { code: "ABORT_ERR" })).kind).toBe("aborted");
  });

  test("an error of the caller's own code is none of authentication", () => {
    expect(diagnose(new TypeError("Cannot read properties of undefined (reading 'token')")).kind).toBe(
      "not_authentication",
    );
    expect(diagnose(new RangeError("Invalid array length")).kind).toBe("not_authentication");
  });

  test("a tool that could not be started", () => {
    const error = Object.assign(new Error("spawn az ENOENT"), { code: "ENOENT", syscall: "spawn az", path: "az" });
    expect(diagnose(error).kind).toBe("tool_not_installed");
  });

  test("Retry-After and status in text", () => {
    const found = diagnose(
      'client_error: Description: A client error occured.\nHttp status code: 429\nHttp status message: Too many requests\nHeaders: {"retry-after":"30"} AuthenticationRequiredError',
    );
    expect(found.kind).toBe("throttled");
    expect(found.http).toEqual({ status: 429, retryAfterSeconds: 30 });
  });

  test("the credential, its file and its variables", () => {
    expect(diagnose("AzureCLICredential: executable not found on path").credentialType).toBe("AzureCliCredential");
    expect(diagnose("EnvironmentCredential: missing environment variable AZURE_TENANT_ID").cause).toContain(
      "AZURE_TENANT_ID",
    );
    expect(
      diagnose("WorkloadIdentityCredential: open /var/run/secrets/azure/tokens/t: no such file or directory").cause,
    ).toContain("The file is /var/run/secrets/azure/tokens/t.");
  });

  test("the facts of plain text", () => {
    const evidence = readEvidence("dial tcp: lookup login.microsoftonline.com: no such host");
    expect(evidence.host).toBe("login.microsoftonline.com");
    expect(readEvidence("connect ECONNREFUSED 20.190.151.7:443")).toMatchObject({
      host: "20.190.151.7",
      port: 443,
      codes: ["ECONNREFUSED"],
    });
    expect(readEvidence("AADSTS50076 AADSTS123 AADSTS12345678 AADSTS50076").aadsts).toEqual([50076]);
  });

  test("stack frames say nothing", () => {
    const text =
      "Error: connect ECONNREFUSED 10.0.0.1:443\n    at ManagedIdentityCredential.getToken (/app/managedIdentityCredential/imds.js:1:1)";
    expect(readEvidence(text).managedIdentity).toBe(false);
    expect(diagnose(text).kind).toBe("connection_failed");
  });

  test("a huge text keeps its start, its end and what matters", () => {
    const text = `start ${"x".repeat(500_000)} AADSTS7000215: no ${"y".repeat(500_000)} end`;
    const bounded = boundText(text);
    expect(bounded.length).toBeLessThan(50_000);
    expect(bounded.startsWith("start ")).toBe(true);
    expect(bounded.endsWith(" end")).toBe(true);
    expect(diagnose(text).kind).toBe("invalid_client_secret");
  });
});

describe("facts that stand elsewhere in other SDKs", () => {
  test("a host that .NET gives in brackets", () => {
    const text =
      "ClientSecretCredential authentication failed: Retry failed after 4 tries. (Name or service not known (login.microsoftonline.com:443)) (Name or service not known (login.microsoftonline.com:443))";
    const { host, port } = readEvidence(text);
    expect([host, port]).toEqual(["login.microsoftonline.com", 443]);
    expect(readEvidence("failed in Main (Program.Main.cs:443)").host).toBeUndefined();
  });

  test("a status as Python prints an answer", () => {
    const text =
      "ERROR: Failed to connect to MSI. Please make sure MSI is configured correctly.\nGet Token request returned: <Response [400]>";
    expect(diagnose(text).http?.status).toBe(400);
  });

  test("a status behind “HTTP Error”", () => {
    expect(readEvidence("HTTP Error 401; url='https://login.microsoftonline.com/t/oauth2/token'").status).toBe(401);
    expect(readEvidence("Get Token request returned http error: 400 and server response: {}").status).toBe(400);
  });

  test("the time that MSAL Node puts before the answer, and not that of a log around it", () => {
    expect(
      readEvidence("invalid_client: 700027 - [2024-04-18 06:30:10Z]: AADSTS700027: The certificate").timestamp,
    ).toBe("2024-04-18 06:30:10Z");
    const logged = '{"timestamp":"2025-04-16T19:57:39.860Z","message":"AADSTS50053: locked"}';
    expect(readEvidence(logged).timestamp).toBeUndefined();
  });
});
