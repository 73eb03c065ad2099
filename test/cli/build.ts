import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "rolldown";

/** The command line as it is published, in a directory of its own. */
export async function buildCli(): Promise<{ main: string; dispose(): void }> {
  const dir = mkdtempSync(join(tmpdir(), "diagnostic-credential-cli-"));
  await build({
    input: { "cli/main": "src/cli/main.ts" },
    platform: "node",
    external: /^[^./]/,
    logLevel: "silent",
    output: { dir, format: "esm", entryFileNames: "[name].mjs", chunkFileNames: "cli/[name].mjs" },
  });
  return { main: join(dir, "cli/main.mjs"), dispose: () => rmSync(dir, { recursive: true, force: true }) };
}
