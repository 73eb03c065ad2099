import type { HostSetup } from "./hostGuides.js";

/**
 * Why {@link createProductionCredential} made no credential.
 *
 * - `nothing_set_up`: no way is set up.
 * - `half_set_up`: some variables of a way are set and others are not.
 * - `ambiguous`: what is set can be read in two ways.
 * - `not_for_production`: what is asked for belongs to a person or is a value nobody knows.
 *
 * @public
 * @since 0.1.0
 */
export type CredentialSetupCode = "nothing_set_up" | "half_set_up" | "ambiguous" | "not_for_production";

/**
 * Nothing this process is given says which credential it has in production, or what it says is not whole. The message
 * names the variables, never their values.
 *
 * @public
 * @since 0.1.0
 */
export class CredentialSetupError extends Error {
  /** Not a name that a chain of credentials would skip. */
  override readonly name = "CredentialSetupError";
  readonly code: CredentialSetupCode;
  /** Variables to set; where there are several ways, those of the way that is half set up. */
  readonly missing: readonly string[];
  /** How to set a credential up, host by host, those where this process seems to run first; empty unless it helps. */
  readonly hosts: readonly HostSetup[];

  /** @internal */
  constructor(
    code: CredentialSetupCode,
    message: string,
    details: { missing?: readonly string[]; hosts?: readonly HostSetup[] } = {},
  ) {
    const { missing = [], hosts = [] } = details;
    super([`${message.charAt(0).toUpperCase()}${message.slice(1)}`, ...hostLines(hosts)].join("\n"));
    this.code = code;
    this.missing = missing;
    this.hosts = hosts;
  }
}

function hostLines(hosts: readonly HostSetup[]): string[] {
  if (hosts.length === 0) return [];
  return [
    "To set one up:",
    ...hosts.map(({ host, sign, lookedFor, remedy }) => {
      const here = sign === undefined ? "" : ` (this process seems to run there: ${sign})`;
      return `- ${host}${here}: looked for ${lookedFor}. To do: ${remedy.action}.\n    ${remedy.command}\n    ${remedy.url}`;
    }),
  ];
}

/**
 * Whether an error is a {@link CredentialSetupError}, also one of another copy of this package.
 *
 * @public
 * @since 0.1.0
 */
export function isCredentialSetupError(error: unknown): error is CredentialSetupError {
  return error instanceof Error && error.name === "CredentialSetupError" && "code" in error && "missing" in error;
}
