import { describe, expect, test } from "vitest";
import { explainText } from "../../src/explain/explain.js";
import { readLogLine } from "../../src/explain/logLine.js";
import { withoutColours } from "../../src/explain/terminal.js";

const IDENTITY =
  "CredentialUnavailableError: ManagedIdentityCredential authentication unavailable, no response from the IMDS endpoint.";
const ACCOUNT = "Authentication failed: AADSTS50057: The user account is disabled.";
const ROLE =
  "HttpResponseError: This request is not authorized to perform this operation using this permission.\nErrorCode:AuthorizationPermissionMismatch";

async function kindsOf(lines: readonly string[]): Promise<readonly string[]> {
  const { failures } = await explainText(lines.join("\n"));
  return failures.map(({ count, diagnosis }) => `${count} ${diagnosis.kind}`);
}

const ALL = ["1 managed_identity_unreachable", "1 account_disabled_or_locked", "1 authorization_denied"];

describe("failures that are not one", () => {
  test("of a log without time stamps and levels", async () => {
    expect(await kindsOf([IDENTITY, "retrying in 5 s", ACCOUNT, "GET /healthz 200", ROLE])).toEqual(ALL);
  });

  test("under the same headline", async () => {
    const headed = (hour: number, thrown: string) => [
      `2026-03-02 ${hour}:00:01,000 ERROR ingest could not process the batch of orders`,
      thrown,
    ];
    const log = [...headed(15, IDENTITY), ...headed(19, ACCOUNT), ...headed(21, ROLE)];
    expect(await kindsOf(log)).toEqual(ALL);
  });

  test("with one of an unknown kind between them, hours apart", async () => {
    const log = [
      `2026-03-02 10:00:01 ERROR inventory: ${IDENTITY}`,
      "2026-03-02 11:00:01 ERROR mailer: azure AuthenticationFailedException: 535 5.7.3 Authentication unsuccessful",
      `2026-03-02 12:00:01 ERROR orders: ${ACCOUNT}`,
    ];
    const kinds = await kindsOf(log);
    expect(kinds.at(0)).toBe(ALL[0]);
    expect(kinds.at(-1)).toBe(ALL[1]);
  });

  test("an answer in JSON, whose time is that of another clock, belongs to the line before it", async () => {
    const answer =
      '{"error":"invalid_client","error_description":"AADSTS7000215: no.","timestamp":"2026-03-02 08:00:01Z"}';
    const log = [
      ...[1, 2, 3, 4].map((second) => `2026-03-02T10:00:0${second} INFO orders: working`),
      "2026-03-02T10:00:05 ERROR orders: the token request to login.microsoftonline.com failed:",
      "nothing more is known of it",
      answer,
    ];
    expect(await kindsOf(log)).toEqual(["1 invalid_client_secret"]);
  });

  test("a carrier's clock goes before the program's", () => {
    const { time } = readLogLine("2026-03-02T10:00:01.123456789Z 2026-03-02 12:00:01,000 ERROR x");
    expect(time).toBe(Date.UTC(2026, 2, 2, 10, 0, 1));
  });

  test("members of a chain are those of one failure, hours apart they are not", async () => {
    const log = (hours: readonly number[]) => [
      `2026-03-02 ${hours[0]}:00:01 ERROR EnvironmentCredential authentication unavailable. Environment variables are not fully configured.`,
      `2026-03-02 ${hours[1]}:00:02 ERROR AzureCliCredential: Azure CLI not found on path`,
    ];
    expect(await kindsOf(log([10, 10]))).toEqual(["1 no_credential_available"]);
    expect(await kindsOf(log([10, 15]))).toEqual(["1 configuration_missing", "1 tool_not_installed"]);
  });
});

test.each([
  ["[main] ERROR x", "[main] ERROR x"],
  ["[5minute] x", "[5minute] x"],
  ["[31mERROR[0m x[m", "ERROR x"],
])("what is left of colours: %s", (text, plain) => {
  expect(withoutColours(text)).toBe(plain);
});

describe("one failure that is written twice", () => {
  const ONE = ["1 conditional_access_blocked"];
  const IDS = "Trace ID: a998bcc7-a002-490a-a582-b6bf25847700 Correlation ID: 1d69ca0a-0340-45ca-a1b1-720b28ebe2d3";
  const BLOCKED = `AADSTS53003: Access has been blocked by Conditional Access policies. ${IDS} Timestamp: 2025-06-24 09:01:24Z`;

  test("by a tool and its logger, with the ids of one answer", async () => {
    const log = [`cli.azure.cli.core.azclierror: ${BLOCKED}`, `az_command_data_logger: ${BLOCKED}`];
    expect(await kindsOf(log)).toEqual(ONE);
    const another = log[1]?.replaceAll(/[0-9a-f]{8}-/g, "00000000-") ?? "";
    expect(await kindsOf([log[0] ?? "", another])).toEqual(["2 conditional_access_blocked"]);
  });

  test("by Rust, as its own cause", async () => {
    expect(
      await kindsOf([
        "Error: app service credential requires IDENTITY_ENDPOINT environment variable",
        "",
        "Caused by:",
        "    0: environment variable IDENTITY_ENDPOINT not set",
        "    1: environment variable not found",
      ]),
    ).toEqual(["1 managed_identity_not_configured"]);
  });

  test("by MSAL for .NET, with its number first", async () => {
    expect(
      await kindsOf([
        "2026-03-02 10:00:00 ERROR MSAL.NetCore.4.84.2.0.MsalThrottledServiceException:",
        "\tErrorCode: request_throttled",
        "Microsoft.Identity.Client.MsalThrottledServiceException: Your app has been throttled by AAD due to too many requests.",
        "2026-03-02 10:00:01 INFO next",
      ]),
    ).toEqual(["1 throttled"]);
  });

  test("mail servers refuse for reasons of their own", async () => {
    const log = [
      "2026-03-02 10:00:00 ERROR javax.mail.AuthenticationFailedException: 535 Authentication failed",
      "2026-03-02 10:00:01 INFO next",
      "2026-03-02 10:00:02 INFO next",
      "2026-03-02 10:00:03 INFO next",
    ];
    expect(await kindsOf(log)).toEqual([]);
  });
});
