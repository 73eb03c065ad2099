// Builds dist/: types by tsc, modules by rolldown.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "rolldown";
import { jsonAsText } from "./jsonAsText.ts";
import { planAhead } from "./plan.ts";
import { pruneTypes } from "./pruneTypes.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");

/**
 * These stay imports. What reads policy files is not among them: only the bundlers' entry imports it, and has it inside,
 * since not every bundler can take in what is written in the old form of modules.
 */
const external = [/^node:/, /^@azure\//, "@opentelemetry/api", "jose", "node-forge"];
const resolve = { mainFields: ["module", "main"] };

/**
 * Loading a module costs Node.js about a third of a millisecond, and there are more than a hundred of them: an
 * application that starts would wait for them longer than for OpenTelemetry itself. So they are joined into few files.
 */
const outputs: BuildOptions[] = [
  {
    input: {
      index: "src/index.ts",
      bundler: "src/bundler.ts",
      "testing/index": "src/testing/index.ts",
      "production/index": "src/production/index.ts",
    },
    output: {
      dir: dist,
      format: "esm",
      // At the top, since the diagnosis is found from there.
      chunkFileNames: ({ name }) => (name === "src" ? "core.js" : `${name}.js`),
    },
  },
  {
    // CommonJS, since it is loaded on the first failure by a caller that is not waiting.
    input: { "failure/library": "src/failure/library.ts" },
    output: { dir: dist, format: "cjs", entryFileNames: "[name].cjs" },
  },
  {
    // The same for the policy, loaded by the first credential that has one.
    input: { "policy/library": "src/policy/library.ts" },
    output: { dir: dist, format: "cjs", entryFileNames: "[name].cjs" },
  },
  {
    // The linter's plugin by itself: it shares nothing with the rest.
    input: { "eslint/index": "src/eslint/index.ts" },
    output: { dir: dist, format: "esm" },
  },
  {
    // The command line by itself, so that it starts fast and needs no other package.
    input: { "cli/main": "src/cli/main.ts" },
    output: { dir: dist, format: "esm", chunkFileNames: "cli/[name].js" },
  },
];

rmSync(dist, { recursive: true, force: true });
const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
execFileSync(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json")], { stdio: "inherit" });
pruneTypes(dist, ["index.d.ts", "testing/index.d.ts", "production/index.d.ts", "eslint/index.d.ts"]);
const plugins = [jsonAsText, await planAhead(root)];
for (const options of outputs) await build({ cwd: root, platform: "node", external, resolve, plugins, ...options });
