import { afterEach, describe, expect, test, vi } from "vitest";
import { readChainText } from "../../src/failure/chainText.js";
import { diagnose, diagnoseAcquisition, diagnoseAttempt } from "../../src/failure/diagnose.js";
import { writtenText } from "../../src/failure/plainText.js";
import type { AttemptEvidence, Diagnosis, Exchange } from "../../src/failure/types.js";

const unavailable = (message: string): Error =>
  Object.assign(new Error(message), { name: "CredentialUnavailableError" });
const required = (message: string): Error => Object.assign(new Error(message), { name: "AuthenticationRequiredError" });

const ENVIRONMENT = "EnvironmentCredential is unavailable. No underlying credential could be used.";
const PROBE =
  "ManagedIdentityCredential: Authentication failed. Message Attempted to use the IMDS endpoint, but it is not available.";
const NO_CLI =
  "Azure CLI could not be found. Please visit https://aka.ms/azure-cli for installation instructions and then, once installed, authenticate to your Azure account using 'az login'.";
const LOGIN = "Please run 'az login' from a command prompt to authenticate before using this credential.";
const REFUSED =
  "invalid_client: Error(s): 700213 - Description: AADSTS700213: No matching federated identity record found";

let index = 0;
function attempt(credentialType: string, error: unknown, rest: Partial<AttemptEvidence> = {}): AttemptEvidence {
  return {
    credentialType,
    index: index++,
    outcome: "skipped",
    error,
    exchanges: [],
    processes: [],
    attempts: [],
    ...rest,
  };
}

function chain(
  attempts: readonly AttemptEvidence[],
  error: unknown = new Error("ChainedTokenCredential authentication failed."),
): Diagnosis {
  index = 0;
  return diagnoseAcquisition(error, {
    credentialType: "DefaultAzureCredential",
    attempts,
    exchanges: [],
    processes: [],
  });
}

const decisive = (found: Diagnosis): (string | undefined)[] =>
  found.attempts.filter((member) => member.decisive).map((member) => member.credentialType);

afterEach(() => {
  index = 0;
  vi.unstubAllEnvs();
});

