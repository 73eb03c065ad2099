import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProject, type Project } from "./project.js";

let project: Project;
beforeAll(async () => {
  project = await createProject();
  project.write({
    "eslint.config.js": `
      import credential from "diagnostic-credential/eslint";
      export default [credential.configs.recommended, { files: ["**/*.cjs"], languageOptions: { sourceType: "commonjs" } }];
    `,
    ".oxlintrc.json": JSON.stringify({
      jsPlugins: ["diagnostic-credential/eslint"],
      categories: { correctness: "off" },
      rules: {
        "diagnostic-credential/no-default-azure-credential": [
          "error",
          { allowConditions: ["process.env.NODE_ENV !== 'production'"] },
        ],
        "diagnostic-credential/no-developer-credential": "error",
        "diagnostic-credential/no-client-secret": "warn",
      },
    }),
    "src/module.js": [
      `import { DefaultAzureCredential as D, AzureCliCredential, ClientSecretCredential } from "@azure/identity";`,
      `export const a = process.env.NODE_ENV === "production" ? new D() : new AzureCliCredential();`,
      `export const b = process.env.NODE_ENV === "production" ? undefined : new D();`,
      `export const c = new ClientSecretCredential("t", "c", "s");`,
    ].join("\n"),
    "src/common.cjs": `const { DefaultAzureCredential } = require("@azure/identity");\nmodule.exports = new DefaultAzureCredential();\n`,
    "src/fine.js": `import { ManagedIdentityCredential } from "@azure/identity";\nexport default new ManagedIdentityCredential();\n`,
  });
});
afterAll(() => project[Symbol.dispose]());

interface FileResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string; readonly line: number; readonly severity: number }[];
}

/** `src/a.js:1 rule` of each message that ESLint printed as JSON. */
function eslintLines(stdout: string): string[] {
  return (JSON.parse(stdout) as FileResult[]).flatMap(({ filePath, messages }) =>
    messages.map(
      ({ ruleId, line, severity }) =>
        `${filePath.slice(filePath.indexOf("/src/") + 1)}:${line} ${ruleId.replace("diagnostic-credential/", "")} ${severity}`,
    ),
  );
}

describe.each([
  ["ESLint 10", "node_modules/eslint/bin/eslint.js"],
  ["ESLint 9", "node_modules/eslint-9/bin/eslint.js"],
])("%s, by its command line", (_name, script) => {
  it("finds them with the recommended configuration", async () => {
    const { code, stdout, stderr } = await project.run(script, "--format", "json", "src");
    expect(stderr).toBe("");
    expect(eslintLines(stdout).sort()).toEqual([
      "src/common.cjs:2 no-default-azure-credential 2",
      "src/module.js:2 no-default-azure-credential 2",
      "src/module.js:4 no-client-secret 1",
    ]);
    expect(code).toBe(1);
  });

  it("passes a file without any", async () => {
    expect(await project.run(script, "src/fine.js")).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

interface OxlintResult {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number } }[];
  }[];
}

describe("oxlint, by its command line", () => {
  const oxlint = "node_modules/oxlint/bin/oxlint";

  async function lines(...args: string[]): Promise<string[]> {
    const { stdout, stderr } = await project.run(oxlint, "--format", "json", ...args);
    expect(stderr).toBe("");
    return (JSON.parse(stdout) as OxlintResult).diagnostics
      .map(({ code, severity, filename, labels }) => {
        const rule = code.replace(/^diagnostic-credential\((.+)\)$/, "$1");
        return `${filename.replaceAll("\\", "/")}:${labels[0]?.span.line} ${rule} ${severity}`;
      })
      .sort();
  }

  it("finds the same", async () => {
    expect(await lines("src/module.js", "src/common.cjs", "src/fine.js")).toEqual([
      "src/common.cjs:2 no-default-azure-credential error",
      "src/module.js:2 no-default-azure-credential error",
      "src/module.js:2 no-developer-credential error",
      "src/module.js:4 no-client-secret warning",
    ]);
  });

  it("finds them in TypeScript, where types are fine", async () => {
    project.write({
      "src/typed.ts": [
        `import type { DefaultAzureCredential as T } from "@azure/identity";`,
        `import { type AzureCliCredential, DefaultAzureCredential, type TokenCredential } from "@azure/identity";`,
        `export type { DefaultAzureCredential } from "@azure/identity";`,
        `let declared: DefaultAzureCredential | T | AzureCliCredential | undefined;`,
        `const a = new DefaultAzureCredential() as TokenCredential;`,
        `const C = DefaultAzureCredential satisfies unknown;`,
        `declared = new C();`,
        `import identity = require("@azure/identity");`,
        `export class Mine extends identity.DefaultAzureCredential {}`,
        `const b = new (DefaultAzureCredential!)();`,
        `if (process.env.NODE_ENV! !== "production") new DefaultAzureCredential();`,
        `class Fields { credential: T = new DefaultAzureCredential(); }`,
      ].join("\n"),
    });
    const rule = "no-default-azure-credential error";
    expect(await lines("src/typed.ts")).toEqual([5, 7, 9, 10, 12].map((line) => `src/typed.ts:${line} ${rule}`).sort());
  });

  it("applies the suggestion, unless a type would no longer fit", async () => {
    project.write({
      "src/suggested.ts": `import { DefaultAzureCredential } from "@azure/identity";\nexport const c = new DefaultAzureCredential({ managedIdentityClientId: "a" });\n`,
      "src/kept.ts": `import { DefaultAzureCredential } from "@azure/identity";\nexport const c: DefaultAzureCredential = new DefaultAzureCredential();\n`,
    });
    await project.run(oxlint, "--fix-suggestions", "src/suggested.ts", "src/kept.ts");
    const read = (name: string) => readFileSync(join(project.directory, "src", name), "utf8");
    expect(read("suggested.ts")).toBe(
      `import { ManagedIdentityCredential } from "@azure/identity";\nexport const c = new ManagedIdentityCredential({ clientId: "a" });\n`,
    );
    expect(read("kept.ts")).toContain("new DefaultAzureCredential()");
  });
});
