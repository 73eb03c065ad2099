import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "rolldown";

/** A small project in a directory of its own, with the plugin built as it is for the package. */
export interface Project extends Disposable {
  readonly directory: string;
  write(files: Record<string, string>): void;
  /** Runs a script of Node.js there, by its path from here. */
  run(
    script: string,
    ...args: string[]
  ): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>;
}

export async function createProject(): Promise<Project> {
  const directory = mkdtempSync(join(tmpdir(), "diagnostic-credential-eslint-"));
  const write = (files: Record<string, string>) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, name)), { recursive: true });
      writeFileSync(join(directory, name), text);
    }
  };
  write({
    "package.json": JSON.stringify({ type: "module" }),
    "node_modules/diagnostic-credential/package.json": JSON.stringify({
      name: "diagnostic-credential",
      type: "module",
      exports: { "./eslint": "./eslint/index.js" },
    }),
  });
  await build({
    input: { "eslint/index": "src/eslint/index.ts" },
    platform: "node",
    external: /^[^./]/,
    output: { dir: join(directory, "node_modules/diagnostic-credential"), format: "esm" },
    logLevel: "silent",
  });
  return {
    directory,
    write,
    run: (script, ...args) =>
      new Promise((resolve) => {
        const env = { ...process.env, NO_COLOR: "1" };
        execFile(
          process.execPath,
          [join(process.cwd(), script), ...args],
          { cwd: directory, env },
          (error, stdout, stderr) =>
            resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
        );
      }),
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }),
  };
}
