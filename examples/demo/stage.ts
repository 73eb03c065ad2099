import path from "node:path";
import {
  type IdentityEmulatorAddresses,
  installFakeAzureCli,
  installFakeAzureDeveloperCli,
  startIdentityEmulator,
} from "diagnostic-credential/testing";
import type { Places, Scenario } from "./scenario.ts";

/** Everything around the scenarios: Entra ID and the metadata service, and developer tools that nobody signed in to. */
export interface Stage extends AsyncDisposable {
  readonly places: Places;
}

/** Starts one emulator for all scenarios, and lets go wrong in it what they ask for. */
export async function setStage(scenarios: readonly Scenario[]): Promise<Stage> {
  const emulator = await startIdentityEmulator();
  const toolsDirectory = path.join(emulator.temporaryDirectory, "tools");
  installFakeAzureCli(toolsDirectory, { type: "notSignedIn" });
  installFakeAzureDeveloperCli(toolsDirectory, { type: "notSignedIn" });
  for (const scenario of scenarios) scenario.prepare?.(emulator);
  const addresses = JSON.parse(JSON.stringify(emulator)) as IdentityEmulatorAddresses;
  return { places: { ...addresses, toolsDirectory }, [Symbol.asyncDispose]: () => emulator.close() };
}
