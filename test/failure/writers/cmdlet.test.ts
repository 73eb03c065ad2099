import { expect, test } from "vitest";
import { diagnose } from "../../../src/failure/diagnose.js";

test("a cmdlet that signs in is Azure PowerShell, whatever frames of .NET it prints", () => {
  const text = `Message        : InteractiveBrowserCredential authentication failed: Persistence check failed. Inspect inner exception for details
StackTrace     :    at Azure.Identity.CredentialDiagnosticScope.FailWrapAndThrow(Exception ex)
                    at Microsoft.Azure.PowerShell.Authenticators.MsalAccessToken.<GetAccessTokenAsync>d__34.MoveNext()
Exception      : Azure.Identity.AuthenticationFailedException
InvocationInfo : {Connect-AzAccount}`;
  const { kind, remedies } = diagnose(text);
  expect(kind).toBe("token_cache_unavailable");
  expect(remedies.map(({ command }) => command)).toContain("Clear-AzContext -Force; Disable-AzContextAutosave");
  expect(remedies.map(({ url = "" }) => url).join("\n")).not.toContain("azure-sdk-for-net");
});
