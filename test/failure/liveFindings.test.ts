import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { diagnose, diagnoseAcquisition } from "../../src/failure/diagnose.js";

const named = (name: string, message: string, more: object = {}): Error =>
  Object.assign(new Error(message), { name, ...more });
const within = (credentialType: string, error: unknown) =>
  diagnoseAcquisition(error, { credentialType, attempts: [], exchanges: [], processes: [] });

describe("an error and its text say the same", () => {
  test.each<readonly [string, Error, string]>([
    [
      "axios, of the authority",
      named("AxiosError", "Request failed with status code 503", {
        isAxiosError: true,
        code: "ERR_BAD_RESPONSE",
        config: { url: "https://login.microsoftonline.com/x/oauth2/v2.0/token" },
        response: { status: 503, headers: {}, data: "" },
      }),
      "service_unavailable",
    ],
    ["axios, too late", named("AxiosError", "timeout of 5000ms exceeded", { code: "ECONNABORTED" }), "network_timeout"],
    [
      "a code of the device flow",
      named("AuthenticationRequiredError", "post_request_failed: bad_verification_code"),
      "device_code_flow",
    ],
    [
      "a string for a token",
      named("AuthenticationRequiredError", "Cannot create property 'status' on string 'ok'"),
      "invalid_token_response",
    ],
    [
      "a redirect, whose answer says how long the connection is kept",
      named(
        "AuthenticationRequiredError",
        'unknown_error: Error(s): Not Available - Timestamp: Not Available - Description: An unknown error occured.\nHttp status code: 307\nHttp status message: Unknown\nHeaders: {"location":"/t/oauth2/v2.0/token","keep-alive":"timeout=5"}',
      ),
      "proxy_failure",
    ],
  ])("%s", (_, error, kind) => {
    expect(diagnose(error).kind).toBe(kind);
    expect(diagnose(inspect(error)).kind).toBe(kind);
  });
});

describe("files", () => {
  test.each([
    ["ENOTDIR: not a directory, open '/var/run/secrets/azure/tokens/x'", "ENOTDIR"],
    ["ELOOP: too many symbolic links encountered, open '/var/run/secrets/azure/tokens/x'", "ELOOP"],
  ])("%s", (message, code) => {
    const error = named("Error", message, { code, syscall: "open" });
    expect(within("WorkloadIdentityCredential", error).kind).toBe("credential_file_unreadable");
    expect(diagnose(`AuthenticationRequiredError: ${message}`).kind).toBe("credential_file_unreadable");
  });

  test("a directory in place of a certificate has nothing to do with a token file", () => {
    const error = named("Error", "EISDIR: illegal operation on a directory, read", { code: "EISDIR", syscall: "read" });
    const action = "Give the path of the file itself: what is at that path is a directory.";
    for (const type of ["ClientCertificateCredential", "EnvironmentCredential"]) {
      expect(within(type, error).remedies[0]).toEqual({ action });
      expect(JSON.stringify(within(type, error).remedies)).not.toContain("AZURE_FEDERATED_TOKEN_FILE");
    }
  });
});

describe("credentials that a message lists are not the one that failed", () => {
  test.each([
    "Invalid value for AZURE_TOKEN_CREDENTIALS = production. Valid values are 'prod' or 'dev' or any of these credentials - EnvironmentCredential, WorkloadIdentityCredential, AzurePowerShellCredential.",
    "CredentialPolicyError: The credential policy does not allow this.\n- no-default-azure-credential: It is a chain.\n  Fix: Use ManagedIdentityCredential.",
  ])("%s", (text) => {
    expect(diagnose(text).credentialType).toBeUndefined();
  });

  test("the one before is", () => {
    const text = "AzureCliCredential: subscription is not known. Valid values are: EnvironmentCredential";
    expect(diagnose(text).credentialType).toBe("AzureCliCredential");
  });
});

describe("identifiers of an answer", () => {
  const SECRET = "Secret8Q-abcdefghijkl";
  const GUID = "99999999-8888-7777-6666-555555555555";
  const answer = (id: string, time: string, sub: string) =>
    named("AuthenticationError", "invalid_grant: AADSTS70008: expired", {
      errorResponse: { error: "invalid_grant", correlationId: id, traceId: id, timestamp: time },
      suberror: sub,
    });

  test("are GUIDs, times and words", () => {
    expect(diagnose(answer(GUID, "2026-11-30 10:11:12Z", "bad_token")).entra).toMatchObject({
      correlationId: GUID,
      traceId: GUID,
      timestamp: "2026-11-30 10:11:12Z",
      subError: "bad_token",
    });
  });

  test("are left out where they are anything else", () => {
    const found = diagnose(answer(SECRET, SECRET, SECRET));
    expect(found.kind).toBe("refresh_token_expired");
    expect(JSON.stringify(found)).not.toContain(SECRET);
  });
});

test.each([
  [
    "CredentialNotReadyError: No token after 2 tries in 1.5 s: The TLS handshake with the identity authority failed. (tls_failure) Behind a proxy that inspects TLS, add its root certificate.",
    "tls_failure",
  ],
  [
    "diagnostic-credential:ready:warning try 1 failed: A host name could not be resolved. (dns_failure); next try in 0.8 s.",
    "dns_failure",
  ],
  ["No token after 1 try in 0.1 s: It is so. (constructor) Do.", "unknown"],
])("what ready() says: %s", (text, kind) => {
  expect(diagnose(text).kind).toBe(kind);
});

test.each([500212, 500213])("AADSTS%i is a setting of a tenant, and the advice names which", (code) => {
  const found = diagnose(`AADSTS${code}: The cross-tenant access policy does not allow this user.`);
  expect(found.kind).toBe("policy_or_license");
  expect(found.remedies[0]?.action).toContain("cross-tenant access settings");
});
