// The heap after each 200 000 of a million calls, in KB over the first: it must not grow.
// Argument: none or on, as in call.ts. Run with --expose-gc.
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { DiagnosticCredential } from "diagnostic-credential";
import { discarding } from "../discarding.ts";

if (process.argv[2] === "on") {
  new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(discarding)] }).register();
}
const token = { token: "t", expiresOnTimestamp: Date.now() + 3_600_000 };
const failure = Object.assign(new Error("AADSTS7000222: expired"), { name: "AuthenticationRequiredError" });
let calls = 0;
const credential = new DiagnosticCredential({
  // One in a hundred fails, each time with an error of its own, as errors are.
  getToken: async () => {
    if (++calls % 100 === 0) throw Object.assign(new Error(failure.message), { name: failure.name });
    return token;
  },
});

const heap: number[] = [];
for (let round = 0; round <= 5; round++) {
  for (let i = 0; i < 200_000; i++) {
    await credential.getToken(`https://tenant-${i % 1000}.example/.default`).catch(() => {});
  }
  // Lets the batch processor's timer run, so that what it holds is not counted.
  await new Promise((resolve) => setTimeout(resolve, 50));
  globalThis.gc?.();
  globalThis.gc?.();
  heap.push(process.memoryUsage().heapUsed / 1024);
}
const [first = 0] = heap;
process.stdout.write(JSON.stringify(heap.map((kb, round) => ({ calls: (round + 1) * 200_000, growthKb: kb - first }))));
process.exit(0);
