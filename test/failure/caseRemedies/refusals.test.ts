import { describe, expect, test } from "vitest";
import { diagnose } from "../../../src/failure/diagnose.js";

const all = (text: string): string =>
  diagnose(text)
    .remedies.map(({ action, command = "" }) => `${action} ${command}`)
    .join("\n");

describe("an account that is no guest", () => {
  const refused = (tenant: string, application: string): string =>
    `ERROR: AADSTS50020: User account 'jo@example.org' from identity provider 'live.com' does not exist in tenant '${tenant}' and cannot access the application '${application}' in that tenant.`;

  test("of Microsoft's own application", () => {
    const text = refused("Woodgrove", "04b07795-8ddb-461a-bbee-02f9e1bf7b46'(Microsoft Azure CLI)");
    expect(diagnose(text).kind).toBe("guest_or_b2b_issue");
    expect(all(text)).toContain("az login --tenant <own-tenant>");
    expect(all(text)).toContain("invited as a guest");
    expect(all(text)).not.toContain("az ad app show");
  });

  test("of Visual Studio, in Microsoft's tenant", () => {
    const text = refused("Microsoft Services", "04f0c124-f2bc-4f59-8241-bf6df9866bbd'(Visual Studio)");
    expect(all(text)).toMatch(/^In Visual Studio, remove the account/);
    expect(all(text)).not.toMatch(/az |invited/);
  });

  test("of an application of one's own", () => {
    expect(all(refused("Woodgrove", "11111111-2222-3333-4444-555555555555'"))).toContain("az ad app show");
  });
});

describe("what the next call would not change", () => {
  test("a request without the header of the metadata service", () => {
    const text =
      "[ODBC Driver 17 for SQL Server] Failed to authenticate the user '' in Active Directory (Authentication option is 'ActiveDirectoryMSI').\nRequired metadata header not specified or not correct\nError requesting access token, HTTP status 400, expected 200";
    const { kind, owner, retryable } = diagnose(text);
    expect({ kind, owner, retryable }).toEqual({
      kind: "managed_identity_endpoint_error",
      owner: "developer",
      retryable: false,
    });
    expect(all(text)).toMatch(/^Update the driver or library/);
    expect(all(text)).not.toMatch(/Retry|azcmagent/);
  });

  test.each([
    'Error: failed to get token: github actions ID token request failed with status code: 403, response body: {"message":"Resource not accessible by integration"}',
    "AzurePipelinesCredential : 401 response from the OIDC endpoint. Check service connection ID and Pipeline configuration.",
  ])("a pipeline that may not have a token: %s", (text) => {
    const { kind, owner, retryable } = diagnose(text);
    expect({ kind, owner, retryable }).toEqual({ kind: "assertion_unavailable", owner: "developer", retryable: false });
  });
});

test("a warning of Azure PowerShell in place of a token", () => {
  const text =
    "CredentialUnavailableError: Error: Unable to parse the output of PowerShell. Received output: WARNING: Upcoming breaking changes in the cmdlet 'Get-AzAccessToken' :\nThe Token property of the output type will be changed from String to SecureString.";
  expect(diagnose(text).kind).toBe("tool_failed");
  expect(all(text)).toContain("pwsh -Command 'Update-AzConfig -DisplayBreakingChangeWarning $false'");
  expect(all(text)).not.toContain("Update-Module");
});

test("a flow that no setting makes possible", () => {
  const text = "MsalClientException: ROPC does not support MSA accounts. See https://aka.ms/msal-net-ropc for details.";
  expect(diagnose(text).kind).toBe("unsupported_grant_or_response");
  expect(diagnose(text).summary).toBe("The flow is not enabled or not supported here.");
  expect(all(text)).toMatch(/^Use another flow here/);
  expect(all(text)).not.toContain("az ad app");
});

describe("a federated provider that answered", () => {
  test("and refused the user", () => {
    const text =
      "WsTrust server returned error in RSTR: {'reason': 'ID3242: The security token could not be authenticated or authorized.', 'code': 'a:FailedAuthentication'}";
    expect(diagnose(text).kind).toBe("federation_issue");
    expect(diagnose(text).owner).toBe("user");
    expect(all(text)).toMatch(/^Check user name and password/);
  });

  test("and did not accept the proof", () => {
    const text =
      "adal.adal_error.AdalError: WS-Trust RST request returned http error: 500 and server response: An error occurred when verifying security for the message.";
    expect(all(text)).toMatch(/^Check the clock of this machine/);
  });
});

describe("a policy that asks for a known device", () => {
  const refused = "AADSTS53000: Device is not in required device state: compliant.";

  test.each(["DeviceCodeCredential authentication failed", "kubelogin get-token --login devicecode"])(
    "is not met with a device code: %s",
    (start) => {
      const { kind, remedies } = diagnose(`${start}: ${refused}`);
      expect(kind).toBe("device_not_compliant");
      expect(remedies[0]?.action).toMatch(/^Sign in with a browser on the device itself/);
    },
  );

  test("is met by enrolling it otherwise", () => {
    const { remedies } = diagnose(`InteractiveBrowserCredential: ${refused}`);
    expect(remedies[0]?.action).toMatch(/^Enrol the device in Intune/);
  });
});
