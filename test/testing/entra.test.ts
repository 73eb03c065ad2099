import { writeFileSync } from "node:fs";
import path from "node:path";
import {
  AuthorizationCodeCredential,
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  DeviceCodeCredential,
  OnBehalfOfCredential,
  UsernamePasswordCredential,
  WorkloadIdentityCredential,
} from "@azure/identity";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type IdentityEmulator, startIdentityEmulator } from "../../src/testing/index.js";
import { claimsOf, failure } from "./child.js";

const vault = "https://vault.azure.net/.default";
let emulator: IdentityEmulator;

beforeAll(async () => {
  emulator = await startIdentityEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

/** The AADSTS sentence, without the ids and the time after it. */
function sentence(error: Error): string | undefined {
  return /AADSTS\d+: .*?(?= Trace ID: )/s.exec(error.message)?.[0];
}

function withSecret(secret: string, { tenantId = emulator.tenantId, clientId = emulator.clientId } = {}) {
  return new ClientSecretCredential(tenantId, clientId, secret, emulator.credentialOptions());
}

describe("client secret", () => {
  test("gives a v1 token for the application", async () => {
    const before = Date.now();
    const token = await withSecret(emulator.clientSecret).getToken(vault);
    expect(claimsOf(token)).toMatchObject({
      aud: "https://vault.azure.net",
      iss: `https://sts.windows.net/${emulator.tenantId}/`,
      tid: emulator.tenantId,
      appid: emulator.clientId,
      oid: emulator.objectId,
      appidacr: "1",
      idtyp: "app",
      ver: "1.0",
    });
    const { iat = 0, nbf, exp } = claimsOf(token);
    expect(nbf).toBe(iat);
    expect(exp).toBe(iat + 3600);
    expect(Math.abs(token.expiresOnTimestamp - (before + 3_600_000))).toBeLessThan(3000);
    expect(emulator.requests).toEqual([
      {
        host: "entra",
        kind: "discovery",
        method: "GET",
        path: `/${emulator.tenantId}/v2.0/.well-known/openid-configuration`,
        query: {},
        at: expect.any(Number),
        status: 200,
      },
      {
        host: "entra",
        kind: "token",
        method: "POST",
        path: `/${emulator.tenantId}/oauth2/v2.0/token`,
        query: { "client-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/) },
        at: expect.any(Number),
        grantType: "client_credentials",
        clientId: emulator.clientId,
        scope: vault,
        status: 200,
      },
    ]);
  });

  test("a wrong secret is refused in Entra's form", async () => {
    const error = await failure(withSecret("wrong").getToken(vault));
    expect(error.name).toBe("AuthenticationRequiredError");
    expect(sentence(error)).toBe(
      `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${emulator.clientId}'.`,
    );
    expect(error.message).toMatch(
      /^invalid_client: Error\(s\): 7000215 - Timestamp: \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ - Description: AADSTS7000215: .* Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36} Timestamp: \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ - Correlation ID: [0-9a-f-]{36} - Trace ID: [0-9a-f-]{36}$/,
    );
    expect(emulator.countRequests({ kind: "token", status: 401 })).toBe(1);
  });

  test("an expired secret", async () => {
    const error = await failure(withSecret(emulator.expiredClientSecret).getToken(vault));
    expect(sentence(error)).toMatch(
      new RegExp(`^AADSTS7000222: The provided client secret keys for app '${emulator.clientId}' are expired\\.`),
    );
  });

  test("an unknown application", async () => {
    const clientId = "11111111-2222-3333-4444-555555555555";
    const error = await failure(withSecret(emulator.clientSecret, { clientId }).getToken(vault));
    expect(sentence(error)).toBe(
      `AADSTS700016: Application with identifier '${clientId}' was not found in the directory 'Contoso'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
    );
    expect(emulator.countRequests({ kind: "token", status: 400, clientId })).toBe(1);
  });

  test("an unknown tenant is refused by discovery, of which the SDK keeps nothing", async () => {
    const tenantId = "11111111-2222-3333-4444-555555555555";
    const error = await failure(withSecret(emulator.clientSecret, { tenantId }).getToken(vault));
    expect(error.message).toBe(
      "endpoints_resolution_error: See https://aka.ms/msal.js.errors#endpoints_resolution_error for details",
    );
    expect(emulator.countRequests({ kind: "discovery", status: 400 })).toBe(1);
    expect(emulator.countRequests({ kind: "token" })).toBe(0);
  });

  test.each([
    ["https://vault.azure.net", 70011, "The scope https://vault.azure.net is not valid."],
    ["https://vault.azure.net/user_impersonation", 1002012, "must have a scope value with /.default suffixed"],
    ["https://nope.vault.azure.net/.default", 500011, "The resource principal named https://nope.vault.azure.net was"],
  ])("scope %s", async (scope, code, text) => {
    const error = await failure(withSecret(emulator.clientSecret).getToken(scope));
    expect(sentence(error)).toContain(`AADSTS${code}: `);
    expect(sentence(error)).toContain(text);
  });
});

describe("certificate", () => {
  const withCertificate = (file: string) =>
    new ClientCertificateCredential(emulator.tenantId, emulator.clientId, file, emulator.credentialOptions());

  test("the registered one gives a token", async () => {
    const token = await withCertificate(emulator.clientCertificatePath).getToken("https://storage.azure.com/.default");
    expect(claimsOf(token)).toMatchObject({
      aud: "https://storage.azure.com",
      appidacr: "2",
      appid: emulator.clientId,
    });
  });

  test("any other is refused by its thumbprint", async () => {
    const error = await failure(withCertificate(emulator.unregisteredCertificatePath).getToken(vault));
    expect(sentence(error)).toMatch(
      /^AADSTS700027: The certificate with identifier used to sign the client assertion is not registered on application\. \[Reason - The key was not found\., Thumbprint of key used by client: '[0-9A-F]{64}', /,
    );
  });
});

describe("federation", () => {
  const withAssertion = (assertion: string) =>
    new ClientAssertionCredential(
      emulator.tenantId,
      emulator.clientId,
      async () => assertion,
      emulator.credentialOptions(),
    );

  test("the token file gives a token", async () => {
    const credential = new WorkloadIdentityCredential({
      tenantId: emulator.tenantId,
      clientId: emulator.clientId,
      tokenFilePath: emulator.federatedTokenFile,
      ...emulator.credentialOptions(),
    });
    expect(claimsOf(await credential.getToken(vault))).toMatchObject({ appid: emulator.clientId, appidacr: "2" });
  });

  test.each([
    [{ issuer: "https://other.example/" }, 700211, "presented assertion issuer 'https://other.example/'"],
    [{ audience: "api://other" }, 700212, "presented assertion audience 'api://other'"],
    [{ subject: "system:serviceaccount:a:b" }, 700213, "presented assertion subject 'system:serviceaccount:a:b'"],
    [{ lifetimeSeconds: -600 }, 700024, "Client assertion is not within its valid time range. Current time: "],
  ])("%o is refused", async (overrides, code, text) => {
    const assertion = await emulator.issueFederatedToken(overrides);
    const error = await failure(withAssertion(assertion).getToken(vault));
    expect(sentence(error)).toContain(`AADSTS${code}: `);
    expect(sentence(error)).toContain(text);
  });

  test("a file that holds no token", async () => {
    const file = path.join(emulator.temporaryDirectory, "not-a-token");
    writeFileSync(file, "not a token");
    const credential = new WorkloadIdentityCredential({
      tenantId: emulator.tenantId,
      clientId: emulator.clientId,
      tokenFilePath: file,
      ...emulator.credentialOptions(),
    });
    expect(sentence(await failure(credential.getToken(vault)))).toBe("AADSTS50027: JWT token is invalid or malformed.");
  });
});

describe("people", () => {
  const withPassword = (username: string, password: string) =>
    new UsernamePasswordCredential(
      emulator.tenantId,
      emulator.clientId,
      username,
      password,
      emulator.credentialOptions(),
    );

  test("user name and password give a token for the user", async () => {
    const { username, password, objectId } = emulator.user;
    const token = await withPassword(username, password).getToken(vault);
    expect(claimsOf(token)).toMatchObject({ idtyp: "user", upn: username, oid: objectId, appidacr: "0" });
  });

  test("wrong password, unknown user", async () => {
    const wrong = await failure(withPassword(emulator.user.username, "wrong").getToken(vault));
    expect(sentence(wrong)).toBe("AADSTS50126: Error validating credentials due to invalid username or password.");
    const unknown = await failure(withPassword("eve@contoso.example", "x").getToken(vault));
    expect(sentence(unknown)).toBe(
      "AADSTS50034: The user account does not exist in the Contoso directory. To sign into this application, the account must be added to the directory.",
    );
  });

  test("on behalf of", async () => {
    const onBehalfOf = (userAssertionToken: string) =>
      new OnBehalfOfCredential({
        tenantId: emulator.tenantId,
        clientId: emulator.clientId,
        clientSecret: emulator.clientSecret,
        userAssertionToken,
        ...emulator.credentialOptions(),
      });
    const token = await onBehalfOf(await emulator.issueUserAssertion()).getToken(vault);
    expect(claimsOf(token)).toMatchObject({ idtyp: "user", upn: emulator.user.username, appidacr: "1" });

    const expired = await failure(
      onBehalfOf(await emulator.issueUserAssertion({ lifetimeSeconds: -600 })).getToken(vault),
    );
    expect(sentence(expired)).toContain("AADSTS500133: Assertion is not within its valid time range.");
    const other = await failure(
      onBehalfOf(await emulator.issueUserAssertion({ audience: "api://other" })).getToken(vault),
    );
    expect(sentence(other)).toContain("AADSTS500131: Assertion audience does not match");
    const forged = await failure(onBehalfOf(await emulator.issueFederatedToken()).getToken(vault));
    expect(sentence(forged)).toBe(
      "AADSTS50013: Assertion failed signature validation. [Reason - The key was not found.]",
    );
  });

  test("device code: pending once, then signed in, then refreshed", async () => {
    const credential = new DeviceCodeCredential({
      tenantId: emulator.tenantId,
      clientId: emulator.clientId,
      userPromptCallback: () => {},
      ...emulator.credentialOptions(),
    });
    expect(claimsOf(await credential.getToken(vault))).toMatchObject({ upn: emulator.user.username });
    expect(emulator.requests.filter(({ kind }) => kind === "token").map(({ status }) => status)).toEqual([400, 200]);
    emulator.reset();
    await credential.getToken("https://storage.azure.com/.default");
    expect(emulator.requests.map(({ grantType }) => grantType)).toEqual(["refresh_token"]);
  });

  test("an authorization code is good once", async () => {
    const code = emulator.issueAuthorizationCode();
    const withCode = () =>
      new AuthorizationCodeCredential(
        emulator.tenantId,
        emulator.clientId,
        emulator.clientSecret,
        code,
        "http://localhost:1/",
        emulator.credentialOptions(),
      );
    expect(claimsOf(await withCode().getToken(vault))).toMatchObject({ upn: emulator.user.username });
    expect(sentence(await failure(withCode().getToken(vault)))).toContain("AADSTS54005: ");
  });
});
