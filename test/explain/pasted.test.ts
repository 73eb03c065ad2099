import { describe, expect, it } from "vitest";
import { explainLog, explainText } from "../../src/explain/explain.js";
import { diagnose } from "../../src/failure/diagnose.js";
import heldOut from "../data/heldOut.json" with { type: "json" };
import messages from "../data/messages.json" with { type: "json" };

interface Text {
  readonly id: string;
  readonly text: string;
}
const TEXTS = [...messages, ...heldOut] as readonly Text[];

async function kindsOf(text: string): Promise<string[]> {
  const { failures } = await explainText(text);
  return failures.map(({ count, diagnosis: { kind, attempts } }) =>
    [`${count}x ${kind}`, ...(attempts.length > 1 ? [attempts.length] : [])].join(" "),
  );
}

const AZURE_LOGIN = [
  "2026-03-02T03:00:00.0000000Z ##[group]Run azure/login@v2",
  "2026-03-02T03:00:00.0000000Z   client-id: ***",
  "2026-03-02T03:00:00.0000000Z ##[endgroup]",
  "2026-03-02T03:00:01.0000000Z Running Azure CLI Login.",
  "2026-03-02T03:00:03.0000000Z ##[error]Please make sure to give write permissions to id-token in the workflow.",
  "2026-03-02T03:00:03.0000000Z ##[error]Login failed with Error: Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable.",
];

describe("what a person pasted", () => {
  it.each([
    ["a job whose permissions lack id-token", AZURE_LOGIN, ["1x configuration_missing"]],
    [
      "a proxy, in words of .NET alone",
      [
        "System.Net.Http.HttpRequestException: The proxy tunnel request to proxy 'http://proxy.example:8080/' failed with status code '407'.",
        "   at Microsoft.Identity.Client.Http.HttpManager.ExecuteAsync()",
      ],
      ["1x proxy_failure"],
    ],
    [
      "azd's own word for it",
      ["Run azd provision", "Error: not logged in, run `azd login` to login"],
      ["1x tool_not_signed_in"],
    ],
    [
      "a firewall, warning by warning",
      [
        "##[warning]Client address is not authorized and caller is not a trusted service.",
        "##[warning]Client address: 10.1.2.3",
        "##[warning]Caller: appid=***;oid=***",
      ],
      ["1x network_rule_denied"],
    ],
    [
      "a call that somebody gave up",
      [
        "2026/03/02 03:00:00 draining",
        'ClientSecretCredential: Get "https://login.microsoftonline.com/x": context canceled',
      ],
      ["1x aborted"],
    ],
    [
      "a chain of Rust, its members not indented",
      [
        "Multiple errors were encountered while attempting to authenticate:",
        "environment variable AZURE_TENANT_ID not set",
        '"az" wasn\'t found on PATH',
      ],
      ["1x no_credential_available 2"],
    ],
    [
      "an answer of Service Bus, line by line",
      [
        "ServiceBusAuthenticationError: CBS Token authentication failed.",
        "Status code: 401",
        "Error: client-error",
        "Condition: amqp:unauthorized-access",
        "Description: Ip has been prevented to connect to the endpoint.",
      ],
      ["1x network_rule_denied"],
    ],
    [
      "what mentions authentication, and is about something else",
      [
        "WARNING: You may want to use 'az acr login -n shop --expose-token' to get an access token.",
        "ERROR: failed to connect to the docker API at npipe:////./pipe/docker_engine; check if the daemon is running.",
      ],
      [],
    ],
    [
      "an answer with its headers, as Go prints them",
      [
        "RESPONSE Status: 403 This request is not authorized to perform this operation.",
        "Date: [Mon, 09 Sep 2019 21:04:49 GMT]",
        "Server: [Windows-Azure-HDFS/1.0 Microsoft-HTTPAPI/2.0]",
        "X-Ms-Error-Code: [AuthorizationFailure]",
        "X-Ms-Version: [2018-11-09]",
      ],
      ["1x network_rule_denied"],
    ],
  ])("%s", async (_, lines, expected) => expect(await kindsOf(lines.join("\n"))).toEqual(expected));

  it("stays several failures where Entra ID gave each a number of its own", async () => {
    expect(
      await kindsOf("AADSTS700016: Application not found\nAADSTS7000215: Invalid client secret provided."),
    ).toEqual(["1x application_not_found", "1x invalid_client_secret"]);
  });

  it("is one failure, the one that diagnose finds, and never nothing", async () => {
    const torn: string[] = [];
    const several = TEXTS.filter(({ text }) => text.trim().includes("\n"));
    for (const { id, text } of several) {
      const { kind } = diagnose(text);
      const kinds = (await explainText(text)).failures.map((failure) => failure.diagnosis.kind);
      const expected = kind === "not_authentication" ? 0 : 1;
      if (kinds.length !== expected || (expected === 1 && kinds[0] !== kind)) torn.push(`${id} ${kinds.join()}`);
    }
    expect(torn.length / several.length, torn.join("\n")).toBeLessThan(0.005);
  });
});

