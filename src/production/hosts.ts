import type { ManagedIdentityHost } from "./choice.js";
import type { Environment } from "./environment.js";
import type { Machine } from "./machine.js";

/** What the environment says about a managed identity. @internal */
export type HostFinding =
  /** Without variables it is known by its agent, which is on the disk. */
  | { readonly found: "host"; readonly host: ManagedIdentityHost; readonly variables: readonly string[] }
  /** Cloud Shell: its tokens are of the person who opened it. */
  | { readonly found: "person" }
  /** Some variables of a host are set and others are not. */
  | {
      readonly found: "half";
      readonly set: string[];
      readonly ways: readonly (readonly [name: string, missing: string[]])[];
    }
  | { readonly found: "nothing" };

/** @internal */
export const HOST_NAMES: Record<ManagedIdentityHost, string> = {
  appService: "App Service",
  functions: "Functions",
  containerApps: "Container Apps",
  machineLearning: "Machine Learning",
  serviceFabric: "Service Fabric",
  azureArc: "Azure Arc",
  virtualMachine: "the virtual machine",
};

const SERVICE_FABRIC = ["IDENTITY_ENDPOINT", "IDENTITY_HEADER", "IDENTITY_SERVER_THUMBPRINT"];
const APP_SERVICE = ["IDENTITY_ENDPOINT", "IDENTITY_HEADER"];
const MACHINE_LEARNING = ["MSI_ENDPOINT", "MSI_SECRET"];
const CLOUD_SHELL = ["MSI_ENDPOINT"];
const AZURE_ARC = ["IDENTITY_ENDPOINT", "IMDS_ENDPOINT"];

/** @internal */
export const HOST_VARIABLES: readonly string[] = [...new Set([...SERVICE_FABRIC, ...MACHINE_LEARNING, ...AZURE_ARC])];

/** An address at which the instance metadata service is said to be, instead of its usual one. */
const METADATA_ADDRESS = "AZURE_POD_IDENTITY_AUTHORITY_HOST";

/** Three services share one protocol and are told apart by the other variables they set. */
function appServiceOrAlike(environment: Environment): ManagedIdentityHost {
  if (environment.has("FUNCTIONS_WORKER_RUNTIME")) return "functions";
  return environment.has("CONTAINER_APP_NAME") ? "containerApps" : "appService";
}

function half(environment: Environment): HostFinding {
  const set = environment.set(HOST_VARIABLES);
  if (set.length === 0) return { found: "nothing" };
  const ways = [
    ["App Service, Functions and Container Apps", APP_SERVICE],
    ["Service Fabric", SERVICE_FABRIC],
    ["Azure Arc", AZURE_ARC],
    ["Machine Learning", MACHINE_LEARNING],
  ] as const;
  const explainAll = ways.filter(([, names]) => set.every((name) => (names as readonly string[]).includes(name)));
  const explainSome = ways.filter(([, names]) => set.some((name) => (names as readonly string[]).includes(name)));
  return {
    found: "half",
    set,
    ways: (explainAll.length > 0 ? explainAll : explainSome).map(([name, names]) => [name, environment.missing(names)]),
  };
}

/**
 * The host whose managed identity MSAL will use, in MSAL's own order.
 *
 * @internal
 */
export function findHost(environment: Environment, machine: Machine): HostFinding {
  const host = (name: ManagedIdentityHost, variables: readonly string[]): HostFinding => ({
    found: "host",
    host: name,
    variables,
  });
  const all = (names: readonly string[]) => names.every((name) => environment.has(name));
  if (all(SERVICE_FABRIC)) return host("serviceFabric", SERVICE_FABRIC);
  if (all(APP_SERVICE)) return host(appServiceOrAlike(environment), APP_SERVICE);
  if (all(MACHINE_LEARNING)) return host("machineLearning", MACHINE_LEARNING);
  if (all(CLOUD_SHELL)) return { found: "person" };
  if (all(AZURE_ARC)) return host("azureArc", AZURE_ARC);
  if (machine.hasArcAgent()) return host("azureArc", []);
  const partial = half(environment);
  if (partial.found === "nothing" && all([METADATA_ADDRESS])) return host("virtualMachine", [METADATA_ADDRESS]);
  return partial;
}
