import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { diagnose } from "../../../src/failure/diagnose.js";
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
});
