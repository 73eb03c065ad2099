import { describe, expect, test } from "vitest";
import { withCutEnd } from "../../src/failure/cutEnd.js";
import { diagnose } from "../../src/failure/diagnose.js";

describe("a text that was cut within its last words", () => {
  test.each([
    ["dial tcp 20.190.151.7:443: connect: connection refu", "dial tcp 20.190.151.7:443: connect: connection refused"],
    ["context deadl...", "context deadline exceeded..."],
    ["context deadl\u2026 (truncated)", "context deadline exceeded\u2026 (truncated)"],
    ['{"error":"dial tcp: i/o tim"}', '{"error":"dial tcp: i/o timeout"}'],
    ["no response from the imds endp", "no response from the imds endpoint"],
    ["powershell is not i", "powershell is not installed"],
  ])("%s", (cut, whole) => {
    expect(withCutEnd(cut)).toBe(whole);
  });

  test.each([
    "connection re",
    "connect: connection",
    "it does not have permission",
    "failed to get access token",
    "proxy authentication",
    "connection refused",
    "connection reset by peer.",
    "context",
    "",
  ])("that may be another or the whole is left: %s", (text) => {
    expect(withCutEnd(text)).toBe(text);
  });

  test.each([
    [
      "WorkloadIdentityCredential authentication unavailable. Connection to the authority host cannot be established, Connection refus",
      "connection_failed",
    ],
    [
      'ManagedIdentityCredential: Get "http://169.254.169.254/metadata/identity/oauth2/token": dial tcp 169.254.169.254:80: c',
      "managed_identity_unreachable",
    ],
    [
      'ClientSecretCredential: Post "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token": dial tcp: lookup login.micro',
      "dns_failure",
    ],
  ])("%s is %s", (text, kind) => {
    expect(diagnose(text).kind).toBe(kind);
  });
});

describe("a text that ends within a sentence that is known", () => {
  test.each([
    ["sources must contain at least one TokenCrede", "configuration_missing"],
    [
      "CredentialUnavailableError: The managed identity endpoint was reached, yet no tokens were",
      "managed_identity_endpoint_error",
    ],
    [
      "CredentialUnavailableError: The managed identity endpoint was reached, yet no tok…(truncated)",
      "managed_identity_endpoint_error",
    ],
    [
      '{"msg":"CredentialUnavailableError: The managed identity endpoint was reached, yet no tok"}',
      "managed_identity_endpoint_error",
    ],
  ])("%s", (text, kind) => {
    expect(diagnose(text).kind).toBe(kind);
  });

  test("is taken for nothing where too little is left, or where it may go on otherwise", () => {
    expect(diagnose("CredentialUnavailableError: The managed identity").kind).toBe("unknown");
    expect(diagnose("mysql: please specify both username and password").kind).toBe("not_authentication");
  });

  test("is no error: what that says is whole", () => {
    expect(diagnose(new Error("sources must contain at least one TokenCrede")).kind).not.toBe("configuration_missing");
  });
});
