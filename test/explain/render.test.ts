import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { explainLog, explainText } from "../../src/explain/explain.js";
import { explanationLines } from "../../src/explain/render/explanation.js";
import { type Screen, screenFor } from "../../src/explain/render/screen.js";
import { wrap, wrapCommand, wrapPieces } from "../../src/explain/render/wrap.js";
import type { Explanation } from "../../src/explain/types.js";

const plain = (columns: number): Screen => screenFor({ columns }, {}, true);
const LOGS = ["kubectl.log", "python.log", "terraform.log", "slog.jsonl", "compose.log", "dotnet.log"];

/** Made by hand, so that the words of the diagnosis may change. */
const CHAIN: Explanation = {
  lineCount: 1_204,
  omitted: 0,
  failures: [
    {
      count: 3,
      firstLine: "get secret: DefaultAzureCredential: failed to acquire a token.",
      lines: { first: 12, last: 1_100 },
      diagnosis: {
        kind: "invalid_client_secret",
        stage: "entra",
        owner: "developer",
        retryable: false,
        summary: "Entra ID refused the client secret.",
        cause:
          "The secret is wrong. Of 2 credentials, EnvironmentCredential explains the failure: it came furthest: it was refused by the endpoint it asked.",
        remedies: [
          {
            action: "Pass the value of the secret, not its id, to the process that acquires the token.",
            command: 'az ad app credential list --id <client-id> --query "[].{id:keyId,end:endDateTime}"',
            url: "https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal#option-2",
          },
          { action: "Better, use a managed identity." },
        ],
        credentialType: "EnvironmentCredential",
        entra: {
          codes: [7000215],
          error: "invalid_client",
          correlationId: "7b12f9bb-2eef-42e3-ad75-eee69ec9088d",
          timestamp: "2026-03-02 18:25:26Z",
        },
        http: { status: 401, host: "login.microsoftonline.com" },
        attempts: [
          { credentialType: "EnvironmentCredential", index: 0, outcome: "failed", decisive: true, attempts: [] },
          { credentialType: "unknown", index: 1, outcome: "skipped", decisive: false, attempts: [] },
        ],
        exchanges: [],
      },
    },
  ],
};

describe("a failure, for a person", () => {
  it("says what failed, why, who fixes it, what to do, what was tried, what support needs, and where", () => {
    expect(explanationLines(CHAIN, plain(80)).join("\n")).toBe(`✗ Client secret wrong · invalid_client_secret
  Entra ID refused the client secret.

  Why
    The secret is wrong.
    EnvironmentCredential · AADSTS7000215 · invalid_client · HTTP 401
    login.microsoftonline.com

  Who fixes it
    The developers of the application (developer). Trying again does not help.

  What to do now
    1. Pass the value of the secret, not its id, to the process that acquires
       the token.
       $ az ad app credential list --id <client-id> --query \\
           "[].{id:keyId,end:endDateTime}"
       https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal#option-2
    2. Better, use a managed identity.

  What was tried
    ✗ EnvironmentCredential  failed
      ↳ this one explains the failure: it came furthest: it was refused by the
        endpoint it asked
    ○ (not named)            skipped

  What to give to support
    correlation id  7b12f9bb-2eef-42e3-ad75-eee69ec9088d
    timestamp       2026-03-02 18:25:26Z

  3 times, lines 12 to 1,100
    get secret: DefaultAzureCredential: failed to acquire a token.`);
  });

  it("begins with a list where there are several", async () => {
    const log = readFileSync("test/explain/logs/terraform.log", "utf8").split("\n");
    const explanation = await explainLog([log]);
    expect(explanationLines({ ...explanation, omitted: 7 }, plain(72)).slice(0, 8)).toEqual([
      "2 different failures of authentication in 16 lines",
      "",
      "  1  ×1  expired_client_secret  Client secret expired",
      "  2  ×1  network_rule_denied    Blocked by network rules",
      "  and 7 more reports of others",
      "",
      `── 1 of 2 ${"─".repeat(61)}`,
      "",
    ]);
  });

  it.each([60, 80, 120])("fits %i columns, links aside, and ends no line with a blank", async (columns) => {
    for (const log of LOGS) {
      const lines = readFileSync(`test/explain/logs/${log}`, "utf8").split("\n");
      const printed = explanationLines(await explainLog([lines]), plain(columns));
      const words = printed.filter((line) => !line.includes("https://"));
      expect(words.filter((line) => line.length >= columns || /\s$/.test(line))).toEqual([]);
    }
  });

  it("breaks links only where they can be followed all the same", async () => {
    const screen = screenFor({ columns: 60, isTTY: true }, { TERM: "xterm-256color" }, true);
    const printed = explanationLines(CHAIN, screen).join("\n");
    const seen = printed.replace(/(?!\n)\p{Cc}(?:\[[\d;]*m|\]8;;[^\p{Cc}]*\p{Cc}\\)/gu, "").split("\n");
    expect(seen.filter((line) => line.length >= 60)).toEqual([]);
    const url = CHAIN.failures[0]?.diagnosis.remedies[0]?.url ?? "";
    expect(printed.split(`\x1b]8;;${url}\x1b\\`)).toHaveLength(3);
  });
});

