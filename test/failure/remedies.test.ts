import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { diagnose } from "../../src/failure/diagnose.js";
import { hostOfVariables, OwnVariables, TELLING_VARIABLES } from "../../src/failure/hosts.js";
import { Signs } from "../../src/failure/signs.js";

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });
const UNREACHABLE = "ManagedIdentityCredential: Network unreachable. Message: network_error";
const actions = (input: unknown): string =>
  diagnose(input)
    .remedies.map(({ action }) => action)
    .join("\n");
const commands = (input: unknown): string =>
  diagnose(input)
    .remedies.map(({ command = "" }) => command)
    .join("\n");

/** Whatever machine runs the tests must not show. */
beforeEach(() => {
  for (const name of TELLING_VARIABLES) vi.stubEnv(name, "");
});
afterEach(() => vi.unstubAllEnvs());

describe("where it runs", () => {
  test.each([
    ["GITHUB_ACTIONS", "github-actions"],
    ["TF_BUILD", "azure-pipelines"],
    ["FUNCTIONS_WORKER_RUNTIME", "functions"],
    ["CONTAINER_APP_NAME", "container-apps"],
    ["WEBSITE_INSTANCE_ID", "app-service"],
    ["AZURE_FEDERATED_TOKEN_FILE", "kubernetes"],
    ["IMDS_ENDPOINT", "arc"],
    ["ACC_CLOUD", "cloud-shell"],
    ["TERM_PROGRAM", "laptop"],
  ])("%s shows %s", (variable, host) => {
    expect(hostOfVariables(new Set([variable]))).toBe(host);
    vi.stubEnv(variable, "1");
    expect(hostOfVariables(new OwnVariables())).toBe(host);
  });

  test.each([
    ["open /var/run/secrets/azure/tokens/azure-identity-token: no such file", "kubernetes"],
    ["issuer 'https://token.actions.githubusercontent.com'", "github-actions"],
    ["no response from http://169.254.169.254/", "vm"],
    ["azcmagent: himds is not running", "arc"],
  ])("%s shows %s", (text, host) => {
    expect(new Signs(text).host).toBe(host);
  });

  test("advice for a live error fits the host", () => {
    vi.stubEnv("WEBSITE_INSTANCE_ID", "1");
    expect(commands(named("CredentialUnavailableError", UNREACHABLE))).toContain("az webapp identity assign");
    vi.stubEnv("WEBSITE_INSTANCE_ID", "");
    vi.stubEnv("CONTAINER_APP_NAME", "1");
    expect(commands(named("CredentialUnavailableError", UNREACHABLE))).toContain("az containerapp identity assign");
  });

  test("advice for a text does not look at this process", () => {
    vi.stubEnv("WEBSITE_INSTANCE_ID", "1");
    expect(commands(UNREACHABLE)).not.toContain("az webapp");
  });

  test("advice for another host is left out", () => {
    const text = "WorkloadIdentityCredential: open /var/run/secrets/azure/tokens/t: no such file or directory";
    expect(actions(text)).toContain("On AKS");
    expect(actions(text)).not.toContain("Azure Arc");
  });
});

describe("filled with what the text shows", () => {
  test("a federated credential, ready to be registered", () => {
    const found = commands(
      "ClientAssertionCredential authentication failed: AADSTS70021: No matching federated identity record found for presented assertion. Assertion Issuer: 'https://token.actions.githubusercontent.com'. Assertion Subject: 'repo:contoso/app:ref:refs/heads/main'. Assertion Audience: 'api://AzureADTokenExchange'. Application '0a5b6c7d-1111-4222-8333-9e8d7c6b5a49'",
    );
    expect(found).toContain('"issuer":"https://token.actions.githubusercontent.com"');
    expect(found).toContain('"subject":"repo:contoso/app:ref:refs/heads/main"');
    expect(found).toContain('"audiences":["api://AzureADTokenExchange"]');
    expect(found).toContain("--id 0a5b6c7d-1111-4222-8333-9e8d7c6b5a49");
  });

  test("a file, a host, an object", () => {
    expect(commands("WorkloadIdentityCredential: open /var/run/t: no such file or directory")).toContain(
      'ls -l "/var/run/t"',
    );
    expect(commands("getaddrinfo ENOTFOUND login.contoso.example for ClientSecretCredential")).toContain(
      "nslookup login.contoso.example",
    );
    expect(
      commands(
        "The client 'x' with object id '3f9c1d52-7a41-4b0e-9c66-2d8e5a1b7c04' does not have authorization to perform action",
      ),
    ).toContain("--assignee 3f9c1d52-7a41-4b0e-9c66-2d8e5a1b7c04");
  });

  test("nothing that a shell would act on", () => {
    const found = commands(
      "AADSTS70021: No matching federated identity record found. Assertion Subject: '$(rm -rf /)'. Assertion Issuer: 'https://x/`id`'",
    );
    expect(found).not.toMatch(/rm -rf|`id`/);
    expect(found).toContain("<subject>");
  });

  test("Entra's own advice comes first, with its page", () => {
    const [first] = diagnose("invalid_client: AADSTS7000215: Invalid client secret").remedies;
    expect(first?.action).toMatch(/secret/i);
    expect(first?.url).toMatch(/^https:\/\/(?:learn|login)\.microsoft/);
    expect(commands("invalid_client: AADSTS7000215: Invalid client secret")).toContain("az ad app credential list");
  });
});

describe("the reason of the decisive attempt", () => {
  test("is on it, and only on it", () => {
    const { attempts, cause } = diagnose(
      "DefaultAzureCredential: failed to acquire a token.\nAttempted credentials:\n\tEnvironmentCredential: missing environment variable AZURE_TENANT_ID\n\tManagedIdentityCredential: managed identity timed out",
    );
    expect(attempts.map(({ reason }) => reason)).toEqual([
      undefined,
      "it ran out of time, while others were merely absent",
    ]);
    expect(cause).toContain("it ran out of time");
  });
});

describe("what a service answered", () => {
  const refused = (statusCode: number, code: string, message: string, authenticate?: string): unknown =>
    Object.assign(named("RestError", message), {
      statusCode,
      code,
      request: { url: "https://contoso.blob.core.windows.net/c?sv=1" },
      response: {
        status: statusCode,
        headers: { get: (name: string) => (name === "www-authenticate" ? authenticate : undefined) },
      },
    });

  test.each([
    ["authorization_denied", refused(403, "AuthorizationPermissionMismatch", "This request is not authorized.")],
    [
      "network_rule_denied",
      refused(403, "AuthorizationFailure", "This request is not authorized to perform this operation."),
    ],
    ["network_rule_denied", refused(403, "Forbidden", "Public network access is disabled.")],
    ["token_rejected", refused(401, "InvalidAuthenticationInfo", "Server failed to authenticate the request.")],
    ["token_rejected", refused(401, "InvalidAuthenticationTokenTenant", "The access token is from the wrong issuer")],
    ["claims_challenge", refused(401, "Unauthorized", "no", 'Bearer error="insufficient_claims", claims="eyJ9"')],
    ["authorization_denied", refused(403, "Forbidden", "Forbidden")],
    ["not_authentication", refused(404, "BlobNotFound", "The specified blob does not exist.")],
    ["not_authentication", refused(503, "ServerBusy", "The server is busy.")],
  ])("%s: %#", (kind, error) => {
    expect(diagnose(error).kind).toBe(kind);
  });
});
