// Runs tests of the sources on the package that is installed where they are.
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import base from "../../vitest.config.ts";

const sdk3 = join(process.cwd(), "test/lanes/sdk3.mjs");

export default defineConfig({
  resolve: {
    alias: [
      { find: /^(?:\.\.\/)+src\/index\.js$/, replacement: "diagnostic-credential" },
      { find: /^(?:\.\.\/)+src\/(testing|production)\/index\.js$/, replacement: "diagnostic-credential/$1" },
      ...(process.env.LANE_API === "1.10"
        ? [{ find: /^@opentelemetry\/sdk-trace-(?:base|node)$/, replacement: sdk3 }]
        : []),
    ],
  },
  // The package loads by itself what the set-up of the sources hands over.
  test: { ...base.test, include: ["test/**/*.{test,lane}.ts"], setupFiles: [] },
});
