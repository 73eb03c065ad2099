import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin, { type CredentialLintOptions } from "../../src/eslint/index.js";

const NOT_PRODUCTION = "process.env.NODE_ENV !== 'production'";
const IMPORT = `import { DefaultAzureCredential as D } from "@azure/identity";\n`;

/** How many reports there are. */
function reports(code: string, options: CredentialLintOptions, filename = "src/app.js"): number {
  const messages = new Linter({ cwd: process.cwd() }).verify(
    IMPORT + code,
    {
      plugins: { "diagnostic-credential": plugin },
      rules: { "diagnostic-credential/no-default-azure-credential": ["error", options] },
    },
    filename,
  );
  const fatal = messages.find((message) => message.fatal);
  if (fatal !== undefined) throw new Error(fatal.message);
  return messages.length;
}

const ENV = "process.env.NODE_ENV";

describe("allowed: it only runs where the condition holds", () => {
  it.each([
    `if (${ENV} !== "production") new D();`,
    `if (${ENV} != 'production') { deep(() => { new D(); }); }`,
    `if ("production" !== ${ENV}) new D();`,
    `if (${ENV} === "production") other(); else new D();`,
    `if (${ENV} === "development") new D();`,
    `if (!(${ENV} === \`production\`)) new D();`,
    `if (x && ${ENV} !== "production") new D();`,
    `if (${ENV} === "production" || x) other(); else new D();`,
    `if (${ENV} === "a" || ${ENV} === "b") new D();`,
    `const c = ${ENV} === "production" ? new M() : new D();`,
    `const C = ${ENV} === "production" ? M : D; new C();`,
    `const c = ${ENV} !== "production" && new D();`,
    `const c = ${ENV} === "production" || new D();`,
    `if (process.env["NODE_ENV"] !== "production") new D();`,
    `if (process.env?.NODE_ENV !== "production") new D();`,
    `const dev = ${ENV} !== "production"; if (dev) new D();`,
    `const prod = ${ENV} === "production"; const c = prod ? new M() : new D();`,
    `const env = process.env.NODE_ENV; if (env !== "production") new D();`,
    `const { NODE_ENV: e } = process.env; if (e !== "production") new D();`,
    `const { env } = process; if (Boolean(env.NODE_ENV !== "production")) new D();`,
    `if (!!(${ENV} !== "production")) new D();`,
    `function f() { if (${ENV} === "production") return new M(); return new D(); }`,
    `if (${ENV} === "production") throw new Error("no"); new D();`,
    `if (${ENV} === "production") { log(); process.exit(1); } const c = new D();`,
    `if (${ENV} !== "production") {} else throw 1; new D();`,
    `if (${ENV} === "production") { if (x) throw 1; else throw 2; } new D();`,
    `let C = M; if (${ENV} !== "production") C = D; new C();`,
    `if (${ENV} !== "production") { class A extends D {} }`,
    `while (x) { if (${ENV} === "production") continue; new D(); }`,
  ])("%s", (code) => {
    expect(reports(code, { allowConditions: [NOT_PRODUCTION] })).toBe(0);
    expect(reports(code, {})).toBe(1);
  });
});

describe("not allowed: it may run elsewhere, too", () => {
  it.each([
    `if (${ENV} === "production") new D();`,
    `if (${ENV} !== "production") other(); else new D();`,
    `if (${ENV} !== "development") new D();`,
    `if (x || ${ENV} !== "production") new D();`,
    `if (x && ${ENV} === "production") other(); else new D();`,
    `if (${ENV} === "a" || x) new D();`,
    `if (${ENV}) new D();`,
    `const c = ${ENV} !== "production" ? new M() : new D();`,
    `const C = ${ENV} !== "production" ? M : D; new C();`,
    `const c = ${ENV} !== "production" || new D();`,
    `const c = ${ENV} === "production" && new D();`,
    `const c = (${ENV} !== "production") ?? new D();`,
    `if (process.env.OTHER !== "production") new D();`,
    `if (process.env[NODE_ENV] !== "production") new D();`,
    `if (${ENV} > "production") new D();`,
    `let dev = ${ENV} !== "production"; dev = true; if (dev) new D();`,
    `if (new D() && ${ENV} !== "production") other();`,
    `if (${ENV} === "production") log(); new D();`,
    `new D(); if (${ENV} === "production") throw 1;`,
    `if (${ENV} === "production") throw 1; function f() { return new D(); }`,
    `let C = D; if (${ENV} !== "production") C = M; new C();`,
    `const a = b, b = a; if (a) new D();`,
    `const a = a; if (a.NODE_ENV !== "production") new D();`,
    `if (${ENV} !== "production") { var C = D; } const X = D; new X(); `,
  ])("%s", (code) => expect(reports(code, { allowConditions: [NOT_PRODUCTION] })).toBe(1));
});

it.each([
  ["isDevelopment", "if (isDevelopment) new D();", 0],
  ["isDevelopment", "if (!isDevelopment) new D();", 1],
  ["isDevelopment", "const isDevelopment = compute(); if (isDevelopment) new D();", 0],
  ["!config.isProduction", "if (!config.isProduction) new D();", 0],
  ["!config.isProduction", "if (config.isProduction) new D();", 1],
  ["!config.isProduction", "config.isProduction ? 1 : new D();", 0],
  ["import.meta.env.DEV", "if (import.meta.env.DEV) new D();", 0],
  ["process.env.LOCAL", `if (process.env.LOCAL === "1") new D();`, 0],
  ["process.env.LOCAL", `if (process.env.LOCAL !== "") new D();`, 1],
  ["process.env.LOCAL === '1'", `if (process.env.LOCAL === "1") new D();`, 0],
  ['process.env.LOCAL == "1"', `if (process.env.LOCAL) new D();`, 1],
  ["process.env.LOCAL === '1'", `if (process.env.LOCAL !== "2") new D();`, 1],
])("the condition %s: %s gives %i", (condition, code, count) => {
  expect(reports(code, { allowConditions: [condition] })).toBe(count);
});

it("several conditions: any of them", () => {
  const allowConditions = ["isTest", NOT_PRODUCTION];
  expect(reports(`if (isTest || ${ENV} === "development") new D();`, { allowConditions })).toBe(0);
});

describe("options", () => {
  it("allowInFiles: expressions of the path from where the linter runs", () => {
    const options = { allowInFiles: ["^scripts/", "\\.test\\.js$"] };
    expect(reports("new D();", options, "scripts/seed.js")).toBe(0);
    expect(reports("new D();", options, "src/a.test.js")).toBe(0);
    expect(reports("new D();", options, "src/scripts/a.js")).toBe(1);
  });

  it("what cannot be read is an error, not a rule that is off", () => {
    expect(() => reports("", { allowInFiles: ["("] })).toThrow('allowInFiles: "(" is no regular expression.');
    expect(() => reports("", { allowConditions: ["NODE_ENV > 1"] })).toThrow(
      'allowConditions: cannot read "NODE_ENV > 1"',
    );
    expect(() => reports("", { allowConditon: [] } as object)).toThrow();
  });

  it("packages: modules that export the credentials again", () => {
    const code = `import { DefaultAzureCredential as X } from "@contoso/azure"; new X();`;
    expect(reports(code, {})).toBe(0);
    expect(reports(code, { packages: ["@contoso/azure"] })).toBe(1);
  });
});
