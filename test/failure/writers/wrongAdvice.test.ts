import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { diagnose } from "../../../src/failure/diagnose.js";
import { readEvidence } from "../../../src/failure/evidence.js";
import { TELLING_VARIABLES } from "../../../src/failure/hosts.js";

const advice = (text: string): string => JSON.stringify(diagnose(text).remedies);

/** Whatever machine runs the tests must not show. */
beforeEach(() => {
  for (const name of TELLING_VARIABLES) vi.stubEnv(name, "");
});
afterEach(() => vi.unstubAllEnvs());

describe("advice for who can follow it", () => {
  test("Visual Studio's token service is not the Azure CLI", () => {
    const text =
      "Azure.Identity.CredentialUnavailableException: 'Process \"c:\\TokenService\\Microsoft.Asal.TokenService.exe\" has failed to get access token in 30 seconds.'";
    expect(diagnose(text)).toMatchObject({ kind: "tool_timeout", credentialType: "VisualStudioCredential" });
    expect(advice(text)).not.toMatch(/\baz account|azclicredential/);
    expect(advice(text)).toContain("vscredential/troubleshoot");
  });

  test("Grafana names an identity in its own settings", () => {
    const text =
      'logger=authn.service t=2025-03-31T14:44:22Z level=error msg="ManagedIdentityCredential authentication failed. the requested identity isn\'t assigned to this resource"';
    expect(advice(text)).toContain("managed_identity_client_id");
    expect(advice(text)).not.toContain("azidentity.ClientID");
  });

  test("azure/login reads what stands under with:", () => {
    const text =
      "Error: Login failed with Error: Using auth-type: SERVICE_PRINCIPAL. Not all values are present. Ensure 'client-id' and 'tenant-id' are supplied.. Double check if the 'auth-type' is correct. Refer to https://github.com/Azure/login#readme";
    expect(advice(text)).toContain("to azure/login under with:");
  });

  test("metadata that was read is not told to be unreachable by its cause", () => {
    const { kind, cause } = diagnose("ClientAuthError: The token endpoint was not found in the openid configuration");
    expect(kind).toBe("authority_unreachable");
    expect(cause).toContain("The metadata of the authority was read");
    expect(advice("The token endpoint was not found in the openid configuration")).toContain("Check the authority URL");
  });

  test("an https address may be missing as well", () => {
    const text =
      "TypeError: In BearerStrategy constructor: options.identityMetadata must be provided and must be a https url";
    expect(diagnose(text).cause).toContain("is missing or is something else");
    expect(advice(text)).not.toContain("aka.ms/azsdk");
  });

  test.each([
    "AuthenticationRequiredError: interaction_required: AADSTS50199: For security reasons, user confirmation is required.",
    "InteractionRequiredAuthError: interaction_required: AADSTS50076: You must use multi-factor authentication.",
  ])("an application does not sign in with the Azure CLI: %s", (text) => {
    expect(advice(text)).not.toContain("az login");
  });

  test("a key store and a PFX need no PEM", () => {
    const store =
      "System.Security.Cryptography.CryptographicException: Keyset does not exist (ClientCertificateCredential)";
    expect(diagnose(store).kind).toBe("certificate_unusable");
    expect(diagnose(store).cause).toContain("is not in the key store, or");
    expect(advice(store)).not.toMatch(/PEM|openssl/);
    expect(advice("ClientCertificateCredential: PKCS12 bundle contains no private key")).toContain(
      "openssl pkcs12 -export -inkey",
    );
  });

  test.each([
    [
      "Status code 403, Public network access is disabled. Caller: appid=a;iss=https://sts.windows.net/t/ Vault: kv1;",
      undefined,
    ],
    [
      "Failed to refresh the Token for request to https://management.azure.com/x: StatusCode=404 -- adal: Refresh request failed. Endpoint http://169.254.169.254/metadata/identity/oauth2/token",
      "169.254.169.254",
    ],
  ])("the host is who answered: %s", (text, host) => {
    expect(readEvidence(text).host).toBe(host);
  });
});
