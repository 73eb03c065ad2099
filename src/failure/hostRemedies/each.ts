import type { Host } from "../hosts.js";
import type { Remedy } from "../types.js";

/**
 * What to do, by host.
 *
 * @internal
 */
export type HostRemedies = Partial<Readonly<Record<Host, readonly Remedy[]>>>;

/**
 * One remedy for each host.
 *
 * @internal
 */
export function each(remedies: Partial<Record<Host, Remedy>>): HostRemedies {
  return Object.fromEntries(Object.entries(remedies).map(([host, remedy]) => [host, [remedy]]));
}
