import type { PolicyEnvironment } from "./environment.js";
import { checkConstruction } from "./evaluate.js";
import { describeCredential, type Unwrap } from "./inspect.js";
import { resolvePolicy } from "./resolve.js";
import type { PolicyConfig, PolicyPreset, PolicyViolation } from "./types.js";

/**
 * What a policy says of a credential.
 *
 * @public
 * @since 0.1.0
 */
export interface PolicyVerdict {
  readonly violations: readonly PolicyViolation[];
  /** Whether the credential may be used: nothing, or nothing but warnings, was found. */
  readonly ok: boolean;
}

/** @internal */
export function checkCredential(
  credential: unknown,
  config: PolicyPreset | PolicyConfig,
  environment: PolicyEnvironment,
  unwrap?: Unwrap,
): PolicyVerdict {
  const policy = resolvePolicy(config, environment);
  const violations = checkConstruction(policy, describeCredential(credential, environment, unwrap));
  return { violations, ok: !violations.some(({ severity }) => severity === "error") };
}
