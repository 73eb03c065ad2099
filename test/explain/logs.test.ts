import { createReadStream } from "node:fs";
import { describe, expect, it } from "vitest";
import { explainLog } from "../../src/explain/explain.js";
import { readLines } from "../../src/explain/readLines.js";
import messages from "../data/messages.json" with { type: "json" };

/** What a log says, one line for each failure: count, kind, first and last line, attempts of a chain. */
async function found(file: string): Promise<string[]> {
  const { failures } = await explainLog(readLines(createReadStream(`test/explain/logs/${file}`)));
  return failures.map(({ count, lines, diagnosis: { kind, attempts } }) =>
    [`${count}x ${kind}`, `${lines?.first}-${lines?.last}`, ...(attempts.length > 1 ? [attempts.length] : [])].join(
      " ",
    ),
  );
}

describe("a log gives each failure once, with its count", () => {
  it.each([
    ["kubectl.log", "two interleaved pods with prefix and time stamps", ["3x managed_identity_probe_timeout 3-18 5"]],
    ["goDump.log", "Go's account of a request, between restarts", ["2x expired_client_secret 2-26"]],
    ["appService.log", "App Service's log stream", ["2x managed_identity_not_assigned 3-9"]],
    ["applicationInsights.json", "an export of Application Insights, JSON in JSON", ["2x invalid_client_secret 2-20"]],
    ["python.log", "Python's logging with tracebacks, and a database's password", ["2x invalid_client_secret 2-22"]],
    ["dotnet.log", ".NET's console logger with CRLF and indented messages", ["2x no_credential_available 3-17 5"]],
    ["java.log", "Java's logback with causes", ["3x managed_identity_unreachable 2-24"]],
    ["slog.jsonl", "Go's slog as JSON", ["3x managed_identity_probe_timeout 2-6 5", "1x authorization_denied 8-8"]],
    ["githubActions.log", "GitHub Actions with time stamps and colours", ["1x federated_credential_mismatch 10-10"]],
    ["azurePipelines.log", "Azure Pipelines", ["2x application_not_found 5-6"]],
    ["terraform.log", "Terraform's boxes", ["1x expired_client_secret 3-3", "1x network_rule_denied 10-10"]],
    ["docker.jsonl", "Docker's JSON, line by line", ["2x no_credential_available 2-13 3"]],
    ["compose.log", "Docker Compose", ["1x no_credential_available 4-4 3", "1x invalid_client_secret 24-24"]],
    ["uncaught.log", "an uncaught error, printed by Node.js with its source", ["1x no_credential_available 5-5 3"]],
  ])("%s: %s", async (file, _what, expected) => {
    expect(await found(file)).toEqual(expected);
  });

  it("tells two codes apart, and not two times, ids, durations and ports", async () => {
    const report = (second: number, code: number): string =>
      `2026-03-02T18:25:${second}.123Z ERROR attempt ${second} from 10.0.0.1:5${second}12 after ${second * 7} ms: AADSTS${code}: no. Correlation ID: 000000${second}-2eef-42e3-ad75-eee69ec9088d`;
    const log = [report(10, 7000215), report(11, 7000222), report(12, 7000215), report(13, 7000215)];
    const { failures } = await explainLog([log]);
    expect(failures.map(({ count, diagnosis }) => [count, diagnosis.entra?.codes])).toEqual([
      [3, [7000215]],
      [1, [7000222]],
    ]);
    expect(failures[0]?.diagnosis.entra?.correlationId).toBe("00000013-2eef-42e3-ad75-eee69ec9088d");
  });

  it("orders failures by their first line, not by their last", async () => {
    const log = [
      "[pod/a/app] AADSTS700016: Application not found",
      "[pod/b/app] AADSTS7000215: Invalid client secret provided.",
      "[pod/b/app] GET / 200",
      "[pod/a/app]     at Client.getToken (x.js:1:1)",
    ];
    const { failures } = await explainLog([log]);
    expect(failures.map(({ diagnosis }) => diagnosis.kind)).toEqual(["application_not_found", "invalid_client_secret"]);
  });

  it("finds nothing where passwords, tokens and networks of others fail", async () => {
    const log = [
      '2026-03-02 18:25:26.123 ERROR SqlExceptionHelper : FATAL: password authentication failed for user "orders"',
      '10.1.2.3 - - [02/Mar/2026:18:25:26 +0000] "POST /oauth2/token HTTP/1.1" 401 512 "-" "curl/8.1"',
      '{"level":"error","msg":"JWT validation failed: token expired","path":"/api/orders","status":401}',
      '{"level":"info","msg":"ManagedIdentityCredential: token acquired","scope":"https://vault.azure.net/.default"}',
      '{"level":"error","msg":"connect ECONNREFUSED 127.0.0.1:6379"}',
      "2026-03-02T18:25:26.123Z ERROR Error: getaddrinfo ENOTFOUND redis-master",
      "2026-03-02T18:25:26.123Z ERROR MongoServerError: Authentication failed.",
      "2026-03-02T18:25:26.123Z ERROR CredentialsProviderError: Could not load credentials from any providers",
      "2026-03-02T18:25:26.123Z ERROR TypeError: Cannot read properties of undefined (reading 'token')",
      "2026-03-02T18:25:26.123Z INFO  DefaultAzureCredential acquired a token from ManagedIdentityCredential",
      "Mar  2 18:25:26 host sshd[123]: Failed password for invalid user admin from 10.0.0.1 port 4242 ssh2",
    ];
    expect(await explainLog([log])).toEqual({ failures: [], lineCount: 11, omitted: 0 });
  });

  it("takes a message that somebody pasted, broken by the width of a terminal", async () => {
    const { failures } = await explainLog([
      ["ManagedIdentityCredential authentication", "unavailable, no response", "from the IMDS endpoint."],
    ]);
    expect(failures.map(({ count, diagnosis }) => [count, diagnosis.kind])).toEqual([
      [1, "managed_identity_unreachable"],
    ]);
  });
});

describe("any message of an SDK, in a log", () => {
  it("is one failure, never two, and seldom overlooked", async () => {
    const several: string[] = [];
    const missed: string[] = [];
    let expected = 0;
    for (const { id, text, kind } of messages as readonly { id: string; text: string; kind: string }[]) {
      const { failures } = await explainLog([
        [
          "2026-03-02T18:25:20.123Z INFO app: Listening on 8080",
          ...`2026-03-02T18:25:26.123Z ERROR app: call failed: ${text}`.split("\n"),
          "2026-03-02T18:25:27.123Z INFO app: Processed 12 tenants",
        ],
      ]);
      if (failures.length > 1) several.push(id);
      if (kind === "not_authentication" || kind === "aborted") continue;
      expected++;
      if (failures.length === 0) missed.push(id);
    }
    expect(several).toEqual([]);
    // Messages that name nothing of Azure, such as "ProcessError: The process could not be completed."
    expect(missed.length / expected).toBeLessThan(0.04);
  });
});
