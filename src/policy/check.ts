import type { TokenCredential } from "@azure/core-auth";
import { assertCredential } from "../arguments.js";
import type { PolicyVerdict } from "./checkCredential.js";
import { readPolicyEnvironment } from "./environment.js";
import { policyLibrary } from "./load.js";
import type { PolicyConfig, PolicyPreset } from "./types.js";
import { unwrapCredential } from "./unwrap.js";

/**
 * The credential policy by itself, for tests and CI.
 *
 * @example
 * ```ts
 * const { ok, violations } = policy.check(createCredential(), "production");
 * assert(ok, violations.map(({ message }) => message).join("\n"));
 * ```
 * @public
 * @since 0.1.0
 */
export const policy = {
  /**
   * Says what a policy finds on a credential, without wrapping it, without running it and without sending anything.
   * The environment and the file of AZURE_CREDENTIAL_POLICY count as they do for a DiagnosticCredential.
   *
   * @param credential - a credential, a chain, or a DiagnosticCredential
   * @param config - default `"production"`, also where the process is not in production
   * @throws PolicyConfigurationError if the policy itself cannot be used
   * @throws TypeError if it is given no credential, e.g. the class of one or a Promise
   */
  check(credential: TokenCredential, config: PolicyPreset | PolicyConfig = "production"): PolicyVerdict {
    assertCredential(credential, "policy.check looks at");
    return policyLibrary().checkCredential(credential, config, readPolicyEnvironment(), unwrapCredential);
  },
} as const;
