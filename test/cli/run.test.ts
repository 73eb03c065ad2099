import { describe, expect, it } from "vitest";
import { nearest } from "../../src/cli/nearest.js";
import { parse } from "../../src/cli/parse.js";
import { VERSION } from "../../src/index.js";
import { runCli } from "./fakeIo.js";

describe("the command line", () => {
  it.each([["--version"], ["-v"], ["explain", "--version"]])("%s %s says the version", async (...args) => {
    expect(await runCli(args.filter(Boolean))).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: "" });
  });

  it.each([["--help"], ["-h"]])("%s lists the commands", async (flag) => {
    const { code, stdout, stderr } = await runCli([flag]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Usage: diagnostic-credential <command> [options]");
    expect(stdout).toContain("explain  Explain a failed authentication");
  });

  it("explain --help says how it is used, in 80 columns", async () => {
    const { code, stdout } = await runCli(["explain", "--help"]);
    expect(code).toBe(0);
    expect(stdout.startsWith("Usage: diagnostic-credential explain [options] [TEXT | CODE | FILE... | -]\n")).toBe(
      true,
    );
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it.each([
    [[], "No command was given."],
    [["expain", "x"], 'Unknown command "expain". Did you mean explain?'],
    [["AADSTS7000215"], 'Unknown command "AADSTS7000215". Did you mean explain AADSTS7000215?'],
    [["zzz"], 'Unknown command "zzz".'],
    [["toString"], 'Unknown command "toString".'],
    [["--verison"], "Unknown option --verison. Did you mean --version?"],
    [["explain", "--jsn", "x"], "Unknown option --jsn. Did you mean --json?"],
    [["explain", "--colour", "x"], "Unknown option --colour."],
    [["explain", "-x"], "Unknown option -x."],
    [["explain", "--json=1", "x"], "The option --json takes no value."],
    [["explain"], "Nothing to explain was given."],
    [["explain", ""], "Nothing to explain was given."],
    [["explain", "--json", "  "], "Nothing to explain was given."],
    [["explain", "-", "x"], "- stands for the standard input and goes alone."],
  ])("%j is wrong usage", async (args, message) => {
    const { code, stdout, stderr } = await runCli(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.startsWith(`diagnostic-credential: ${message}\n\nUsage: diagnostic-credential `)).toBe(true);
  });

  it("says nothing of the input when something unexpected happens", async () => {
    const broken = { isTTY: true, write: () => true };
    const { run } = await import("../../src/cli/run.js");
    let stderr = "";
    const stdout = {
      write: () => {
        throw new Error("disk full");
      },
    };
    const io = {
      stdin: Object.assign((async function* () {})(), broken),
      stdout,
      stderr: { write: (text: string) => (stderr += text) },
      env: {},
    };
    expect(await run(["explain", "7000215"], io)).toBe(2);
    expect(stderr).toBe("diagnostic-credential: Unexpected failure: disk full\n");
  });
});

describe("arguments", () => {
  it.each([
    [["a", "b"], [], ["a", "b"]],
    [["--json", "a"], ["json"], ["a"]],
    [["a", "--json"], ["json"], ["a"]],
    [["-"], [], ["-"]],
    [["--", "--json"], [], ["--json"]],
    [
      ["- EnvironmentCredential authentication unavailable."],
      [],
      ["- EnvironmentCredential authentication unavailable."],
    ],
    [["--json is a text here"], [], ["--json is a text here"]],
    [["-h"], ["help"], []],
  ])("%j", (args, flags, positionals) => {
    const parsed = parse(args, ["json", "help"]);
    expect([[...parsed.flags], parsed.positionals]).toEqual([flags, positionals]);
  });

  it.each([
    ["expain", "explain"],
    ["exp", "explain"],
    ["EXPLAIN", "explain"],
    ["polcy", "policy"],
    ["x", undefined],
    ["something", undefined],
  ])("nearest to %s is %s", (given, expected) =>
    expect(nearest(given, ["explain", "policy", "doctor"])).toBe(expected),
  );
});
