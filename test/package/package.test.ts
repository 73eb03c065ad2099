import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planOf } from "../../src/failure/prefilter/plan.js";
import { REQUIREMENTS } from "../../src/failure/requirements.js";
import { RULES } from "../../src/failure/rules/index.js";
import { diagnose, VERSION } from "../../src/index.js";

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as { version: string; dependencies: object };
const root = process.cwd();
let dir = "";
let files: string[] = [];

/** The package as npm would put it there: what `npm pack` holds, and of our dependencies only its own. */
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "diagnostic-credential-"));
  const [packed] = JSON.parse(
    execFileSync("npm", ["pack", "--json", "--pack-destination", dir], { encoding: "utf8" }),
  ) as [{ filename: string; files: { path: string }[] }];
  files = packed.files.map(({ path }) => path).sort();
  const target = join(dir, "node_modules/diagnostic-credential");
  mkdirSync(target, { recursive: true });
  execFileSync("tar", ["-xzf", join(dir, packed.filename), "-C", target, "--strip-components=1"]);
  for (const name of [...Object.keys(manifest.dependencies), "@opentelemetry/api", "@azure/abort-controller"]) {
    const link = join(dir, "node_modules", name);
    mkdirSync(join(link, ".."), { recursive: true });
    symlinkSync(join(root, "node_modules", name), link);
  }
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function run(file: string, source: string): string {
  writeFileSync(join(dir, file), source);
  return execFileSync(process.execPath, [join(dir, file)], {
    cwd: dir,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

const USE = `
const error = Object.assign(new Error("AADSTS7000222: The provided client secret keys are expired."), { name: "AuthenticationRequiredError" });
const credential = new DiagnosticCredential({ getToken: async () => { throw error; } });
credential.getToken("https://vault.azure.net/.default").catch((thrown) => {
  console.log(thrown === error, diagnose(thrown).kind, diagnose("AADSTS700016").kind, VERSION);
});`;
const SAID = `true expired_client_secret application_not_found ${manifest.version}\n`;

describe("the packed package", () => {
  it("holds what a user needs and nothing else", () => {
    const allowed = /^(?:LICENSE|README\.md|CHANGELOG\.md|package\.json|policy\.schema\.json|dist\/.+\.d\.ts)$/;
    // The names of the command line's parts are the build's affair.
    const others = files.filter((file) => !allowed.test(file) && !/^dist\/cli\/\w+\.js$/.test(file));
    expect(others).toEqual([
      "dist/aadsts.js",
      "dist/bundler.js",
      "dist/core.js",
      "dist/eslint/index.js",
      "dist/failure/library.cjs",
      "dist/index.js",
      "dist/policy/library.cjs",
      "dist/production/index.js",
      "dist/testing/index.js",
    ]);
    expect(files).toEqual(
      expect.arrayContaining(["LICENSE", "README.md", "CHANGELOG.md", "dist/index.d.ts", "dist/testing/index.d.ts"]),
    );
  });

  it("has a command line that works from the package", () => {
    const cli = join(dir, "node_modules/diagnostic-credential/dist/cli/main.js");
    const output = execFileSync(process.execPath, [cli, "explain", "--json", "AADSTS7000222"], { encoding: "utf8" });
    expect(JSON.parse(output).failures[0].diagnosis.kind).toBe("expired_client_secret");
  });

  it("has inside what the diagnosis looks for, and what it says is what the sources say", async () => {
    const built = await import(join(dir, "node_modules/diagnostic-credential/dist/index.js"));
    // The plan that the build made ahead, and not the reader of patterns.
    const library = readFileSync(join(dir, "node_modules/diagnostic-credential/dist/failure/library.cjs"), "utf8");
    expect(library).toContain(JSON.stringify(JSON.stringify(planOf(REQUIREMENTS))));
    for (const { example } of RULES) expect(built.diagnose(example)).toEqual(diagnose(example));
  });

  it("says its version", () => expect(VERSION).toBe(manifest.version));

  it("has types that compile where libraries are checked", () => {
    const types = ["index", "production/index", "testing/index", "eslint/index"].map((name) => `dist/${name}.d.ts`);
    const options = "--ignoreConfig --noEmit --strict --target es2022 --module nodenext --types node".split(" ");
    const said = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", ...options, ...types], {
      encoding: "utf8",
    });
    expect(said.stdout).toBe("");
    expect(said.status).toBe(0);
  });

  it("works from import", () => {
    expect(
      run("use.mjs", `import { DiagnosticCredential, diagnose, VERSION } from "diagnostic-credential";${USE}`),
    ).toBe(SAID);
  });

  it("works from require()", () => {
    expect(
      run("use.cjs", `const { DiagnosticCredential, diagnose, VERSION } = require("diagnostic-credential");${USE}`),
    ).toBe(SAID);
  });

  it.each([
    [
      "import",
      "logger.mjs",
      `import { AzureLogger, setLogLevel } from "@azure/logger";
       import { DiagnosticCredential } from "diagnostic-credential";`,
    ],
    [
      "require()",
      "logger.cjs",
      `const { AzureLogger, setLogLevel } = require("@azure/logger");
       const { DiagnosticCredential } = require("diagnostic-credential");`,
    ],
  ])("logs a policy's warning where the application listens, by %s", (_, file, imports) => {
    const said = run(
      file,
      `${imports}
       class AzureCliCredential { async getToken() { return null; } }
       const policy = { rules: { "no-developer-credential": "warn" } };
       AzureLogger.log = (line) => console.log(line.split(": ").slice(0, 2).join(": "));
       new DiagnosticCredential(new AzureCliCredential(), { policy });
       setLogLevel("warning");
       new DiagnosticCredential(new AzureCliCredential(), { policy });`,
    );
    expect(said).toBe("azure:diagnostic-credential:policy:warning AzureCliCredential: no-developer-credential\n");
  });

  it("works without @azure/identity, which it does not load, and loads the diagnosis only on a failure", () => {
    const said = run(
      "lazy.cjs",
      `const { DiagnosticCredential, diagnose } = require("diagnostic-credential");
       const loaded = (part) => Object.keys(require.cache).some((file) => file.includes(part));
       new DiagnosticCredential({ getToken: async () => ({ token: "t", expiresOnTimestamp: 1 }) }).getToken("s").then(() => {
         const before = loaded("library.cjs");
         diagnose("AADSTS700016");
         console.log(before, loaded("library.cjs"), loaded("azure/identity"));
       });`,
    );
    expect(said).toBe("false true false\n");
  });

  it("says so, and does not throw, where a bundler took the other entry and left the diagnosis behind", async () => {
    const { build } = await import("rolldown");
    writeFileSync(
      join(dir, "lost.mjs"),
      `import { diagnose } from "diagnostic-credential"; console.log(diagnose("AADSTS700016").summary);`,
    );
    await build({
      input: join(dir, "lost.mjs"),
      platform: "node",
      resolve: { conditionNames: ["default"] },
      output: { file: join(dir, "alone/lost.mjs"), format: "esm" },
    });
    expect(execFileSync(process.execPath, [join(dir, "alone/lost.mjs")], { encoding: "utf8" })).toBe(
      'The diagnosis could not be loaded. A bundler has to take the entry of the export condition "module", which has it inside.\n',
    );
  });

  it("works in a bundle of one file, the diagnosis included", async () => {
    const { build } = await import("rolldown");
    writeFileSync(
      join(dir, "app.mjs"),
      `import { DiagnosticCredential, diagnose, VERSION } from "diagnostic-credential";${USE}`,
    );
    await build({
      input: join(dir, "app.mjs"),
      platform: "node",
      resolve: { conditionNames: ["module", "import", "node"] },
      output: { file: join(dir, "alone/app.mjs"), format: "esm" },
    });
    const said = execFileSync(process.execPath, [join(dir, "alone/app.mjs")], {
      cwd: join(dir, "alone"),
      encoding: "utf8",
    });
    expect(said).toBe(SAID);
  });

  it("has a testing kit that works from the package", () => {
    const said = run(
      "testing.mjs",
      `import { startIdentityEmulator, resolves } from "diagnostic-credential/testing";
       const emulator = await startIdentityEmulator();
       const answer = await fetch(emulator.imdsEndpoint + "/metadata/identity/oauth2/token");
       console.log(answer.status, (await resolves("t").getToken("s")).token);
       await emulator.close();`,
    );
    expect(said).toBe("400 t\n");
  });
});
