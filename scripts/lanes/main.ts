// Runs the package, as it would be published, with each of the versions that it is said to work with: `npm run lanes`, or
// `npm run lanes -- "identity 4.0"` for those whose name has that in it. Two at a time; fails if one of them does.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Api, LANES, type Lane, nameOf } from "./lanes.ts";
import { installNode, installProject, pack, versionOf } from "./npm.ts";
import { alone, type Result, runLane } from "./run.ts";
import { summary, type Versions } from "./summary.ts";

const AT_A_TIME = 2;

/** Does the same for each of a list, two at a time, in order. */
async function each<T>(list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...list];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}

const [wanted = ""] = process.argv.slice(2);
const lanes = LANES.filter((lane) => nameOf(lane).includes(wanted));
const directory = mkdtempSync(join(tmpdir(), "diagnostic-credential-lanes-"));
process.on("exit", () => rmSync(directory, { recursive: true, force: true }));
process.on("SIGINT", () => process.exit(130));

const nodes = new Map<string, string>();
const projects = new Map<string, Lane>();
const projectOf = (identity: string, api: Api) => join(directory, `identity-${identity}-api-${api}`);
for (const lane of lanes) {
  nodes.set(lane.node, "");
  for (const api of [lane.api, lane.application]) projects.set(projectOf(lane.identity, api), { ...lane, api });
}

const started = performance.now();
const archive = await pack(directory);
await each([...nodes.keys()], async (version) => {
  nodes.set(version, await installNode(join(directory, `node-${version}`), version));
});
await each([...projects], ([project, lane]) => installProject(project, archive, lane));
const seconds = ((performance.now() - started) / 1000).toFixed(0);
const network = alone ? "with loopback as their only network" : "with the network of this machine";
console.log(`${nodes.size} versions of Node.js and ${projects.size} projects, ${seconds} s; lanes run ${network}`);

const results = new Map<Lane, Result>();
mkdirSync(join(directory, "reports"));
await each(lanes, async (lane) => {
  const places = {
    node: nodes.get(lane.node) ?? "",
    project: projectOf(lane.identity, lane.api),
    application: projectOf(lane.identity, lane.application),
    report: join(directory, "reports", `${LANES.indexOf(lane)}.json`),
  };
  const result = await runLane(lane, places);
  results.set(lane, result);
  console.log(`${result.output === "" ? "ok    " : "FAILED"} ${nameOf(lane)}, ${result.seconds.toFixed(0)} s`);
  if (result.output !== "") console.log(result.output);
});

const versionsOf = (lane: Lane): Versions => ({
  node: execFileSync(nodes.get(lane.node) ?? "", ["--print", "process.versions.node"], { encoding: "utf8" }).trim(),
  identity: versionOf(projectOf(lane.identity, lane.api), "@azure/identity"),
  api: versionOf(projectOf(lane.identity, lane.api), "@opentelemetry/api"),
  sdk: versionOf(projectOf(lane.identity, lane.application), "@opentelemetry/sdk-metrics"),
});
console.log(summary(lanes.map((lane) => [lane, versionsOf(lane), results.get(lane) as Result])));

const broken = lanes.filter((lane) => results.get(lane)?.output !== "");
for (const lane of broken) console.error(`lane failed: ${nameOf(lane)}`);
console.log(`${lanes.length - broken.length} of ${lanes.length} lanes passed`);
if (lanes.length === 0 || broken.length > 0) process.exitCode = 1;
