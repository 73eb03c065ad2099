import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const node = (...args: string[]) => promisify(execFile)(process.execPath, args, { encoding: "utf8" });
const { version, engines } = JSON.parse(readFileSync("node_modules/diagnostic-credential/package.json", "utf8"));

const USE = `
  subscribe("diagnostic-credential.acquisition", ({ credentialType, attempts }) => {
    console.log(VERSION, credentialType, attempts.map(({ outcome }) => outcome).join(), diagnose("AADSTS7000222").kind);
  });
  new DiagnosticCredential(new ChainedTokenCredential(unavailable(), resolves())).getToken("https://vault.azure.net/.default");`;
const SAID = `${version} ChainedTokenCredential skipped,succeeded expired_client_secret\n`;

describe("the packed package", () => {
  it("works from import", async () => {
    const imports = `import { subscribe } from "node:diagnostics_channel";
      import { ChainedTokenCredential } from "@azure/identity";
      import { DiagnosticCredential, diagnose, VERSION } from "diagnostic-credential";
      import { resolves, unavailable } from "diagnostic-credential/testing";`;
    expect((await node("--input-type=module", "--eval", imports + USE)).stdout).toBe(SAID);
  });

  it("works from require()", async () => {
    const imports = `const { subscribe } = require("node:diagnostics_channel");
      const { ChainedTokenCredential } = require("@azure/identity");
      const { DiagnosticCredential, diagnose, VERSION } = require("diagnostic-credential");
      const { resolves, unavailable } = require("diagnostic-credential/testing");`;
    expect((await node("--input-type=commonjs", "--eval", imports + USE)).stdout).toBe(SAID);
  });

  it("works on the command line", async () => {
    const cli = "node_modules/diagnostic-credential/dist/cli/main.js";
    const { stdout } = await node(cli, "explain", "--json", "AADSTS7000222");
    expect(JSON.parse(stdout).failures[0].diagnosis.kind).toBe("expired_client_secret");
  });

  it("is for this Node.js by its engines", () => {
    const [, major = "", minor = ""] = /^>=(\d+)\.(\d+)$/.exec(engines.node) ?? [];
    const [runningMajor = 0, runningMinor = 0] = process.versions.node.split(".").map(Number);
    expect(major).not.toBe("");
    expect(runningMajor * 1000 + runningMinor).toBeGreaterThanOrEqual(Number(major) * 1000 + Number(minor));
  });
});
