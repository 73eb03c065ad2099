// Time to import the package, each time in a new process, against importing @opentelemetry/api alone.
import { execFileSync } from "node:child_process";

const ROUNDS = 25;
const cases = { "@opentelemetry/api": "@opentelemetry/api", "diagnostic-credential": "diagnostic-credential" };

function importTime(specifier: string): number {
  const script = `const t = performance.now(); await import(${JSON.stringify(specifier)}); process.stdout.write(String(performance.now() - t));`;
  return Number(execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" }));
}
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const times = new Map<string, number[]>(Object.keys(cases).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, specifier] of Object.entries(cases)) times.get(name)?.push(importTime(specifier));
}
const base = times.get("@opentelemetry/api") ?? [];
const rows = Object.keys(cases).map((name) => {
  const own = times.get(name) ?? [];
  return { name, ns: median(own) * 1e6, ratio: median(own.map((time, round) => time / (base[round] ?? Number.NaN))) };
});
process.stdout.write(JSON.stringify(rows));
