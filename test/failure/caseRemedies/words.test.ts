import { describe, expect, test } from "vitest";
import { diagnose } from "../../../src/failure/diagnose.js";

const advice = (text: string) => diagnose(text).remedies.map(({ action, command }) => [action, command]);
const first = (text: string) => advice(text)[0];

describe("a redirect URI", () => {
  const mismatch = (uri: string) =>
    `AADSTS50011: The redirect URI '${uri}' specified in the request does not match the redirect URIs configured for the application 'ded03e7b-aaf8-4589-a5ed-3093f82b51da'.`;
  const LIST =
    'az ad app show --id ded03e7b-aaf8-4589-a5ed-3093f82b51da --query "{web:web.redirectUris,spa:spa.redirectUris,native:publicClient.redirectUris}"';
  test.each([
    ["http://orders.contoso.example/signin-oidc", "Have the application build its redirect URI with https", undefined],
    ["http://localhost:50505/redirect", "Register the redirect URI that the program sends.", LIST],
    ["http://127.0.0.1:8080/cb", "Register the redirect URI that the program sends.", LIST],
    ["https://orders.contoso.example/cb", "Register exactly the redirect URI that the application sends", LIST],
  ])("%s", (uri, action, command) => {
    const [said, run] = first(mismatch(uri)) ?? [];
    expect([said?.startsWith(action), run]).toEqual([true, command]);
  });
});

describe("an application of Microsoft’s", () => {
  test("that an API does not admit", () => {
    const text = (app: string) =>
      `AADSTS65002: Consent between first party application '${app}' and first party resource 'fc9f9f7a-545c-43c2-8acd-5eed79a47dd9' must be configured via preauthorization`;
    expect(first(text("872cd9fa-d31f-45e0-9eab-6e460a02d1f1"))?.[0]).toBe(
      "Sign in another way: this API does not admit Visual Studio. An InteractiveBrowserCredential or DeviceCodeCredential with an application of your own, which has a permission for the API, gets the token.",
    );
    expect(first(text("04b07795-8ddb-461a-bbee-02f9e1bf7b46"))?.[0]).toContain("does not admit the Azure CLI.");
    expect(first(text("11111111-2222-3333-4444-555555555555"))?.[0]).toContain("Register your own application");
  });

  test("whose supported account types nobody can change", () => {
    const text =
      "AADSTS50020: User account 'a@b.example' from identity provider 'live.com' does not exist in tenant 'Contoso' and cannot access the application '499b84ac-1321-427f-aa17-267ca6975798'(Azure DevOps) in that tenant.";
    expect(advice(text)).toEqual([
      [
        "Sign out, and sign in with an account of this tenant; or open the site in the tenant of the account.",
        undefined,
      ],
      ["If the account is to work in this tenant, have it invited as a guest.", undefined],
    ]);
  });
});

test.each([
  [
    "PKCS12 parsing failed: error:11800071:PKCS12 routines:PKCS12_parse:mac verify failure",
    "openssl pkcs12 -info -noout -in <file.pfx>",
  ],
  ["panic: key doesn't match any certificate", "openssl x509 -in <certificate.pem> -noout -pubkey"],
  ["No subscriptions found for ana@contoso.example.", "az login --tenant <its-tenant>"],
  ["RestError: getaddrinfo ENOTFOUND kv-contoso.vault.azure.net", "nslookup kv-contoso.vault.azure.net"],
  ["CredentialUnavailableError: Failed to open a browser", undefined],
  [
    "token response failed because declined scopes are present: https://graph.microsoft.com/Mail.Read",
    "az ad app permission admin-consent --id <client-id>",
  ],
])("%s", (text, command) => {
  expect(first(text)?.[1]).toBe(command);
});

test("windows that a browser does not open", () => {
  expect(
    advice("BrowserAuthError: popup_window_error: Error opening popup window.").map(([, command]) => command),
  ).toEqual([undefined, undefined]);
  expect(first("BrowserAuthError: empty_window_error: window.open returned null")?.[0]).toContain("from a click");
});

test.each([
  ["AADSTS90002: Tenant '<your-tenant-id>' not found.", true],
  ["AADSTS90002: Tenant 'YOUR_TENANT_ID' not found.", true],
  ["AADSTS90002: Tenant '{tenantId}' not found.", true],
  ["AADSTS700016: Application with identifier 'your-client-id' was not found in the directory 'Contoso'.", true],
  ["AADSTS90002: Tenant 'yourself.example' not found.", false],
  ["AADSTS90002: Tenant 'contoso.onmicrosoft.com' not found.", false],
])("a placeholder that nobody replaced: %s", (text, left) => {
  expect(first(text)?.[0]?.startsWith("Put the real value in the place of the one in the sample")).toBe(left);
});

test("a retry of a pipeline is not the permission of a workflow", () => {
  const { cause, remedies } = diagnose("VERBOSE: Failed to fetch federated token. Remaining retries count = '2'");
  expect(cause).toBe("The pipeline did not get an OIDC token for its service connection.");
  expect(JSON.stringify(remedies)).not.toContain("github");
  expect(
    first(
      "##[error]Failed to fetch federated token from GitHub. Please make sure to give write permissions to id-token in the workflow.",
    )?.[0],
  ).toContain("add permissions id-token: write");
});

test("the same advice in other words is given once", () => {
  const text =
    "AuthenticationError: AzurePipelinesCredential: Authentication Failed. oidcToken field not detected in the response. Status code: 203";
  expect(
    advice(text).filter(
      ([action]) => action?.includes("Map System.AccessToken") || action?.includes("map System.AccessToken"),
    ),
  ).toHaveLength(1);
});

test("requests that MSAL for .NET holds back by itself", () => {
  const text =
    "MsalThrottledServiceException: Your app has been throttled by AAD due to too many requests. To avoid this, cache your tokens see https://aka.ms/msal-net-throttling.";
  expect(diagnose(text)).toMatchObject({
    kind: "throttled",
    remedies: [{ url: "https://aka.ms/msal-net-throttling" }, {}],
  });
});

test("the store of IntelliJ", () => {
  const text =
    "The KeePass database path is either empty or not configured. Please configure it on the builder. It is required to use IntelliJ credential on the windows platform.";
  expect(first(text)?.[0]).toContain("keePassDatabasePath");
});
