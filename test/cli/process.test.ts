import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VERSION } from "../../src/index.js";
import { buildCli } from "./build.js";
import type { Ran } from "./fakeIo.js";

let cli: Awaited<ReturnType<typeof buildCli>>;
beforeAll(async () => {
  cli = await buildCli();
});
afterAll(() => cli.dispose());

interface Options {
  readonly stdin?: string;
  readonly env?: Record<string, string>;
  /** Stop reading after the first bytes. */
  readonly hangUp?: boolean;
}

function start(args: readonly string[], { stdin, env = {}, hangUp = false }: Options = {}): Promise<Ran> {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [cli.main, ...args], { env: { PATH, ...env }, stdio: "pipe" });
  const out = { stdout: "", stderr: "" };
  if (hangUp) child.stdout.destroy();
  else child.stdout.on("data", (chunk) => (out.stdout += chunk));
  child.stderr.on("data", (chunk) => (out.stderr += chunk));
  child.stdin.on("error", () => {});
  child.stdin.end(stdin ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, ...out }));
  });
}

describe("the built command line, as a process", () => {
  it("says its version", async () => {
    expect(await start(["--version"])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: "" });
  });

  it("explains a pipe, in 100 columns and without colours", async () => {
    const stdin = readFileSync("test/explain/logs/python.log", "utf8");
    const { code, stdout, stderr } = await start(["explain", "-"], { stdin });
    expect([code, stderr, stdout.includes("\x1b")]).toEqual([0, "", false]);
    expect(stdout.split("\n")[0]).toBe("✗ Client secret wrong · invalid_client_secret");
    expect(stdout.split("\n").filter((line) => line.length > 100 && !line.includes("https://"))).toEqual([]);
  });

  it("heeds FORCE_COLOR and --no-color", async () => {
    const env = { FORCE_COLOR: "1" };
    expect((await start(["explain", "50076"], { env })).stdout).toContain("\x1b[31m");
    expect((await start(["explain", "50076", "--no-color"], { env })).stdout).not.toContain("\x1b");
  });

  it("ends with 0, 1 or 2", async () => {
    expect((await start(["explain", "7000215"])).code).toBe(0);
    expect((await start(["explain", "-"], { stdin: "nothing here\n" })).code).toBe(1);
    expect((await start(["explain"])).code).toBe(2);
    expect((await start(["explain", "./nope.log"])).code).toBe(2);
  });

  it("ends quietly when its reader has seen enough", async () => {
    const stdin = readFileSync("test/explain/logs/slog.jsonl", "utf8").repeat(50);
    const { code, stderr } = await start(["explain", "--json", "-"], { stdin, hangUp: true });
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("needs no other package", () => {
    const imports = [...readFileSync(cli.main, "utf8").matchAll(/from "([^"]+)"/g)].map(([, name]) => name);
    expect(imports.filter((name) => name?.startsWith("node:") !== true && name?.startsWith(".") !== true)).toEqual([]);
  });
});
