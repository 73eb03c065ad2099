/**
 * Runs the server against an emulated Entra ID on this machine, and shows what a kubelet would see:
 *
 *     node examples/readiness/demo.ts
 */
import type { AcquisitionRecord } from "diagnostic-credential";
import {
  type Fault,
  faults,
  type IdentityEmulator,
  identityVariables,
  startIdentityEmulator,
} from "diagnostic-credential/testing";
import { ask, type Container, exited, probeStartup, startContainer } from "./kubelet.ts";

const TOKEN = { host: "entra", kind: "token" } as const;

function start(emulator: IdentityEmulator): Promise<Container> {
  return startContainer({
    ...emulator.environment("workloadIdentity"),
    DISABLE_INSTANCE_DISCOVERY: "true",
    AZURE_LOG_LEVEL: "warning",
  });
}

/** Long enough for a probe to come in between. */
function slowly(fault: Fault): Fault {
  return faults.delay(700, fault);
}

interface ShownRecord extends AcquisitionRecord {
  readonly at: string;
}

function inShort({ at, outcome, tokenSource, diagnosis }: ShownRecord): string {
  if (diagnosis === undefined) return `${at} ${outcome}, token from: ${tokenSource}`;
  const { kind, entra } = diagnosis;
  const codes = entra?.codes.map((code) => `, AADSTS${code}`).join("") ?? "";
  const correlation = entra?.correlationId === undefined ? "" : `, correlation id ${entra.correlationId}`;
  return `${at} ${outcome}: ${kind}${codes}${correlation}`;
}

async function comesLate(emulator: IdentityEmulator): Promise<void> {
  console.log("The federated credential was created a moment ago, and Entra ID has not copied it everywhere:");
  emulator.fault(TOKEN, faults.repeat(slowly(faults.aadsts(700213)), 3));
  const container = await start(emulator);
  await ask("client", container, "/orders");
  await probeStartup(container);
  await ask("kubelet", container, "/readyz");
  await ask("client", container, "/orders");
  const { recent } = (await (await fetch(container.debugUrl)).json()) as { recent: ShownRecord[] };
  for (const record of recent) console.log(`  support  ${inShort(record)}`);
  container.child.kill("SIGTERM");
  await exited(container);
}

async function neverComes(emulator: IdentityEmulator): Promise<void> {
  console.log("\nAn administrator has disabled the application:");
  emulator.fault(TOKEN, slowly(faults.aadsts(7000112)));
  const container = await start(emulator);
  await probeStartup(container);
  await exited(container);
}

async function isStopped(emulator: IdentityEmulator): Promise<void> {
  console.log("\nEntra ID does not answer, and the rollout is taken back:");
  emulator.fault(TOKEN, faults.hang());
  const container = await start(emulator);
  await emulator.waitForRequest(TOKEN);
  await ask("kubelet", container, "/startupz");
  container.child.kill("SIGTERM");
  await exited(container);
}

for (const name of identityVariables) delete process.env[name];
const emulator = await startIdentityEmulator();
try {
  for (const scene of [comesLate, neverComes, isStopped]) {
    emulator.reset();
    await scene(emulator);
  }
} finally {
  await emulator.close();
}
