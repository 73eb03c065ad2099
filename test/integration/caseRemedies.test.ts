import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import {
  AzureDeveloperCliCredential,
  AzurePowerShellCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
} from "@azure/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Diagnosis, diagnose } from "../../src/index.js";
import { identityVariables } from "../../src/testing/index.js";
import { acquire } from "../support/acquire.js";

const path = process.env.PATH;
const servers: Server[] = [];
beforeEach(() => {
  for (const name of identityVariables) delete process.env[name];
});
afterEach(() => {
  for (const name of identityVariables) delete process.env[name];
  process.env.PATH = path;
  for (const server of servers.splice(0)) server.close();
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
const commands = (diagnosis: Diagnosis | undefined) => diagnosis?.remedies.map(({ command }) => command);
const noRetries = { retryOptions: { maxRetries: 0 } };

describe("developer tools other than the Azure CLI", () => {
  it("are looked for by their own commands", async () => {
    process.env.PATH = "/nonexistent";
    const azd = await acquire(new AzureDeveloperCliCredential());
    expect(azd.diagnosis?.kind).toBe("tool_not_installed");
    expect(commands(azd.diagnosis)).toEqual(["azd version", undefined, undefined]);
    const powerShell = await acquire(new AzurePowerShellCredential());
    expect(powerShell.diagnosis?.kind).toBe("tool_not_installed");
    expect(commands(powerShell.diagnosis)).toEqual([
      'pwsh -Command "Get-Module -ListAvailable Az.Accounts"',
      undefined,
      undefined,
    ]);
  });

  it.each([
    [
      "Please run 'azd auth login' from a command prompt to authenticate before using this credential.",
      "azd auth login",
    ],
    [
      "Please run 'Connect-AzAccount' from PowerShell to authenticate before using this credential.",
      'pwsh -Command "Connect-AzAccount"',
    ],
    ["Please run 'az login' from a command prompt to authenticate before using this credential.", "az login"],
  ])("are signed in to by their own commands: %s", (message, command) => {
    const { kind, remedies } = diagnose(`CredentialUnavailableError: ${message}`);
    expect(kind).toBe("tool_not_signed_in");
    expect(remedies[0]?.command).toBe(command);
    expect(remedies.some(({ action }) => action.startsWith("For the Azure Developer CLI"))).toBe(false);
  });
});

describe("what is special about a case", () => {
  it("a gateway is exempted by its own address", async () => {
    const server = createHttpServer((_, answer) => {
      answer.writeHead(502, { "content-type": "text/html" }).end("<html>Bad gateway</html>");
    });
    process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${await listen(server)}/msi/token`;
    process.env.IDENTITY_HEADER = "header";
    const { diagnosis } = await acquire(new ManagedIdentityCredential(noRetries));
    expect(diagnosis?.kind).toBe("managed_identity_gateway_error");
    expect(commands(diagnosis)).toEqual(["NO_PROXY=127.0.0.1", undefined]);
  });

  it("a handshake without a common protocol needs no certificate", async () => {
    const port = await listen(
      createServer((socket) => void socket.on("error", () => {}).end("HTTP/1.1 400 No\r\n\r\n")),
    );
    const id = "11111111-2222-4333-8444-555555555555";
    const credential = new ClientSecretCredential(id, id, "secret", {
      authorityHost: `https://127.0.0.1:${port}`,
      disableInstanceDiscovery: true,
      ...noRetries,
    });
    const { diagnosis } = await acquire(credential);
    expect(diagnosis?.kind).toBe("tls_failure");
    expect(commands(diagnosis)).toEqual(["openssl s_client -connect 127.0.0.1:443 </dev/null", undefined]);
    expect(JSON.stringify(diagnosis?.remedies)).not.toContain("NODE_EXTRA_CA_CERTS");
  });

  it("a client certificate that is asked for is no matter of trust", () => {
    const code = "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED";
    const error = Object.assign(new Error("tlsv13 alert certificate required"), { code, library: "SSL routines" });
    const { kind, remedies } = diagnose(
      new Error("request to https://login.microsoftonline.com failed", { cause: error }),
    );
    expect(kind).toBe("tls_failure");
    expect(remedies.map(({ action }) => action.slice(0, 52))).toEqual([
      "Find what answers in place of the authority: it asks",
    ]);
  });

  it("a managed identity has neither a tenant to spell nor a certificate to upload", () => {
    const text = (code: number, words: string) =>
      `CredentialUnavailableError: ManagedIdentityCredential: Authentication failed. Message invalid_request: Error(s): Not Available - Timestamp: Not Available - Description: AADSTS${code}: ${words} - Correlation ID: Not Available`;
    const moved = diagnose(text(90002, "Tenant '11111111-2222-4333-8444-555555555555' not found."));
    expect(moved.kind).toBe("tenant_not_found");
    expect(moved.remedies.map(({ action }) => action.slice(0, 50))).toEqual([
      "Find out whether the subscription has moved to ano",
    ]);
    const expired = diagnose(text(1000502, "The provided certificate is not within its specified validity period."));
    expect(expired.kind).toBe("invalid_certificate");
    expect(expired.remedies[0]?.action).toMatch(/^Restart the resource/);
  });

  it("the key file of Azure Arc is no federated token", () => {
    const { kind, remedies } = diagnose(
      "CredentialUnavailableError: ManagedIdentityCredential: Authentication failed. Message unable_to_read_secret_file: Unable to read the secret file.",
    );
    expect(kind).toBe("credential_file_unreadable");
    expect(remedies.map(({ command }) => command)).toEqual(["ls -ld /var/opt/azcmagent/tokens", "azcmagent check"]);
  });
});

describe("a request that an identity endpoint answers oddly, as text", () => {
  const answer = (status: number, rest: string) =>
    `CredentialUnavailableError: ManagedIdentityCredential: Authentication failed. Message unknown_error: Error(s): Not Available - Timestamp: Not Available - Description: An unknown error occured.\nHttp status code: ${status}\nHttp status message: ${rest} - Correlation ID: Not Available - Trace ID: Not Available`;

  it.each([
    [answer(301, 'Unknown\nHeaders: {"location":"https://portal.example/"}'), "managed_identity_gateway_error"],
    [
      answer(302, 'Unknown\nHeaders: {"location":"https://app.example/.auth/login/aad"}'),
      "managed_identity_gateway_error",
    ],
    [
      answer(403, "<!DOCTYPE html><html><p>Your client does not have permission to get URL.</p></html>"),
      "managed_identity_gateway_error",
    ],
    [
      answer(407, '<!DOCTYPE html><html></html>\nHeaders: {"proxy-authenticate":"Basic realm=\\"corp\\""}'),
      "managed_identity_gateway_error",
    ],
    [
      "CredentialUnavailableError: ManagedIdentityCredential: Authentication failed. Message : Error(s): Not Available - Timestamp: Not Available - Description: Forbidden - Correlation ID: Not Available - Trace ID: Not Available",
      "managed_identity_endpoint_error",
    ],
  ])("%s", (text, kind) => expect(diagnose(text).kind).toBe(kind));
});

describe("fetch failed", () => {
  it("by itself says nothing about authentication", () => {
    expect(diagnose("TypeError: fetch failed").kind).toBe("not_authentication");
    expect(diagnose("TypeError: fetch failed\n    at node:internal/deps/undici/undici:13178:13").kind).toBe(
      "not_authentication",
    );
    expect(diagnose("NetworkError: network_error: fetch failed (MSAL)").kind).toBe("authority_unreachable");
  });
});
