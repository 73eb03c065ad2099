import type { ProductionWay } from "./choice.js";
import { CredentialSetupError } from "./credentialSetupError.js";
import type { Environment } from "./environment.js";

/** A way that was asked for, and by what. @internal */
export interface Asked {
  readonly way: ProductionWay;
  readonly by: string;
}

const VARIABLE = "AZURE_TOKEN_CREDENTIALS";

const WAYS: Readonly<Record<string, ProductionWay>> = {
  workloadidentitycredential: "workloadIdentity",
  managedidentitycredential: "managedIdentity",
  environmentcredential: "certificate",
};

/** What `AZURE_TOKEN_CREDENTIALS` may also hold: the credentials of a person at a keyboard. */
const PERSONAL = [
  "dev",
  "visualstudiocodecredential",
  "azureclicredential",
  "azurepowershellcredential",
  "azuredeveloperclicredential",
];

/**
 * The way that the option or the variable of the SDK asks for; the option wins.
 *
 * @throws CredentialSetupError if the variable asks for the credential of a person, or for none there is
 * @internal
 */
export function askedWay(environment: Environment, use: ProductionWay | undefined): Asked | undefined {
  if (use !== undefined) return { way: use, by: "the option use" };
  const value = environment.get(VARIABLE)?.trim();
  // Upper and lower case are the same to the SDK, too.
  const name = value?.toLowerCase();
  if (value === undefined || name === undefined || name === "prod") return undefined;
  const way = Object.hasOwn(WAYS, name) ? WAYS[name] : undefined;
  if (way !== undefined) return { way, by: `${VARIABLE}=${value}` };
  if (PERSONAL.includes(name)) {
    throw new CredentialSetupError(
      "not_for_production",
      `${VARIABLE}=${value} asks for the credential of a person, which createProductionCredential never gives. ` +
        `Unset ${VARIABLE} or set it to prod where this runs in production; elsewhere, do not call createProductionCredential.`,
    );
  }
  throw new CredentialSetupError(
    "not_for_production",
    `${VARIABLE} has a value that no credential goes by. Here it may be prod, WorkloadIdentityCredential, ` +
      "ManagedIdentityCredential or EnvironmentCredential (a certificate), in any letter case.",
  );
}
