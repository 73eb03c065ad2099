import type { FailureKind, TokenSource } from "diagnostic-credential";
import type { IdentityEmulator, IdentityEmulatorAddresses } from "diagnostic-credential/testing";

/** Where a scenario finds what it needs: plain data, since it crosses into a worker. */
export interface Places extends IdentityEmulatorAddresses {
  /** The only directory on a scenario's PATH: stand-ins for `az` and `azd`, in which nobody is signed in. */
  readonly toolsDirectory: string;
}

/** What a call of `getToken` comes to: why there was no token, or where it came from. */
export type Outcome = FailureKind | TokenSource;

/** One thing that happens to a service, with what must be said about it. */
export interface Scenario {
  /** Name of the scenario's file. */
  readonly id: string;
  /** Two or three words for the summary. */
  readonly label: string;
  readonly title: string;
  readonly story: string;
  /** Outcome of each `getToken` in turn. Anything else makes the demo fail. */
  readonly expected: readonly Outcome[];
  /** Whether the SDK says the very same of it as of the others that are so marked. */
  readonly sameWords?: true;
  /** Lets things go wrong in the emulator, before the scenario runs. */
  prepare?(emulator: IdentityEmulator): void;
  /** Environment variables of the service. */
  environment?(places: Places): Record<string, string>;
  /** The service's own code, inside its span. Runs in a worker. */
  run(places: Places): Promise<void>;
}

/** Options by which a credential finds the emulated Entra ID and trusts it. */
export function entraOptions({ authorityHost, caCertificate }: Places) {
  return { authorityHost, disableInstanceDiscovery: true, tlsOptions: { ca: caCertificate } } as const;
}

/** Variables by which a managed identity credential finds the emulated metadata service. */
export function imdsEnvironment({ imdsEndpoint }: Places): Record<string, string> {
  return { AZURE_POD_IDENTITY_AUTHORITY_HOST: imdsEndpoint };
}
