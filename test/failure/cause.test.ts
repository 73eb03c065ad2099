import { describe, expect, test } from "vitest";
import { diagnose } from "../../src/failure/diagnose.js";
import { KINDS } from "../../src/failure/kinds.js";
import { RULES } from "../../src/failure/rules/index.js";

const causeOf = (text: string): string => diagnose(text).cause;

describe("the cause", () => {
  test.each([
    ["PKCS12 bundle contains no private key", "The certificate comes without its private key."],
    ["pkcs12: decryption password incorrect", "The private key is protected by a password that is wrong or missing."],
    [
      "ClientCertificateCredential: Only .pfx and .pem files are supported.",
      "The certificate has a format that is not supported.",
    ],
    [
      "The authorityHost address must use the 'https' protocol.",
      "The address cannot be used as an authority: it has to be a well-formed https URL that is trusted. The message names authorityHost.",
    ],
    [
      "ValueError: When 'client_id' is provided as a keyword argument, 'identity_config' must not contain any of the following keys: object_id, resource_id, client_id",
      "Options were given that exclude each other, or not exactly one of those that do. The message names client_id, object_id, resource_id.",
    ],
    ["/bin/sh: 1: az: not found", "The Azure CLI (az) was not found."],
    [
      "AzureDeveloperCLICredential: Azure Developer CLI not found on path",
      "The Azure Developer CLI (azd) was not found.",
    ],
    ["Az.Accounts module >= 2.2.0 is not installed.", "The PowerShell module Az.Accounts was not found."],
    ["Please run 'az login' to setup account.", "The Azure CLI is not signed in, or not any more."],
    [
      "ENOENT: no such file or directory, open '/nope/cert.pem'",
      "A file that the credential needs does not exist. The file is /nope/cert.pem.",
    ],
    [
      "EACCES: permission denied, open '/etc/sp.pem'",
      "The process may not read a file that the credential needs. The file is /etc/sp.pem.",
    ],
    [
      "Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable",
      "The environment variable through which the pipeline hands out its ID token is not set. The message names ACTIONS_ID_TOKEN_REQUEST_URL.",
    ],
    [
      "failed to mount secrets store objects: clientsecret is missing, nodePublishSecretRef secret is not set (azure key vault provider)",
      "A value that is needed is missing or empty. The message names clientsecret, nodePublishSecretRef.",
    ],
  ])("of what was configured: %s", (text, cause) => {
    expect(causeOf(text)).toBe(cause);
  });

  test.each([
    [
      "x509: certificate signed by unknown authority while calling https://login.microsoftonline.com",
      "This host does not trust the issuer of the certificate that the server showed. The host was login.microsoftonline.com.",
    ],
    [
      "DEPTH_ZERO_SELF_SIGNED_CERT while contacting login.microsoftonline.com",
      "The server's certificate, or the one that issued it, is self-signed, and this host does not trust it. The error code was DEPTH_ZERO_SELF_SIGNED_CERT.",
    ],
    [
      "tunneling socket could not be established, statusCode=407 at ClientSecretCredential.getToken",
      "The proxy demands that this host authenticates (407). The HTTP status was 407.",
    ],
    [
      "AzureCredentials: request to http://127.0.0.1:41056/MSI/token/ failed, reason: connect ECONNREFUSED 127.0.0.1:41056",
      "The managed identity endpoint could not be reached: the connection was refused. The host was 127.0.0.1:41056.",
    ],
    [
      'Post "https://login.microsoftonline.us/t/oauth2/v2.0/token": dial tcp 52.126.194.4:443: connect: connection refused',
      "The connection was refused. The host was 52.126.194.4:443.",
    ],
    [
      "failed to get a token for https://login.microsoftonline.com. connection reset by peer",
      "The connection was cut. The host was login.microsoftonline.com.",
    ],
  ])("of what the network did: %s", (text, cause) => {
    expect(causeOf(text)).toBe(cause);
  });

  test.each([
    [
      "AKV10032: Invalid issuer. Expected one of https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/, found https://sts.windows.net/11111111-2222-3333-4444-555555555555/.",
      "The service expects a token of another tenant (issuer). Expected is https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/, and the token has https://sts.windows.net/11111111-2222-3333-4444-555555555555/.",
    ],
    [
      "Unauthenticated: token has audience https://management.azure.com/ want https://storage.azure.com",
      "The service expects a token for another audience. Expected is https://storage.azure.com, and the token has https://management.azure.com/.",
    ],
    [
      "Audience https://ossrdbms-aad.database.windows.net is not a supported MSI token audience.",
      "The managed identity endpoint gives no tokens for the audience that was asked for. The resource that the message names is https://ossrdbms-aad.database.windows.net.",
    ],
    [
      "The client_id parameter is required.",
      "A parameter that the request needs is missing from it. The message names client_id.",
    ],
    [
      "AADSTS900144: The request body must contain the following parameter: 'scope'.",
      "A required form parameter, named in the message, is not in the request body. Entra ID answered AADSTS900144. The message names scope.",
    ],
    [
      "AADSTS7000214: The certificate used to sign the assertion is expired.",
      "The certificate that signed the assertion has expired or was revoked by its issuer. Entra ID answered AADSTS7000214.",
    ],
    [
      "AADSTS70002: Error validating credentials. AADSTS50012: Client assertion is not within its valid time range.",
      "The assertion or token that was presented was outside its validity window. Entra ID answered AADSTS70002 (InvalidClient).",
    ],
    [
      "AADSTS70021: No matching federated identity record found for presented assertion. Assertion Issuer: 'https://token.actions.githubusercontent.com'. Assertion Subject: 'repo:contoso/app:environment:prod'. Assertion Audience: 'api://AzureADTokenExchange'.",
      "No federated credential on the app or managed identity fits the token's issuer, subject and audience. Entra ID answered AADSTS70021. The external token has the issuer https://token.actions.githubusercontent.com, the subject repo:contoso/app:environment:prod, the audience api://AzureADTokenExchange.",
    ],
    [
      "azure.identity: 429 Too Many Requests from login.microsoftonline.com, Retry-After: 17",
      "Too many requests were sent: they are answered again after a pause. The HTTP status was 429. The answer asks to wait for 17 s.",
    ],
  ])("of what was answered: %s", (text, cause) => {
    expect(causeOf(text)).toBe(cause);
  });

  test.each([
    [
      "AzurePipelinesCredential: Authentication Failed. Received null token from OIDC request. Response status: 401",
      "The OIDC endpoint of the pipeline gave no token. The HTTP status was 401.",
    ],
    [
      "getAssertion failed: request to http://vault.internal:8200/v1/identity/oidc/token/azure failed, reason: connect ECONNREFUSED 10.0.0.7:8200",
      "The application's own function that should provide the assertion failed. The error code was ECONNREFUSED for 10.0.0.7:8200.",
    ],
    [
      "Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired. openai.AuthenticationError: Error code: 401",
      "The service got no token, or none that it accepts: the message does not say what is wrong with it.",
    ],
    [
      "Unauthorized access. 'Listen' claim(s) are required to perform this operation. Resource: 'sb://x.servicebus.windows.net/q'.",
      "The identity lacks the right to send, listen or manage that the messaging service asks for.",
    ],
    [
      "parameter resource cannot be empty",
      "The request for a managed identity's token does not say for which resource it is to be. The message names resource.",
    ],
    [
      "PermissionError: [Errno 13] Permission denied: '/home/ci/.azure/msal_token_cache.json.lockfile'",
      "The token cache is locked: another process uses it, or an old lock was left behind.",
    ],
  ])("of whatever stands between: %s", (text, cause) => {
    expect(causeOf(text)).toBe(cause);
  });

  test("does not take what a token is for as the host that was asked", () => {
    expect(
      causeOf("ClientSecretCredential: context deadline exceeded, Scopes: https://management.azure.com//.default"),
    ).toBe("No connection or no answer came in the time that was allowed.");
  });

  test("quotes nothing but names that are known", () => {
    const secret = "hunter2hunter2";
    for (const text of [
      `clientSecret=${secret} is invalid for tenantId ${secret}`,
      `missing environment variable AZURE_CLIENT_SECRET=${secret}`,
      `invalid audience. Expected https://${secret}@vault.azure.net/${secret}, found api://${secret}?${secret}=${secret}`,
      `Audience https://vault.azure.net/${secret}?sig=${secret} is not a supported MSI token audience.`,
    ]) {
      expect(causeOf(text)).not.toContain(secret);
    }
  });
});

describe("sentences of the cause", () => {
  const ONE = /^[A-Z][^\n]{10,190}\.$/;
  const INTERNAL = /\bcounted\b|\bguess|evidence applies|next five|[<>]/;

  test.each(Object.entries(KINDS))("%s", (_kind, { means }) => {
    expect(means).toMatch(ONE);
    expect(means).not.toMatch(INTERNAL);
  });

  test.each(RULES.flatMap(({ id, says }) => (says === undefined ? [] : [[id, says] as const])))("%s", (_id, says) => {
    expect(says).toMatch(ONE);
    expect(says).not.toMatch(INTERNAL);
  });
});
