import type { PolicyConfig, PolicyPreset } from "./types.js";

/** The variables that a policy depends on. */
export const POLICY_VARIABLES = [
  "NODE_ENV",
  "AZURE_FUNCTIONS_ENVIRONMENT",
  "AZURE_CREDENTIAL_POLICY",
  "AZURE_AUTHORITY_HOST",
  "IDENTITY_ENDPOINT",
  "IDENTITY_HEADER",
  "IDENTITY_SERVER_THUMBPRINT",
  "IMDS_ENDPOINT",
  "MSI_ENDPOINT",
  "MSI_SECRET",
] as const;

/**
 * The environment as it was when a credential was constructed: later changes do not reach its policy.
 *
 * @internal
 */
export type PolicyEnvironment = Readonly<Partial<Record<(typeof POLICY_VARIABLES)[number], string>>>;

/**
 * Takes a snapshot of what the policy reads. A variable that is set to nothing counts as not set.
 *
 * @param variables - default: the variables of this process
 * @internal
 */
export function readPolicyEnvironment(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): PolicyEnvironment {
  const snapshot: Partial<Record<(typeof POLICY_VARIABLES)[number], string>> = {};
  for (const name of POLICY_VARIABLES) {
    const value = variables[name]?.trim();
    if (value !== undefined && value !== "") snapshot[name] = value;
  }
  return snapshot;
}

/** Whether the process says that it is in production: NODE_ENV, or AZURE_FUNCTIONS_ENVIRONMENT on Azure Functions. */
export function isProduction(environment: PolicyEnvironment): boolean {
  return [environment.NODE_ENV, environment.AZURE_FUNCTIONS_ENVIRONMENT].some(
    (value) => value?.toLowerCase() === "production",
  );
}

/**
 * Whether there can be anything to check, so that a process without a policy loads none of this.
 *
 * @param option - the option `policy` as given, not checked yet
 * @internal
 */
export function isPolicyNeeded(
  option: PolicyPreset | PolicyConfig | undefined,
  environment: PolicyEnvironment,
): boolean {
  if (environment.AZURE_CREDENTIAL_POLICY !== undefined) return true;
  if (option === undefined || option === "auto") return isProduction(environment);
  return option !== "off";
}
