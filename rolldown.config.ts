import { defineConfig } from "rolldown";

/** Dependencies and Node.js's own modules stay imports. */
const external = /^(?!\.|\/|[A-Za-z]:\\).+/;

/**
 * Joins the modules into few files: loading a module costs Node.js about a third of a millisecond, and there are more
 * than a hundred of them. Types come from tsc and keep their files.
 */
export default defineConfig([
  {
    input: { index: "src/index.ts", bundler: "src/bundler.ts", "testing/index": "src/testing/index.ts" },
    platform: "node",
    external,
    output: { dir: "dist", format: "esm", chunkFileNames: ({ name }) => (name === "src" ? "core.js" : `${name}.js`) },
  },
  {
    // CommonJS, since it is loaded on the first failure by a caller that is not waiting.
    input: { "failure/library": "src/failure/library.ts" },
    platform: "node",
    external,
    output: { dir: "dist", format: "cjs", entryFileNames: "[name].cjs" },
  },
]);
