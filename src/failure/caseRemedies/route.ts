import type { Evidence } from "../evidence.js";
import { MANAGED_IDENTITY_REACH_KINDS } from "../kinds/managedIdentityReach.js";
import type { Remedy } from "../types.js";

/** As only programs on Windows name a failure of the network. */
const WINDOWS = /socketexception \(100\d\d\)|\bconnectex: |\bwsae[a-z]{4,16}\b/;

const [ON_AZURE, BY_HAND, NOT_BLOCKED] = MANAGED_IDENTITY_REACH_KINDS.managed_identity_unreachable.remedies;
const ON_WINDOWS: readonly Remedy[] = [
  ON_AZURE,
  { ...BY_HAND, command: BY_HAND.command.replace("curl ", "curl.exe ").replace("/dev/null", "NUL") },
  NOT_BLOCKED,
];

/**
 * What to do where the metadata service cannot be reached from Windows, which has other commands.
 *
 * @internal
 */
export function ofRoute({ plain }: Evidence): readonly Remedy[] | undefined {
  return plain.includes("169.254.169.254") && WINDOWS.test(plain) ? ON_WINDOWS : undefined;
}
