// Crowds of callers on a cold credential, and a fleet of processes; prints the tables, also into the README beside it.
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { keep } from "../keep.ts";
import { fleetTable } from "./fleetTable.ts";
import { memoryTable } from "./memoryTable.ts";
import { credentials } from "./orders.ts";
import { timeTable } from "./timeTable.ts";

const DELAY_MS = 50;
const IMDS_PER_SECOND = 20;
const throttled = { delayMs: DELAY_MS, imdsPerSecond: IMDS_PER_SECOND };

const lines: string[] = [];
const section = (title: string, body: readonly string[]) => void lines.push(`### ${title}`, "", ...body);

const started = performance.now();
for (const name of credentials) section(name, await timeTable(name, { delayMs: DELAY_MS }));
const limit = `IMDS at most ${IMDS_PER_SECOND} requests a second`;
section(`ManagedIdentityCredential, ${limit}`, await timeTable("ManagedIdentityCredential", throttled));
section("While they wait", await memoryTable());
section(`A fleet, ${limit}`, await fleetTable(throttled));

const { userLimits } = process.report.getReport() as { userLimits?: { open_files: { soft: number | string } } };
const files = `${userLimits?.open_files.soft ?? "unlimited"} open files`;
const minutes = ((performance.now() - started) / 60_000).toFixed(1);
const machine = `Node.js ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), ${files}`;
const text = [`${machine}, in ${minutes} minutes.`, "", ...lines].join("\n");
process.stdout.write(`${text}\n`);
if (process.argv.includes("--write")) keep(fileURLToPath(new URL("README.md", import.meta.url)), text);
