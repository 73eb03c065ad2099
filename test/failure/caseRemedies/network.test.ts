import { describe, expect, test } from "vitest";
import { diagnose } from "../../../src/failure/diagnose.js";

const all = (text: string): string =>
  diagnose(text)
    .remedies.map(({ action, command = "" }) => `${action} ${command}`)
    .join("\n");

describe("a name that was not resolved", () => {
  test.each([
    "ClientSecretCredential authentication failed: getaddrinfo ENOTFOUND login.microsoftonline.com",
    "Azure.Identity.AuthenticationFailedException: ClientSecretCredential authentication failed: No such host is known. (login.microsoftonline.com:443)",
  ])("is right where it is Microsoft's: %s", (text) => {
    expect(diagnose(text).kind).toBe("dns_failure");
    expect(all(text)).toContain("nslookup login.microsoftonline.com");
    expect(all(text)).not.toContain("spelling");
  });

  test("is not to blame where the resolver was silent", () => {
    const text = "ClientSecretCredential authentication failed: getaddrinfo EAI_AGAIN login.example.org";
    expect(all(text)).toMatch(/^Check the resolver of this host.*it gave no answer\. nslookup login\.example\.org/);
    expect(all(text)).not.toContain("spelling");
  });

  test("may be misspelled elsewhere", () => {
    expect(all("ClientSecretCredential failed: getaddrinfo ENOTFOUND login.microsoftonlin.com")).toContain("spelling");
  });
});

describe("a connection that was refused", () => {
  test("at another port than the authority's is that of a proxy", () => {
    const text = "ClientSecretCredential authentication failed: connect ECONNREFUSED 10.2.3.4:3128";
    expect(diagnose(text).kind).toBe("connection_failed");
    expect(all(text)).toMatch(
      /^Check what should listen at 10\.2\.3\.4:3128.*HTTPS_PROXY.*nc -vz -w 5 10\.2\.3\.4 3128/,
    );
    expect(all(text)).not.toContain("curl");
  });

  test("at the authority's is that of a firewall", () => {
    const text = "ClientSecretCredential authentication failed: connect ECONNREFUSED 20.190.1.2:443";
    expect(all(text)).toMatch(/^Allow outbound HTTPS/);
  });
});

describe("a managed identity that did not answer", () => {
  test("is not waited for at the authority", () => {
    const text =
      "java.util.concurrent.TimeoutException: Did not observe any item or terminal signal within 20000ms in 'source(MonoDefer)' (and no fallback has been configured)\n\tat com.microsoft.sqlserver.jdbc.SQLServerSecurityUtility.getManagedIdentityCredAuthToken(SQLServerSecurityUtility.java:386)";
    expect(diagnose(text).kind).toBe("network_timeout");
    expect(all(text)).toContain("http://169.254.169.254/metadata/instance");
    expect(all(text)).not.toContain("login.microsoftonline.com");
  });

  test("is not switched on where there is no route", () => {
    const text =
      'ManagedIdentityCredential: Get "http://169.254.169.254/metadata/identity/oauth2/token": dial tcp 169.254.169.254:80: i/o timeout';
    expect(diagnose(text).kind).toBe("managed_identity_unreachable");
    expect(all(text)).toMatch(/^Find out whether this host runs on Azure at all/);
    expect(all(text)).not.toContain("identity assign");
  });

  test("is called by hand with the commands of the system", () => {
    const text =
      "Azure.Identity.CredentialUnavailableException: ManagedIdentityCredential authentication unavailable. ---> System.Net.Http.HttpRequestException: A socket operation was attempted to an unreachable network. (169.254.169.254:80) ---> System.Net.Sockets.SocketException (10051): A socket operation was attempted to an unreachable network.";
    expect(diagnose(text).kind).toBe("managed_identity_unreachable");
    expect(all(text)).toContain("curl.exe -s -o NUL -w");
    expect(all(text)).not.toContain("/dev/null");
  });
});

describe("a proxy that wants to know who asks", () => {
  const asks = "The proxy tunnel request to proxy 'http://proxy.contoso.example:8080/' failed with status code '407'.";

  test("is told, or left out: its own address needs no exemption, and there is no page to sign in on", () => {
    const { kind, remedies } = diagnose(`Azure.RequestFailedException: ${asks}`);
    expect(kind).toBe("proxy_failure");
    expect(remedies.map(({ action }) => action)).toEqual([
      "Check HTTPS_PROXY or the system’s proxy, and its credentials, and let the proxy pass the authority hosts.",
      "Where the proxy asks for NTLM or Kerberos, have it let the authority hosts pass without: many HTTP clients answer to Basic only.",
    ]);
  });

  test("is not asked for a managed identity", () => {
    const text = `Azure.Identity.AuthenticationFailedException: ManagedIdentityCredential authentication failed: ${asks}`;
    expect(diagnose(text).kind).toBe("proxy_failure");
    expect(all(text)).toContain("NO_PROXY");
  });
});

describe("the library before Azure.Identity", () => {
  const text = [
    "AzureServiceTokenProviderException: Parameters: Connection String: [No connection string specified], Resource: https://management.azure.com/, Authority: . Exception Message: Tried the following 2 methods to get an access token, but none of them worked.",
    'Parameters: Connection String: [No connection string specified], Resource: https://management.azure.com/, Authority: . Exception Message: Tried to get token using Managed Service Identity. Access token could not be acquired. Received a non-retryable error. MSI ResponseCode: BadRequest, Response: {"error":"invalid_request","error_description":"Identity not found"}',
    "Parameters: Connection String: [No connection string specified], Resource: https://management.azure.com/, Authority: . Exception Message: Tried to get token using Visual Studio. Access token could not be acquired. Visual Studio Token provider file not found.",
  ].join("\n");

  test("is told of an identity in its own way, and its methods have names", () => {
    const { kind, remedies, attempts } = diagnose(text);
    expect(kind).toBe("managed_identity_not_assigned");
    expect(remedies.map(({ action }) => action).at(-1)).toMatch(/AzureServiceTokenProvider\("RunAs=App;AppId=/);
    expect(attempts.map(({ credentialType }) => credentialType)).toEqual([
      "ManagedIdentityCredential",
      "VisualStudioCredential",
    ]);
  });
});