describe("the same in a log that is too long to be a paste", () => {
  const noise = Array.from(
    { length: 700 },
    (_, index) => `2026-03-02T03:00:00.123Z INFO app: Processed order ${index} in 12 ms`,
  );
  const inLog = async (lines: readonly string[]): Promise<string[]> => {
    const { failures } = await explainLog([[...noise, ...lines, ...noise]]);
    return failures.map(({ count, diagnosis }) => `${count}x ${diagnosis.kind}`);
  };

  it.each([
    ["azure/login", AZURE_LOGIN, ["1x configuration_missing"]],
    [
      "an error without a head after a line of no weight",
      ["CredentialUnavailableError: Azure CLI could not be found."],
      ["1x tool_not_installed"],
    ],
    [
      "Spring: the sentence twice, an empty line, the cause",
      [
        "2026-03-02 03:00:00.123  WARN 1 --- [main] c.a.identity.ChainedTokenCredential : Azure Identity => ERROR in getToken() call for scopes [x]: Managed Identity authentication is not available.",
        "2026-03-02 03:00:00.200 ERROR 1 --- [main] o.s.boot.SpringApplication : Application run failed",
        "",
        "com.azure.core.exception.ClientAuthenticationException: Managed Identity authentication is not available.",
        "\tat com.azure.identity.implementation.IdentityClient.lambda(IdentityClient.java:1)",
        "Caused by: java.net.SocketTimeoutException: connect timed out",
      ],
      ["1x managed_identity_unreachable"],
    ],
    [
      "a chain, a report for each of its members",
      [
        "2026-03-02T03:00:00Z WARNING azure.identity: EnvironmentCredential.get_token failed: EnvironmentCredential authentication unavailable. Environment variables are not fully configured.",
        "2026-03-02T03:00:01Z WARNING azure.identity: ManagedIdentityCredential.get_token failed: ManagedIdentityCredential authentication unavailable, no response from the IMDS endpoint.",
        "2026-03-02T03:00:01Z WARNING azure.identity: AzureCliCredential.get_token failed: Azure CLI not found on path",
      ],
      ["1x no_credential_available"],
    ],
    [
      "kubelogin, and what kubectl says of it",
      [
        "Error: failed to create azidentity credential: tenant ID cannot be empty",
        'E0319 18:29:37.245322      67 memcache.go:265] "Unhandled Error" err="getting credentials: exec: executable kubelogin failed with exit code 1"',
      ],
      ["1x configuration_missing"],
    ],
    [
      "two failures right after each other",
      [
        "2026-03-02T03:00:00Z ERROR c.m.a.m.AcquireTokenSupplier : msal4j failed: java.net.UnknownHostException: login.microsoftonline.com",
        "2026-03-02T03:01:00Z ERROR c.a.c.i.jackson : Status code 403: Client address is not authorized and caller is not a trusted service.",
      ],
      ["1x dns_failure", "1x network_rule_denied"],
    ],
    [
      "throttling",
      [
        "2026-03-02T03:00:11Z WARN  throttled: IMDS 429 Too Many Requests from http://169.254.169.254/metadata/identity/oauth2/token",
      ],
      ["1x throttled"],
    ],
  ])("%s", async (_, lines, expected) => expect(await inLog(lines)).toEqual(expected));
});
