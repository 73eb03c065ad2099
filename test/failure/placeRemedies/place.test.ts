import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { diagnose, diagnoseAcquisition } from "../../../src/failure/diagnose.js";
import { TELLING_VARIABLES } from "../../../src/failure/hosts.js";

const named = (name: string, message: string, more: object = {}): Error =>
  Object.assign(new Error(message), { name, ...more });
const actions = (input: unknown): string[] => diagnose(input).remedies.map(({ action }) => action);
const commands = (input: unknown): string =>
  diagnose(input)
    .remedies.map(({ command = "" }) => command)
    .join("\n");

/** Whatever machine runs the tests must not show. */
beforeEach(() => {
  for (const name of TELLING_VARIABLES) vi.stubEnv(name, "");
});
afterEach(() => vi.unstubAllEnvs());

const CHAIN = Object.assign(named("AggregateAuthenticationError", "ChainedTokenCredential authentication failed."), {
  errors: [
    named(
      "CredentialUnavailableError",
      "EnvironmentCredential is unavailable. No underlying credential could be used.",
    ),
    named(
      "CredentialUnavailableError",
      "Azure CLI could not be found. Please visit https://aka.ms/azure-cli for installation instructions.",
    ),
    named("CredentialUnavailableError", "Azure Developer CLI couldn't be found."),
  ],
});

describe("a chain of which nothing was set up", () => {
  test.each([
    ["KUBERNETES_SERVICE_HOST", /^On Kubernetes, use workload identity/],
    ["GITHUB_ACTIONS", /azure\/login/],
    ["TF_BUILD", /AzurePipelinesCredential/],
    ["TERM_PROGRAM", /^On a developer machine/],
    ["WEBSITE_INSTANCE_ID", /^On App Service, switch the managed identity on/],
  ])("where %s is set", (variable, first) => {
    vi.stubEnv(variable, "1");
    expect(diagnose(CHAIN).kind).toBe("no_credential_available");
    expect(actions(CHAIN)[0]).toMatch(first);
    expect(actions(CHAIN).slice(1).join("\n")).not.toMatch(/On a developer machine|On Azure, enable/);
  });

  test("where nobody knows the host", () => {
    expect(actions(CHAIN).slice(0, 2)).toEqual([
      "On a developer machine, sign in.",
      "On Azure, enable a managed identity; on AKS, workload identity.",
    ]);
  });

  test("of which a service principal was begun", () => {
    vi.stubEnv("AZURE_TENANT_ID", "t");
    vi.stubEnv("AZURE_CLIENT_ID", "c");
    expect(actions(CHAIN)[0]).toBe(
      "Of a service principal, AZURE_TENANT_ID and AZURE_CLIENT_ID are set: set AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH too, or unset them where another credential is meant.",
    );
  });

  test("as Go tells it", () => {
    const text =
      "EnvironmentCredential: incomplete environment variable configuration. Only AZURE_TENANT_ID and AZURE_CLIENT_ID are set";
    expect(actions(text)[0]).toContain("set AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH too");
  });
});

describe("an endpoint that does not answer", () => {
  const REFUSED = named(
    "CredentialUnavailableError",
    "ManagedIdentityCredential: Network unreachable. connect ECONNREFUSED 127.0.0.1:41741",
    {
      code: "ECONNREFUSED",
    },
  );

  test("is not the metadata service where the platform names another", () => {
    vi.stubEnv("IDENTITY_ENDPOINT", "http://127.0.0.1:41741/msi/token");
    vi.stubEnv("WEBSITE_INSTANCE_ID", "1");
    expect(diagnose(REFUSED).kind).toBe("managed_identity_unreachable");
    expect(commands(REFUSED)).not.toContain("169.254");
    expect(actions(REFUSED).join("\n")).not.toMatch(/switch the managed identity on|firewall/);
    expect(commands(REFUSED)).toContain("az webapp restart");
    expect(commands(REFUSED)).toContain('"$IDENTITY_ENDPOINT"');
  });

  test("is the agent’s on Azure Arc, known by its port", () => {
    const text =
      'ManagedIdentityCredential: Get "http://localhost:40342/metadata/identity/oauth2/token": dial tcp 127.0.0.1:40342: connect: connection refused';
    expect(diagnose(text).kind).toBe("managed_identity_unreachable");
    expect(commands(text)).toContain("azcmagent show");
    expect(commands(text)).not.toContain("169.254");
  });

  test("is the metadata service’s where that was asked", () => {
    const text = "ManagedIdentityCredential: dial tcp 169.254.169.254:80: connect: no route to host";
    expect(commands(text)).toContain("http://169.254.169.254/metadata/instance");
  });
});

describe("a file", () => {
  test("that may not be read", () => {
    const text = "ClientCertificateCredential: open /certs/sp.pem: permission denied";
    expect(actions(text)[0]).toBe(
      "Let the user of this process read the file and enter the folders above it: look at owner and mode.",
    );
    expect(commands(text)).toBe('ls -l "/certs/sp.pem"\n');
  });

  test("that is not there", () => {
    const text = "ClientCertificateCredential: open /certs/sp.pem: no such file or directory";
    expect(actions(text)).toEqual([
      "Check that the file is there, inside the very container or host that the process runs on, and that the path is right.",
    ]);
  });

  test("of a federated token, which the webhook of AKS mounts", () => {
    const text =
      "WorkloadIdentityCredential: open /var/run/secrets/azure/tokens/azure-identity-token: no such file or directory";
    expect(actions(text)[0]).toMatch(/^On AKS, check that the webhook mounted the token/);
  });
});

describe("an assertion", () => {
  test("of the application’s own callback", () => {
    const attempts = { credentialType: "ClientAssertionCredential", attempts: [], exchanges: [], processes: [] };
    const { kind, remedies } = diagnoseAcquisition(new Error("no such key"), attempts);
    expect(kind).toBe("assertion_unavailable");
    expect(remedies[0]?.action).toMatch(/^Find out why the application’s own callback for the assertion failed/);
  });

  test("that a driver in the cluster is to get", () => {
    const text =
      "failed to mount objects, error: failed to parse workload identity tokens, error: service account tokens not found";
    expect(actions(text)).toEqual([expect.stringContaining("tokenRequests of its CSIDriver")]);
  });
});

describe("an option that cannot work", () => {
  const UNKNOWN = "Invalid value for environment variable AZURE_TOKEN_CREDENTIALS";

  test("gets no advice on values that nobody named", () => {
    const text = "EnvironmentCredential: certificate and secret are mutually exclusive properties. Only specify one.";
    expect(diagnose(text).kind).toBe("configuration_invalid");
    expect(actions(text)).toEqual(["Correct the option or variable that the message names."]);
  });

  test("gets advice on the value that is named", () => {
    expect(actions(`${UNKNOWN}: local. Valid values are 'dev' or 'prod'.`).join("\n")).toMatch(
      /AZURE_TOKEN_CREDENTIALS/,
    );
  });
});

test("a credential that may not ask by itself is asked by the application", () => {
  const error = named(
    "AuthenticationRequiredError",
    "Automatic authentication has been disabled. You may call the authentication() method.",
  );
  expect(diagnose(error).kind).toBe("interaction_required");
  expect(actions(error)[0]).toMatch(/^Call authenticate\(\) of the credential/);
  expect(commands(error)).not.toContain("az login");
});
