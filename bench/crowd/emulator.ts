// The emulator in a process of its own: it is told how to answer, and says what it has been asked.
import { faults, startIdentityEmulator } from "diagnostic-credential/testing";
import type { Answers, Counts, EmulatorOrder, EmulatorStarted } from "./orders.ts";

const emulator = await startIdentityEmulator({ keepProcessAlive: true });

function answer({ delayMs, imdsPerSecond }: Answers): void {
  emulator.reset();
  if (imdsPerSecond !== undefined) emulator.fault({ host: "imds" }, faults.throttleAbove({ perSecond: imdsPerSecond }));
  if (delayMs > 0) emulator.fault({ kind: "token" }, faults.repeat(faults.delay(delayMs)));
}

const count = (): Counts => ({
  discovery: emulator.countRequests({ kind: "discovery" }),
  token: emulator.countRequests({ kind: "token" }),
  refused: emulator.countRequests({ kind: "token", status: 429 }),
});

process.on("message", (order: EmulatorOrder) => {
  if (order === "count") process.send?.(count());
  else {
    answer(order.answers);
    process.send?.("answers set");
  }
});
// An exit of its own accord, at which the emulator removes its files.
for (const end of ["disconnect", "SIGTERM"]) process.on(end, () => process.exit(0));
const started: EmulatorStarted = {
  addresses: JSON.parse(JSON.stringify(emulator)),
  environment: emulator.environment("imds"),
};
process.send?.(started);
