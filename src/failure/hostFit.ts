import { HOST_REMEDIES } from "./hostRemedies.js";
import type { Host } from "./hosts.js";
import { type FailureKind, KINDS } from "./kinds.js";
import type { Remedy } from "./types.js";

/** Advice that begins like this is for that host alone. */
const ONLY_FOR: readonly (readonly [RegExp, readonly Host[]])[] = [
  [/^(?:On|For) (?:App Service|Functions)/, ["app-service", "functions"]],
  [/^(?:On AKS|For a federated token on AKS)/, ["kubernetes"]],
  [/^(?:On|For) Azure Arc/, ["arc"]],
  // Where the host is known, more is known to do.
  [/^On (?:Azure, enable|a developer machine, sign in)/, []],
  [/^In Azure Pipelines/, ["azure-pipelines"]],
  [/^In (?:GitHub Actions|another CI system)/, ["github-actions"]],
  [/^On a developer machine/, ["laptop"]],
  // The metadata service is that of virtual machines, and of the nodes that pods run on.
  [/^On a virtual machine/, ["vm"]],
  [/^Check that no firewall, network policy/, ["vm", "kubernetes"]],
];

/**
 * Whether a remedy is for a host: for all where it does not say.
 *
 * @internal
 */
export function fits({ action }: Remedy, host: Host): boolean {
  return ONLY_FOR.find(([start]) => start.test(action))?.[1].includes(host) ?? true;
}

/** Kinds for which it makes a difference where the process runs. */
const HOSTED: ReadonlySet<string> = new Set(
  Object.entries(KINDS)
    .filter(([, { remedies }]) => remedies.some(({ action }) => ONLY_FOR.some(([start]) => start.test(action))))
    .map(([kind]) => kind)
    .concat(Object.keys(HOST_REMEDIES)),
);

/**
 * Whether it makes a difference to the advice for a kind where the process runs.
 *
 * @internal
 */
export function isHosted(kind: FailureKind): boolean {
  return HOSTED.has(kind);
}
