// One cold credential and so many callers at once. Argument: a CrowdOrder. Says "ready", starts at the moment it is then
// told (milliseconds since the epoch), and says what came of it.
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { discarding } from "../discarding.ts";
import { asked, coldCredential } from "./credential.ts";
import { measureMemory } from "./measureMemory.ts";
import { measureTime } from "./measureTime.ts";
import type { CrowdOrder } from "./orders.ts";

const {
  credential: name,
  mode,
  callers,
  measure,
  limitMs,
  addresses,
} = JSON.parse(process.argv[2] ?? "") as CrowdOrder;
if (mode === "traced") {
  new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(discarding)] }).register();
}
const credential = asked(coldCredential(name, addresses), mode);

process.send?.("ready");
const [at] = (await once(process, "message")) as [number];
await sleep(at - Date.now());
const measured = await (measure === "time" ? measureTime : measureMemory)(credential, callers, limitMs);
process.send?.(measured, () => process.exit(0));