describe("colours", () => {
  const red = "\x1b[31m";
  const terminal = { isTTY: true, columns: 80 };
  const has = async (tty: boolean, env: Record<string, string>, flag = true): Promise<boolean> =>
    explanationLines(await explainText("AADSTS50076"), screenFor(tty ? terminal : {}, env, flag))
      .join("")
      .includes(red);

  it.each([
    ["a terminal", true, {}, true, true],
    ["a pipe", false, {}, true, false],
    ["--no-color", true, { FORCE_COLOR: "1" }, false, false],
    ["NO_COLOR", true, { NO_COLOR: "1" }, true, false],
    ["an empty NO_COLOR", true, { NO_COLOR: "" }, true, true],
    ["FORCE_COLOR into a pipe", false, { FORCE_COLOR: "1" }, true, true],
    ["FORCE_COLOR=0", true, { FORCE_COLOR: "0" }, true, false],
    ["FORCE_COLOR over NO_COLOR, as in Node.js", true, { FORCE_COLOR: "1", NO_COLOR: "1" }, true, true],
    ["a dumb terminal", true, { TERM: "dumb" }, true, false],
  ])("%s", async (_name, tty, env, flag, expected) => expect(await has(tty, env, flag)).toBe(expected));

  it("are all that they add", async () => {
    const explanation = await explainText("AADSTS50076");
    const coloured = explanationLines(explanation, screenFor({ columns: 80 }, { FORCE_COLOR: "1" }, true)).join("\n");
    expect(coloured.replace(/(?!\n)\p{Cc}\[[\d;]*m/gu, "")).toBe(explanationLines(explanation, plain(80)).join("\n"));
  });
});

describe("lines", () => {
  it("break between words", () => expect(wrap("one two  three\nfour", 9)).toEqual(["one two", "three", "four"]));
  it("of a command break where a shell goes on", () =>
    expect(wrapCommand('az x --query "[a b c]" -o tsv', 15)).toEqual([
      "az x --query \\",
      '  "[a b c]" \\',
      "  -o tsv",
    ]));
  it("of pieces break between pieces", () => expect(wrapPieces(["aa", "bb", "cc"], 8)).toEqual(["aa · bb", "cc"]));
});

describe("a cause that begins with the summary", () => {
  const why = (cause: string, evidence: boolean): string => {
    const [failure] = CHAIN.failures;
    if (failure === undefined) throw new Error("there is one");
    const { entra: _, http: __, credentialType: ___, ...rest } = failure.diagnosis;
    const diagnosis = {
      ...(evidence ? failure.diagnosis : rest),
      attempts: [],
      cause,
    } as typeof failure.diagnosis;
    const lines = explanationLines({ ...CHAIN, failures: [{ ...failure, diagnosis }] }, plain(100)).join("\n");
    return /Why\n([\s\S]*?)\n\n/.exec(lines)?.[1] ?? "";
  };
  const SUMMARY = "Entra ID refused the client secret.";

  it("is told on from there", () => {
    expect(why(`${SUMMARY} It was cut off.`, false).trim()).toBe("It was cut off.");
    expect(why(SUMMARY, true)).not.toContain(SUMMARY);
  });

  it("is told all the same where there is nothing else to say", () => {
    expect(why(SUMMARY, false).trim()).toBe(SUMMARY);
  });
});
