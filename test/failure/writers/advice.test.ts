import { describe, expect, test } from "vitest";
import { diagnose } from "../../../src/failure/diagnose.js";

const commands = (input: unknown): string[] => diagnose(input).remedies.flatMap(({ command }) => command ?? []);
const actions = (input: unknown): string[] => diagnose(input).remedies.map(({ action }) => action);
const pages = (input: unknown): string[] => diagnose(input).remedies.flatMap(({ url }) => url ?? []);

describe("certificate authorities", () => {
  test.each([
    [
      "js",
      "Error: self signed certificate in certificate chain { code: 'SELF_SIGNED_CERT_IN_CHAIN' } for ClientSecretCredential https://login.microsoftonline.com",
      "export NODE_EXTRA_CA_CERTS=/path/to/corporate-root.pem",
    ],
    [
      "python",
      "azure.core.exceptions.ServiceRequestError: HTTPSConnectionPool(host='login.microsoftonline.com', port=443): Max retries exceeded (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006)')))",
      "export REQUESTS_CA_BUNDLE=/path/to/ca-bundle.pem",
    ],
    [
      "java",
      "com.azure.core.exception.ClientAuthenticationException: javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target login.microsoftonline.com",
      "keytool -importcert -cacerts -alias corporate-root -file /path/to/corporate-root.pem",
    ],
    [
      "go",
      'ClientSecretCredential: Post "https://login.microsoftonline.com/x/oauth2/v2.0/token": tls: failed to verify certificate: x509: certificate signed by unknown authority',
      "export SSL_CERT_FILE=/path/to/ca-bundle.pem",
    ],
    [
      "the Azure CLI",
      "Certificate verification failed. This typically happens when using Azure CLI behind a proxy that intercepts traffic with a self-signed certificate. Please add this certificate to the trusted CA bundle",
      "export REQUESTS_CA_BUNDLE=/path/to/ca-bundle.pem",
    ],
    [
      "a tool that a credential of JavaScript asks",
      Object.assign(
        new Error(
          "AzureCliCredential: ERROR: HTTPSConnectionPool(host='login.microsoftonline.com', port=443): Max retries exceeded (Caused by SSLError: CERTIFICATE_VERIFY_FAILED)",
        ),
        { name: "CredentialUnavailableError" },
      ),
      "export REQUESTS_CA_BUNDLE=/path/to/ca-bundle.pem",
    ],
  ])("of %s", (_, input, command) => {
    expect(diagnose(input).kind).toBe("tls_failure");
    expect(commands(input)[0]).toBe(command);
  });

  test("of nobody known", () => {
    const [first] = diagnose(
      "ClientSecretCredential: self-signed certificate in certificate chain at login.microsoftonline.com",
    ).remedies;
    expect(first?.command).toBeUndefined();
    expect(first?.action).toContain("REQUESTS_CA_BUNDLE for Python");
  });
});

describe("options and settings", () => {
  const UNASSIGNED = "ManagedIdentityCredential authentication failed. Identity not found";

  test.each([
    [`azure.core.exceptions.ClientAuthenticationError: ${UNASSIGNED}`, 'ManagedIdentityCredential(client_id="…")'],
    [
      `com.azure.identity.CredentialUnavailableException: ${UNASSIGNED}`,
      'ManagedIdentityCredentialBuilder().clientId("…")',
    ],
    [`Azure.Identity.AuthenticationFailedException: ${UNASSIGNED}`, "ManagedIdentityId.FromUserAssignedClientId"],
    [`failed to perform copy command due to error: azcopy: ${UNASSIGNED}`, "AZCOPY_MSI_CLIENT_ID"],
    [`Terraform: building account: ${UNASSIGNED}`, "ARM_CLIENT_ID"],
    [
      Object.assign(new Error(UNASSIGNED), { name: "AuthenticationError" }),
      "new ManagedIdentityCredential({ clientId })",
    ],
  ])("of the identity: %s", (input, words) => {
    expect(diagnose(input).kind).toBe("managed_identity_not_assigned");
    expect(actions(input).join("\n")).toContain(words);
  });

  test("of a tool that is slow, where there are any", () => {
    const slow = "Unexpected output from Azure CLI: ''";
    const of = (text: string): string => actions(text).join("\n");
    expect(of(`azure.core.exceptions.ClientAuthenticationError: ${slow}`)).toContain("process_timeout (seconds)");
    expect(of(`Azure.Identity.AuthenticationFailedException: ${slow}`)).toContain("raise ProcessTimeout:");
    expect(of(`Terraform: building account: ${slow}`)).not.toMatch(/raise/i);
  });

  test("of a program that is not given all", () => {
    const missing =
      "missing environment variables. AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_FEDERATED_TOKEN_FILE must be set";
    const text = `{"controller":"secretstore","SecretStore":{"name":"az-store"},"error":"could not get provider client: ${missing}"}`;
    expect(actions(text)[0]).toContain("authSecretRef");
    expect(commands(text)).toContain("kubectl describe secretstore,clustersecretstore -A");
  });
});

describe("pages", () => {
  test("of the language", () => {
    const odd = "something odd happened in ClientSecretCredential";
    expect(pages(`Azure.Identity.AuthenticationFailedException: ${odd}`)).toContain(
      "https://learn.microsoft.com/dotnet/azure/sdk/logging",
    );
    expect(pages(`azure.core.exceptions.ClientAuthenticationError: ${odd}`)).toContain(
      "https://learn.microsoft.com/azure/developer/python/sdk/azure-sdk-logging",
    );
    expect(pages(odd).join(" ")).not.toMatch(/\/js\/|javascript/);
  });
});

describe("signing in", () => {
  const MFA =
    "AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication.";

  test.each([
    [
      "in PowerShell",
      `Connect-AzAccount : UsernamePasswordCredential authentication failed: ${MFA}`,
      /^Connect-AzAccount\b/,
    ],
    ["with AzCopy", `Failed to perform login command: azcopy: ${MFA}`, /^azcopy login\b/],
    ["with azd", `ERROR: fetching token: ${MFA}`, /^azd auth login\b/],
    ["with the Azure CLI", `ERROR: ${MFA} To re-authenticate, please run: az login`, /^az login\b/],
    ["with the tool that a credential asks", `AzurePowerShellCredential: ${MFA}`, /^pwsh -Command "Connect-AzAccount/],
  ])("%s", (_, text, command) => {
    expect(commands(text).filter((line) => /login|Connect/.test(line))).toEqual([expect.stringMatching(command)]);
  });

  test.each([
    ["in an editor", `2026-03-02 09:40:12.551 [error] [MsalAuthProvider] interaction_required: ${MFA}`],
    [
      "where an application signs in",
      `Azure.Identity.AuthenticationFailedException: OnBehalfOfCredential authentication failed: ${MFA}`,
    ],
    ["where nobody does", `keda scaledobject: ${MFA}`],
  ])("with no tool %s", (_, text) => {
    expect(commands(text).join("\n")).not.toMatch(/login|Connect/);
  });
});
