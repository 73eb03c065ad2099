import { describe, expect, test } from "vitest";
import { diagnose } from "../../src/failure/diagnose.js";
import messages from "../data/messages.json" with { type: "json" };

interface Row {
  readonly id: string;
  readonly sdk: string;
  readonly kind: string;
  readonly alsoFair?: readonly string[];
  readonly inSeed?: boolean;
  readonly text: string;
}

const ROWS = messages as readonly Row[];
const SEED = ROWS.filter((row) => row.inSeed === true);
const isFair = (row: Row): boolean => [row.kind, ...(row.alsoFair ?? [])].includes(diagnose(row.text).kind);

describe("messages of the Azure SDKs", () => {
  test("the founding set is whole", () => {
    expect(SEED.length).toBe(77);
  });

  test.each(SEED.map((row) => [row.id, row] as const))("%s", (_id, row) => {
    expect([row.kind, ...(row.alsoFair ?? [])]).toContain(diagnose(row.text).kind);
  });

  test("of all 780, at most these get another kind than the fair ones", () => {
    // Word for word the same text as another row, whose condition, not its text, makes the difference.
    expect(ROWS.filter((row) => !isFair(row)).map((row) => row.id)).toEqual(["appservice.exception-500011"]);
  });

  test("what is not about authentication is never called a failure of it", () => {
    const negatives = ROWS.filter((row) => row.kind === "not_authentication");
    expect(negatives.length).toBe(3);
    for (const row of negatives) expect(diagnose(row.text).kind).toBe("not_authentication");
  });

  test.each([
    'error: relation "users" does not exist',
    "Error: connect ECONNREFUSED 127.0.0.1:5432",
    "Error: getaddrinfo ENOTFOUND api.stripe.com",
    "ENOENT: no such file or directory, open '/app/config.json'",
    "Error: spawn docker ENOENT",
    "SyntaxError: Unexpected end of JSON input",
    "SyntaxError: Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON",
    "RangeError: Maximum call stack size exceeded",
    "java.lang.OutOfMemoryError: Java heap space",
    "error TS2304: Cannot find name 'foo'",
    "Error: Cannot find module '@azure/identity'",
    "Error: listen EADDRINUSE: address already in use :::3000",
    "RestError: The specified blob does not exist. StatusCode: 404",
    "bash: docker: command not found",
    "Environment variable DATABASE_URL is not set",
    "Error: Validation failed: name is a required parameter",
  ])("not_authentication: %s", (text) => {
    expect(diagnose(text).kind).toBe("not_authentication");
  });

  test.each([
    ["tool_not_signed_in", "[10:00:00] WARN AzureCliCredential: Please run ‘az login’ to setup account."],
    ["invalid_client_secret", "ERROR c.m.aad.msal4j.MsalServiceException: AADSTS7000215: Invalid client secret"],
    [
      "invalid_client_secret",
      '{"error":"invalid_client","error_description":"AADSTS7000215: no","error_codes":[7000215]}',
    ],
    ["dns_failure", "java.net.UnknownHostException: login.microsoftonline.com: Name or service not known"],
    ["tls_failure", "requests.exceptions.SSLError: HTTPSConnectionPool(host='login.microsoftonline.com', port=443)"],
    ["managed_identity_unreachable", "failed to get token: dial tcp 169.254.169.254:80: connect: no route to host"],
    ["managed_identity_gateway_error", "ManagedIdentityCredential authentication failed: Response status code: 504"],
    [
      "throttled",
      "ManagedIdentityCredential authentication failed: Service request failed.\nStatus: 429 (Too Many Requests)",
    ],
    ["authorization_denied", "Azure.RequestFailedException: Service request failed.\nStatus: 403 (Forbidden)"],
    [
      "claims_challenge",
      'Bearer authorization_uri="https://login.microsoftonline.com/common", error="insufficient_claims"',
    ],
    [
      "credential_file_unreadable",
      "FileNotFoundError: [Errno 2] No such file or directory: '/run/secrets/azure/tokens/t'",
    ],
  ])("%s: %s", (kind, text) => {
    expect(diagnose(text).kind).toBe(kind);
  });
});
