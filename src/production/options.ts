import type { WorkloadIdentityCredentialOptions } from "@azure/identity";
import type { DiagnosticCredentialOptions } from "../diagnosticCredentialOptions.js";
import type { PolicyConfig } from "../policy/types.js";
import type { ManagedIdentitySelector, ProductionWay } from "./choice.js";

/**
 * Options of {@link createProductionCredential}.
 *
 * @public
 * @since 0.1.0
 */
export interface ProductionCredentialOptions extends Omit<DiagnosticCredentialOptions, "policy"> {
  /** What differs from the production policy, which is in force in any case: severities, options and exemptions. */
  policy?: Omit<PolicyConfig, "preset"> | undefined;
  /**
   * Takes this way and no other, and fails if it is not set up. Default: what `AZURE_TOKEN_CREDENTIALS` names, else the
   * first way that is set up.
   */
  use?: ProductionWay | undefined;
  /**
   * Which managed identity, where one is used. Default: the one that `AZURE_CLIENT_ID` names, else the host's own. To give
   * this option is also to say that there is one: a virtual machine or scale set shows it nowhere. Workload identity still
   * comes first where it is set up.
   */
  managedIdentity?: ManagedIdentitySelector | undefined;
  /**
   * Passed on to the credential of `@azure/identity`: `authorityHost`, `disableInstanceDiscovery`, `tlsOptions`,
   * `proxyOptions`, `retryOptions`, `loggingOptions`, `additionallyAllowedTenants`, and so on.
   */
  tokenCredentialOptions?:
    | Omit<WorkloadIdentityCredentialOptions, "tenantId" | "clientId" | "tokenFilePath">
    | undefined;
}

const WAYS = ["workloadIdentity", "managedIdentity", "certificate"];
const IDS = ["clientId", "objectId", "resourceId"];

function isSelector(value: unknown): value is ManagedIdentitySelector {
  if (value === "systemAssigned") return true;
  if (typeof value !== "object" || value === null) return false;
  const entries = Object.entries(value);
  const [key, id] = entries[0] ?? ["", undefined];
  return entries.length === 1 && IDS.includes(key) && typeof id === "string" && id.trim() !== "";
}

/** @throws TypeError if an option that decides is of the wrong type; it does not show the value. @internal */
export function assertProductionOptions(options: ProductionCredentialOptions): void {
  if (options === null || typeof options !== "object") {
    throw new TypeError("createProductionCredential: options must be an object.");
  }
  const { use, managedIdentity, tokenCredentialOptions, policy } = options;
  if (use !== undefined && !WAYS.includes(use)) {
    throw new TypeError(`createProductionCredential: option use must be one of ${WAYS.join(", ")}.`);
  }
  if (managedIdentity !== undefined && !isSelector(managedIdentity)) {
    throw new TypeError(
      `createProductionCredential: option managedIdentity must be "systemAssigned" or an object with exactly one of ${IDS.join(", ")}, a string that is not empty.`,
    );
  }
  if (
    tokenCredentialOptions !== undefined &&
    (tokenCredentialOptions === null || typeof tokenCredentialOptions !== "object")
  ) {
    throw new TypeError("createProductionCredential: option tokenCredentialOptions must be an object.");
  }
  if (policy !== undefined && (policy === null || typeof policy !== "object" || "preset" in policy)) {
    throw new TypeError(
      "createProductionCredential: option policy must be an object with rules; the preset is production in any case.",
    );
  }
}
