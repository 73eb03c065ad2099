// A thousand callers at once whose deadline ends while the metadata service says nothing, each with a request of his own
// and all with one: when the first and the last of them hears of it.
import { ManagedIdentityCredential } from "@azure/identity";
import { DiagnosticCredential } from "diagnostic-credential";
import { faults, startIdentityEmulator } from "diagnostic-credential/testing";
import type { Row } from "../compare.ts";

const DEADLINE_MS = 500;
const CALLERS = 1000;
const emulator = await startIdentityEmulator();
Object.assign(process.env, emulator.environment("imds"));
emulator.fault({ host: "imds" }, faults.repeat(faults.hang()));

const rows: Row[] = [{ name: "the deadline", ns: DEADLINE_MS * 1e6, ratio: 1 }];
for (const coalesce of [false, true]) {
  const credential = new DiagnosticCredential(new ManagedIdentityCredential(), { deadlineMs: DEADLINE_MS, coalesce });
  const waits = await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      const started = performance.now();
      const error = await credential.getToken("https://vault.azure.net/.default").catch((thrown) => thrown);
      if (error.name !== "CredentialDeadlineError") throw error;
      return performance.now() - started;
    }),
  );
  const requests = coalesce ? "one request" : `${CALLERS} requests`;
  for (const [which, ms] of [
    ["first", Math.min(...waits)],
    ["last", Math.max(...waits)],
  ] as const) {
    rows.push({ name: `${requests}, the ${which} caller`, ns: ms * 1e6, ratio: ms / DEADLINE_MS });
  }
}
process.stdout.write(JSON.stringify(rows));
process.exit(0);
