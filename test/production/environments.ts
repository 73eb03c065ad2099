import { Environment } from "../../src/production/environment.js";
import { CredentialSetupError, type ProductionCredentialChoice } from "../../src/production/index.js";
import type { Machine } from "../../src/production/machine.js";
import { type SelectionOptions, select } from "../../src/production/select.js";

/** A machine that shows nothing. */
export const bare: Machine = { hasArcAgent: () => false, isAzureVirtualMachine: () => false };

/** Short names, so that a whole environment fits on one line. */
export const VARIABLES = {
  file: "AZURE_FEDERATED_TOKEN_FILE",
  client: "AZURE_CLIENT_ID",
  tenant: "AZURE_TENANT_ID",
  certificate: "AZURE_CLIENT_CERTIFICATE_PATH",
  endpoint: "IDENTITY_ENDPOINT",
  header: "IDENTITY_HEADER",
  thumbprint: "IDENTITY_SERVER_THUMBPRINT",
  imds: "IMDS_ENDPOINT",
  msi: "MSI_ENDPOINT",
  msiSecret: "MSI_SECRET",
  secret: "AZURE_CLIENT_SECRET",
} as const;

export type Short = keyof typeof VARIABLES;

/** Each variable has a value of its own, to be looked for where it must not be. */
export function environmentOf(names: readonly Short[], more: Record<string, string> = {}): Record<string, string> {
  return { ...Object.fromEntries(names.map((name) => [VARIABLES[name], `value-of-${name}`])), ...more };
}

export function choose(
  variables: Record<string, string | undefined>,
  options: SelectionOptions = {},
  machine: Machine = bare,
): ProductionCredentialChoice {
  return select(new Environment(variables), machine, options).choice;
}

/** The error that a choice ends in. */
export function refusal(
  variables: Record<string, string | undefined>,
  options: SelectionOptions = {},
  machine: Machine = bare,
): CredentialSetupError {
  try {
    choose(variables, options, machine);
  } catch (error) {
    if (error instanceof CredentialSetupError) return error;
    throw error;
  }
  throw new Error("expected a CredentialSetupError");
}
