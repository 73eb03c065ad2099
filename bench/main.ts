// Runs every case in a process of its own and prints one table, also into bench/README.md between its markers.
import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import type { Row } from "./compare.ts";
import { keep } from "./keep.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function run<T>(name: string, ...args: string[]): T {
  process.stderr.write(`${name} ${args.join(" ")}\n`);
  const output = execFileSync(process.execPath, ["--expose-gc", here(`cases/${name}.ts`), ...args], {
    encoding: "utf8",
  });
  return JSON.parse(output) as T;
}

const lines: string[] = [];
const say = (line = "") => void lines.push(line);
const time = (ns: number): string =>
  ns < 1000 ? `${ns.toFixed(0)} ns` : ns < 1e6 ? `${(ns / 1000).toFixed(2)} us` : `${(ns / 1e6).toFixed(1)} ms`;

function table(title: string, rows: Row[], target = ""): void {
  say(`### ${title}`);
  say();
  say("| | median | ratio |");
  say("|---|--:|--:|");
  for (const { name, ns, ratio } of rows) say(`| ${name} | ${time(ns)} | ${ratio.toFixed(2)} |`);
  say();
  if (target) {
    say(target);
    say();
  }
}

say(`Node.js ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}).`);
say();
table("One call, no SDK registered", run<Row[]>("call", "none"), "Target: at most 3.");
table("One call, not sampled", run<Row[]>("call", "off"), "Target: at most 1.5.");
table("One call, sampled, batch processor", run<Row[]>("call", "on"), "Target: at most 2.");
table("A cached token, no SDK registered", run<Row[]>("cached", "none"), "Target: at most 1.03 and 1.10.");
table("A cached token, sampled, batch processor", run<Row[]>("cached", "on"));
table("A request that has nothing to do with a credential", run<Row[]>("wire"));
table("A policy", run<Row[]>("policy"), "Target: at most 1.05 on the call; construction at most 100 us.");
table("A diagnosis", run<Row[]>("diagnose", "warm"), "Target: at most 50 us each.");
table("The first diagnosis of a process", run<Row[]>("diagnose", "first"));
table("A deadline on a silent endpoint, 1000 callers", run<Row[]>("deadline"), "Target: at most 1.2.");
table("Import", run<Row[]>("import"), "Target: at most 1.3.");
for (const mode of ["none", "on"]) {
  say(`### Heap over a million calls, one in a hundred failing, ${mode === "none" ? "no SDK" : "sampled"}`);
  say();
  say("| calls | heap over that after the first 200 000 |");
  say("|--:|--:|");
  for (const { calls, growthKb } of run<{ calls: number; growthKb: number }[]>("memory", mode)) {
    say(`| ${calls} | ${growthKb.toFixed(0)} KB |`);
  }
  say();
}

const text = lines.join("\n");
process.stdout.write(`${text}\n`);
if (process.argv.includes("--write")) keep(here("README.md"), text);
