import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Lane, OPEN_TELEMETRY } from "./lanes.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);
/** What the tests use that no user needs: of this repository, whatever the lane. */
const TOOLS = ["vitest", "undici"];

/** Version of a package that is installed in a project. */
export const versionOf = (project: string, name: string): string =>
  JSON.parse(readFileSync(join(project, "node_modules", name, "package.json"), "utf8")).version;

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  /** Packages whose scripts npm may run. */
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

async function install(directory: string, manifest: Manifest): Promise<void> {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "package.json"), JSON.stringify({ private: true, type: "module", ...manifest }));
  const quiet = ["--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
  const scripts = manifest.allowScripts === undefined ? ["--ignore-scripts"] : [];
  await run("npm", ["install", ...quiet, ...scripts], { cwd: directory });
}

/** Packs the package as it would be published. Gives the path of the archive. */
export async function pack(directory: string): Promise<string> {
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", directory], { cwd: root });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  return join(directory, filename);
}

/** Installs a Node.js from the npm package `node`, if it is not the one of this repository. Gives the path of the binary. */
export async function installNode(directory: string, version: string): Promise<string> {
  const here = versionOf(root, "node").startsWith(`${version}.`);
  if (!here) await install(directory, { dependencies: { node: version }, allowScripts: { node: true } });
  return join(here ? root : directory, "node_modules/node/bin/node");
}

/** Makes a project as a user would have it, with the tests of this repository in it. */
export async function installProject(directory: string, archive: string, lane: Lane): Promise<void> {
  await install(directory, {
    dependencies: {
      "diagnostic-credential": `file:${archive}`,
      "@azure/identity": lane.identity === "latest" ? "latest" : `~${lane.identity}.0`,
      ...OPEN_TELEMETRY[lane.api],
    },
  });
  for (const tool of TOOLS) symlinkSync(join(root, "node_modules", tool), join(directory, "node_modules", tool));
  cpSync(join(root, "test"), join(directory, "test"), { recursive: true });
}