describe("the decisive attempt", () => {
  test("refused, over all else", () => {
    const found = chain([
      attempt("EnvironmentCredential", unavailable(ENVIRONMENT)),
      attempt("WorkloadIdentityCredential", required(REFUSED)),
      attempt("ManagedIdentityCredential", unavailable(PROBE), { durationMs: 1_010 }),
      attempt("AzureCliCredential", unavailable(LOGIN)),
    ]);
    expect(found.kind).toBe("federated_credential_mismatch");
    expect(found.credentialType).toBe("WorkloadIdentityCredential");
    expect(decisive(found)).toEqual(["WorkloadIdentityCredential"]);
    expect(found.cause).toContain(
      "Of 4 credentials, WorkloadIdentityCredential explains the failure: it came furthest",
    );
    expect(found.attempts.map((member) => member.finding?.kind)).toEqual([
      "configuration_missing",
      "federated_credential_mismatch",
      "managed_identity_probe_timeout",
      "tool_not_signed_in",
    ]);
  });

  test("half-configured, over timed out", () => {
    const missing = Object.assign(new Error("ENOENT: no such file or directory, open '/var/run/t'"), {
      name: "AuthenticationRequiredError",
    });
    const found = chain([
      attempt("WorkloadIdentityCredential", missing),
      attempt("ManagedIdentityCredential", unavailable(PROBE), { durationMs: 1_010 }),
    ]);
    expect(found.kind).toBe("credential_file_unreadable");
    expect(found.cause).toContain("The file is /var/run/t.");
  });

  test("timed out, over absent and not signed in", () => {
    const probe: Exchange = {
      method: "GET",
      scheme: "http",
      host: "169.254.169.254",
      port: 80,
      path: "/metadata/identity/oauth2/token",
      startTime: 0,
      durationMs: 1_002,
      errorCode: "ABORT_ERR",
    };
    const found = chain([
      attempt("EnvironmentCredential", unavailable(ENVIRONMENT)),
      attempt("ManagedIdentityCredential", unavailable(PROBE), { exchanges: [probe] }),
      attempt("AzureCliCredential", unavailable(LOGIN)),
    ]);
    expect(found.kind).toBe("managed_identity_probe_timeout");
    expect(decisive(found)).toEqual(["ManagedIdentityCredential"]);
  });

  test("a tool without a sign-in, over absent", () => {
    const found = chain([
      attempt("EnvironmentCredential", unavailable(ENVIRONMENT)),
      attempt("ManagedIdentityCredential", unavailable(PROBE), { durationMs: 4 }),
      attempt("AzureCliCredential", unavailable(LOGIN)),
    ]);
    expect(found.kind).toBe("tool_not_signed_in");
  });

  test("none, where all are merely absent", () => {
    const found = chain([
      attempt("EnvironmentCredential", unavailable(ENVIRONMENT)),
      attempt("WorkloadIdentityCredential", undefined, {
        silentReason: "WorkloadIdentityCredential: is unavailable. clientId is a required parameter.",
      }),
      attempt("ManagedIdentityCredential", unavailable(PROBE), { durationMs: 4 }),
      attempt("AzureCliCredential", unavailable(NO_CLI)),
    ]);
    expect(found.kind).toBe("no_credential_available");
    expect(decisive(found)).toEqual([]);
    expect(found.attempts[1]?.finding?.kind).toBe("configuration_missing");
    expect(found.cause).toContain(
      "Tried: EnvironmentCredential, WorkloadIdentityCredential, ManagedIdentityCredential, AzureCliCredential.",
    );
  });

  test("what the host shows points to a member", () => {
    vi.stubEnv("IDENTITY_ENDPOINT", "http://127.0.0.1:41741/msi/token");
    const found = chain([
      attempt("EnvironmentCredential", unavailable(ENVIRONMENT)),
      attempt(
        "ManagedIdentityCredential",
        unavailable("ManagedIdentityCredential: Network unreachable. Message: network_error"),
      ),
      attempt("AzureCliCredential", unavailable(LOGIN)),
    ]);
    expect(found.kind).toBe("managed_identity_unreachable");
    expect(found.cause).toContain("what this host shows points to it");
  });

  test("a service principal that was begun in the environment, where nothing else stands out", () => {
    vi.stubEnv("AZURE_TENANT_ID", "contoso.onmicrosoft.com");
    vi.stubEnv("AZURE_CLIENT_ID", "00000000-1111-2222-3333-444444444444");
    const environment = attempt("EnvironmentCredential", unavailable(ENVIRONMENT));
    const found = chain([environment, attempt("AzureCliCredential", unavailable(NO_CLI))]);
    expect(found.kind).toBe("configuration_missing");
    expect(decisive(found)).toEqual(["EnvironmentCredential"]);
    expect(found.cause).toContain("it was set up in part, so it was meant to work");
    expect(chain([environment, attempt("AzureCliCredential", unavailable(LOGIN))]).kind).toBe("tool_not_signed_in");
    // A user-assigned identity and a workload identity have the same two variables.
    vi.stubEnv("AZURE_FEDERATED_TOKEN_FILE", "/var/run/secrets/azure/tokens/azure-identity-token");
    expect(decisive(chain([environment, attempt("AzureCliCredential", unavailable(NO_CLI))]))).toEqual([]);
  });

  test("the member whose error stopped the chain", () => {
    const bug = new TypeError("Cannot read properties of undefined (reading 'x')");
    const found = chain(
      [attempt("WorkloadIdentityCredential", required(REFUSED)), attempt("MyCredential", bug, { outcome: "failed" })],
      bug,
    );
    expect(found.kind).toBe("unknown");
    expect(decisive(found)).toEqual(["MyCredential"]);
    expect(found.cause).toContain("its error stopped the chain");
  });

  test("an abort is the caller's, no member's", () => {
    const found = chain(
      [attempt("ManagedIdentityCredential", unavailable(PROBE))],
      new DOMException("x", "AbortError"),
    );
    expect(found.kind).toBe("aborted");
    expect(decisive(found)).toEqual([]);
  });

  test("a chain inside a chain", () => {
    const inner = [
      attempt("ManagedIdentityCredential", unavailable("Identity not found for ManagedIdentityCredential")),
      attempt("AzureCliCredential", unavailable(NO_CLI)),
    ];
    index = 0;
    const found = chain([
      attempt("EnvironmentCredential", unavailable(ENVIRONMENT)),
      attempt("ChainedTokenCredential", new Error("x"), { attempts: inner }),
    ]);
    expect(found.kind).toBe("managed_identity_not_assigned");
    expect(found.attempts[1]?.attempts.map((member) => member.decisive)).toEqual([true, false]);
  });

  test("a member that gave the token has no finding", () => {
    const found = chain([
      attempt("EnvironmentCredential", unavailable(ENVIRONMENT)),
      attempt("AzureCliCredential", undefined, { outcome: "succeeded" }),
    ]);
    expect(found.attempts[1]).toEqual({
      credentialType: "AzureCliCredential",
      index: 1,
      outcome: "succeeded",
      decisive: false,
      attempts: [],
    });
  });

  test("not what the network of a container refused, though that is an answer", () => {
    const probe: Exchange = {
      method: "GET",
      scheme: "http",
      host: "169.254.169.254",
      port: 80,
      path: "/metadata/identity/oauth2/token",
      startTime: 0,
      durationMs: 3,
      status: 403,
      probe: true,
    };
    const identity = attempt("ManagedIdentityCredential", unavailable(PROBE), { exchanges: [probe] });
    expect(chain([identity, attempt("AzureCliCredential", unavailable(LOGIN))]).kind).toBe("tool_not_signed_in");
    expect(chain([identity, attempt("AzureCliCredential", unavailable(NO_CLI))]).kind).toBe("no_credential_available");
  });

  test("not a member that gave nothing and did not say why", () => {
    const nothing = attempt("TokenCredential", undefined);
    expect(chain([nothing, attempt("TokenCredential", undefined)]).kind).toBe("no_credential_available");
    expect(chain([nothing, attempt("AzureCliCredential", unavailable(LOGIN))]).kind).toBe("tool_not_signed_in");
    // One that was still being waited for is another thing.
    expect(diagnoseAttempt(attempt("TokenCredential", undefined, { outcome: "failed" })).kind).toBe("unknown");
  });

  test("one attempt by itself", () => {
    expect(diagnoseAttempt(attempt("AzureCliCredential", unavailable(LOGIN)))).toMatchObject({
      kind: "tool_not_signed_in",
      credentialType: "AzureCliCredential",
    });
    expect(diagnoseAttempt(attempt("BrokerCredential", undefined)).kind).toBe("no_credential_available");
  });
});

