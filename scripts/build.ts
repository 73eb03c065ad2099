// Builds dist/: types by tsc, modules by rolldown.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "rolldown";
import { pruneTypes } from "./pruneTypes.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");

/** Dependencies and Node.js's own modules stay imports. */
const external = /^[^./]/;

/**
 * Loading a module costs Node.js about a third of a millisecond, and there are more than a hundred of them: an
 * application that starts would wait for them longer than for OpenTelemetry itself. So they are joined into few files.
 */
const outputs: BuildOptions[] = [
  {
    input: { index: "src/index.ts", bundler: "src/bundler.ts", "testing/index": "src/testing/index.ts" },
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
    // The command line by itself, so that it starts fast and needs no other package.
    input: { "cli/main": "src/cli/main.ts" },
    output: { dir: dist, format: "esm", chunkFileNames: "cli/[name].js" },
  },
];

rmSync(dist, { recursive: true, force: true });
const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
execFileSync(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json")], { stdio: "inherit" });
pruneTypes(dist, ["index.d.ts", "testing/index.d.ts"]);
for (const options of outputs) await build({ cwd: root, platform: "node", external, ...options });
