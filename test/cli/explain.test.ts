import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExplainReport } from "../../src/explain/report.js";
import { type Ran, runCli } from "./fakeIo.js";

const SECRET = "AADSTS7000215: Invalid client secret provided.";
const TITLE = "✗ Client secret wrong · invalid_client_secret\n";
let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "diagnostic-credential-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
}

async function json(args: readonly string[], stdin?: string): Promise<ExplainReport & Pick<Ran, "code">> {
  const { code, stdout } = await runCli(["explain", "--json", ...args], stdin);
  return { code, ...(JSON.parse(stdout) as ExplainReport) };
}

describe("explain TEXT", () => {
  it("takes one word or more", async () => {
    const one = await runCli(["explain", SECRET]);
    expect([one.code, one.stderr, one.stdout.startsWith(TITLE)]).toEqual([0, "", true]);
    expect(await runCli(["explain", ...SECRET.split(" ")])).toEqual(one);
  });

  it("takes a stack of several lines", async () => {
    const { code, failures } = await json([`Error: ${SECRET}\n    at main (/app/index.js:1:1)`]);
    expect([code, failures.map(({ count, lines }) => [count, lines])]).toEqual([0, [[1, { first: 1, last: 1 }]]]);
  });

  it("finds nothing in other texts", async () => {
    expect(await runCli(["explain", "the cat sat on the mat"])).toEqual({
      code: 1,
      stdout: "Nothing about authentication was found.\n",
      stderr: "",
    });
    expect(await json(["the cat sat on the mat"])).toEqual({ code: 1, version: 1, failures: [] });
  });

  it("has the documented shape in JSON", async () => {
    const { code, version, failures } = await json([SECRET]);
    expect([code, version, failures.length]).toEqual([0, 1, 1]);
    const [{ diagnosis, ...rest } = { diagnosis: undefined }] = failures;
    expect(rest).toEqual({ count: 1, firstLine: SECRET });
    expect(diagnosis).toMatchObject({
      kind: "invalid_client_secret",
      stage: "entra",
      owner: "developer",
      retryable: false,
      entra: { codes: [7000215] },
      attempts: [],
      exchanges: [],
    });
  });
});

describe("explain CODE", () => {
  it.each(["AADSTS50076", "aadsts50076", "50076", "AADSTS 50076"])("%s", async (code) => {
    const ran = await runCli(["explain", ...code.split(" ")]);
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    expect(ran.stdout.split("\n")[0]).toBe("✗ AADSTS50076 UserStrongAuthClientAuthNRequired · mfa_required");
    expect(ran.stdout).toContain("Microsoft on AADSTS50076\n    https://login.microsoftonline.com/error?code=50076\n");
  });

  it("says so where a code is not known, with Microsoft's page", async () => {
    expect(await runCli(["explain", "AADSTS9999999"])).toEqual({
      code: 0,
      stdout:
        "AADSTS9999999 is not among the codes that this package knows. Microsoft's page may explain it.\n\n  Microsoft on AADSTS9999999\n    https://login.microsoftonline.com/error?code=9999999\n",
      stderr: "",
    });
  });

  it.each(["12", "AADSTS123", "12345678", "01234"])("%s is none", async (code) => {
    const ran = await runCli(["explain", code]);
    expect([ran.code, ran.stderr]).toEqual([1, ""]);
    expect(ran.stdout).toBe(
      `${Number(code.replace("AADSTS", ""))} is no error code of Microsoft Entra ID: those have five to seven digits.\n`,
    );
    expect(await json([code])).toEqual({ code: 1, version: 1, failures: [] });
  });
});

describe("explain FILE", () => {
  it("reads one, and several one after the other", async () => {
    const a = file("a.log", `start\n${SECRET}\n`);
    const b = file("b with blanks.log", `${SECRET}\n`);
    expect((await json([a])).failures.map(({ count, lines }) => [count, lines])).toEqual([[1, { first: 2, last: 2 }]]);
    expect((await json([b])).failures.length).toBe(1);
    expect((await json([a, a])).failures.map(({ count, lines }) => [count, lines])).toEqual([
      [2, { first: 2, last: 4 }],
    ]);
  });

  it("says so where there is none", async () => {
    for (const path of ["./nope.log", "nope.log", "/nope/pod", "C:\\nope.txt", "~/nope"]) {
      expect(await runCli(["explain", path])).toEqual({
        code: 2,
        stdout: "",
        stderr: `diagnostic-credential: There is no file ${path}.\n`,
      });
    }
  });

  it("says so where it is a directory", async () => {
    expect(await runCli(["explain", dir])).toEqual({
      code: 2,
      stdout: "",
      stderr: `diagnostic-credential: ${dir} is a directory, not a file.\n`,
    });
  });

  it("does not take a path in a sentence for a file", async () => {
    const { code } = await runCli(["explain", "CredentialUnavailableError: cannot read /var/run/secrets/token.json"]);
    expect(code).toBe(0);
  });

  it("finds nothing in an empty one", async () => {
    expect(await runCli(["explain", file("empty.log", "")])).toEqual({
      code: 1,
      stdout: "Nothing about authentication was found.\n",
      stderr: "",
    });
  });
});

describe("explain -", () => {
  const log = readFileSync("test/explain/logs/slog.jsonl", "utf8");

  it("reads the standard input, and also without the dash if it is piped", async () => {
    const dash = await runCli(["explain", "-"], log);
    expect(dash.code).toBe(0);
    expect(dash.stdout.split("\n").slice(0, 4)).toEqual([
      "2 different failures of authentication in 8 lines",
      "",
      "  1  ×3  managed_identity_probe_timeout  Managed identity probe timed out, ManagedIdentityCredential",
      "  2  ×1  authorization_denied            Not authorised",
    ]);
    expect(await runCli(["explain"], log)).toEqual(dash);
  });

  it("takes a text that is given for the input, also if another is piped", async () => {
    expect((await json([SECRET], "other")).failures.length).toBe(1);
  });

  it("needs something: what is piped may be empty", async () => {
    expect((await runCli(["explain"], "")).code).toBe(2);
    expect((await runCli(["explain", "-"], "")).code).toBe(1);
  });

  it("says how many lines there were where nothing was found", async () => {
    expect(await runCli(["explain", "-"], "a\nb\n")).toEqual({
      code: 1,
      stdout: "Nothing about authentication was found in 2 lines.\n",
      stderr: "",
    });
  });
});
