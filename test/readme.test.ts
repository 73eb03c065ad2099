import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { LANES, LOWEST_NODE, readmeRows } from "../scripts/lanes/lanes.js";
import { KINDS } from "../src/failure/kinds.js";
import { RULES } from "../src/policy/rules/index.js";
import * as semconv from "../src/telemetry/semconv.js";

const readme = readFileSync("README.md", "utf8");
const blocks = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
const dir = join(process.cwd(), "test/.readme");
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe("the README", () => {
  it("has code that compiles", () => {
    expect(blocks.length).toBeGreaterThanOrEqual(4);
    mkdirSync(dir, { recursive: true });
    blocks.forEach((code, i) => void writeFileSync(join(dir, `block${i}.ts`), `${code}\nexport {};\n`));
    const config = {
      extends: "../../tsconfig.json",
      include: ["*.ts"],
    };
    writeFileSync(join(dir, "tsconfig.json"), JSON.stringify(config));
    const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
    const output = (() => {
      try {
        return execFileSync(process.execPath, [tsc, "-p", dir], { encoding: "utf8" });
      } catch (error) {
        return (error as { stdout: string }).stdout;
      }
    })();
    expect(output).toBe("");
  });

  it("names the two commands", () => {
    expect(readme).toContain("npm ci && npm run demo");
    expect(readme).toContain("npm ci && npm test");
  });

  it("lists every attribute, event, metric and channel", () => {
    const names = Object.entries(semconv)
      .filter(([key]) => /^(?:ATTR|EVENT|METRIC|CHANNEL)_/.test(key))
      .map(([, value]) => value);
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it("has the kinds as they are", () => {
    const table = readme.slice(readme.indexOf("<!-- kinds -->"), readme.indexOf("<!-- /kinds -->"));
    const rows = table.split("\n").filter((line) => line.startsWith("| `"));
    const expected = Object.entries(KINDS).map(
      ([kind, { stage, owner, retryable, means }]) =>
        `| \`${kind}\` | ${stage} | ${owner} | ${retryable ? "yes" : "no"} | ${means} |`,
    );
    expect(rows.sort()).toEqual(expected.sort());
  });

  it("has the policy's rules as they are", () => {
    const expected = Object.entries(RULES).map(
      ([id, { production, finds }]) => `| \`${id}\` | ${production} | ${finds} |`,
    );
    expect(expected.filter((row) => !readme.includes(`\n${row}\n`))).toEqual([]);
  });

  it("says what it is tested with, the lowest Node.js that engines allows included", () => {
    const table = readme.slice(readme.indexOf("## What it is tested with"), readme.indexOf("## Dependencies"));
    expect(table.split("\n").filter((line) => /^\| \d/.test(line))).toEqual(readmeRows());
    const { engines } = JSON.parse(readFileSync("package.json", "utf8")) as { engines: { node: string } };
    expect(engines.node).toBe(`>=${LOWEST_NODE.replace(/\.0$/, "")}`);
    expect(LANES.some(({ node }) => node === LOWEST_NODE)).toBe(true);
  });

  it("links to files that are there", () => {
    const targets = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = ""]) => target);
    expect(targets.filter((target) => !existsSync(target))).toEqual([]);
  });
});
