import { globSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const IMPORT = /(?:from|import\()\s*["'](\.[^"']+)\.js["']/g;

/** Deletes the declaration files that no entry leads to: they describe what a user cannot import. */
export function pruneTypes(dist: string, entries: readonly string[]): void {
  const reached = new Set<string>();
  const queue = [...entries];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    const text = readFileSync(join(dist, file), "utf8");
    for (const [, target = ""] of text.matchAll(IMPORT)) queue.push(`${normalize(join(dirname(file), target))}.d.ts`);
  }
  for (const file of globSync("**/*.d.ts", { cwd: dist })) if (!reached.has(file)) rmSync(join(dist, file));
}