describe("chains that nobody watched", () => {
  test("the errors array", () => {
    const errors = [unavailable(ENVIRONMENT), required(REFUSED), unavailable(NO_CLI)];
    const error = Object.assign(new Error("ChainedTokenCredential authentication failed."), {
      name: "AggregateAuthenticationError",
      errors,
    });
    const found = diagnose(error);
    expect(found.kind).toBe("federated_credential_mismatch");
    expect(found.attempts.map((member) => [member.credentialType, member.decisive])).toEqual([
      ["EnvironmentCredential", false],
      ["unknown", true],
      ["AzureCliCredential", false],
    ]);
  });

  test("a chain in a chain", () => {
    const aggregate = (errors: readonly Error[]): Error =>
      Object.assign(new Error("ChainedTokenCredential authentication failed."), {
        name: "AggregateAuthenticationError",
        errors,
      });
    const found = diagnose(aggregate([unavailable(ENVIRONMENT), aggregate([unavailable(NO_CLI), required(REFUSED)])]));
    expect(found.kind).toBe("federated_credential_mismatch");
    expect(found.attempts[1]).toMatchObject({ credentialType: "ChainedTokenCredential", decisive: true });
    expect(found.attempts[1]?.attempts.map((member) => member.decisive)).toEqual([false, true]);
  });

  test("an uncaught error as Node.js prints it, with source line, stack and properties", () => {
    const found = diagnose(
      `/app/node_modules/@azure/identity/dist/index.js:3015\n    const err = new AggregateAuthenticationError(errors, "ChainedTokenCredential authentication failed.");\n          ^\n\nAggregateAuthenticationError: ChainedTokenCredential authentication failed.\nCredentialUnavailableError: ${ENVIRONMENT}\nCredentialUnavailableError: WorkloadIdentityCredential: is unavailable. tenantId, clientId, and federatedTokenFilePath are required parameters.\n      In DefaultAzureCredential and ManagedIdentityCredential, these can be provided as environment variables\nCredentialUnavailableError: ${LOGIN}\n    at ChainedTokenCredential.getTokenInternal (/app/node_modules/@azure/identity/dist/credentials/managedIdentityCredential/index.js:1:2) {\n  errors: [\n    CredentialUnavailableError: AADSTS7000215`,
    );
    expect(found.kind).toBe("tool_not_signed_in");
    expect(found.attempts.map((member) => member.credentialType)).toEqual([
      "EnvironmentCredential",
      "WorkloadIdentityCredential",
      "AzureCliCredential",
    ]);
  });

  test("several addresses of one host are no chain", () => {
    const refused = Object.assign(new Error("connect ECONNREFUSED ::1:443"), { code: "ECONNREFUSED" });
    const found = diagnose(new AggregateError([refused, refused]));
    expect(found.kind).toBe("connection_failed");
    expect(found.attempts).toEqual([]);
  });

  test.each([
    [
      "JavaScript",
      `AggregateAuthenticationError: ChainedTokenCredential authentication failed.\nCredentialUnavailableError: ${ENVIRONMENT}\nCredentialUnavailableError: ${PROBE}\nCredentialUnavailableError: ${NO_CLI}`,
    ],
    [
      "Go",
      "DefaultAzureCredential: failed to acquire a token.\nAttempted credentials:\n\tEnvironmentCredential: missing environment variable AZURE_TENANT_ID\n\tManagedIdentityCredential: managed identity timed out\n\tAzureCLICredential: Azure CLI not found on path",
    ],
    [
      "Python, with the tabs of a log",
      "DefaultAzureCredential failed to retrieve a token from the included credentials.\\nAttempted credentials:\\n\\tEnvironmentCredential: not configured\\n\\tManagedIdentityCredential: no response from the IMDS endpoint.\\n\\tAzureCliCredential: Azure CLI not found on path\\nTo mitigate this issue, please refer to https://aka.ms/x",
    ],
    [
      ".NET",
      "DefaultAzureCredential failed to retrieve a token from the included credentials. See the guide. https://aka.ms/x\n- EnvironmentCredential authentication unavailable.\n- ManagedIdentityCredential authentication unavailable.\n- Azure CLI not installed",
    ],
    [
      "Java",
      "EnvironmentCredential authentication unavailable. Not configured.\r\nManagedIdentityCredential authentication unavailable. Connection to IMDS endpoint cannot be established.\r\nAzureCliCredential authentication unavailable. Azure CLI not installed.",
    ],
  ])("%s", (_sdk, text) => {
    expect(readChainText(writtenText(text)).map((line) => line.credentialType)).toEqual([
      "EnvironmentCredential",
      "ManagedIdentityCredential",
      "AzureCliCredential",
    ]);
    expect(diagnose(text).attempts).toHaveLength(3);
  });
});
