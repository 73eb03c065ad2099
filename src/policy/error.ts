import type { PolicyViolation } from "./types.js";

/**
 * Value of {@link CredentialPolicyError.code}.
 *
 * @public
 * @since 0.1.0
 */
export const POLICY_VIOLATION = "ERR_CREDENTIAL_POLICY";

function described({ ruleId, message, subject, remedy, url }: PolicyViolation): string {
  const found = subject === undefined ? message : `${message} It is ${JSON.stringify(subject)}.`;
  return `- ${ruleId}: ${found}\n  Fix: ${remedy}\n  See: ${url}`;
}

/**
 * A credential, a call or a token that the policy does not allow. Its name is none that a chain skips, so it stops the
 * chain instead of being passed over.
 *
 * @public
 * @since 0.1.0
 */
export class CredentialPolicyError extends Error {
  override readonly name = "CredentialPolicyError";
  /** Always {@link POLICY_VIOLATION}. */
  readonly code: typeof POLICY_VIOLATION = POLICY_VIOLATION;
  /** All that was found, warnings included; at least one is an error. */
  readonly violations: readonly PolicyViolation[];

  constructor(violations: readonly PolicyViolation[]) {
    const errors = violations.filter(({ severity }) => severity === "error");
    const count = errors.length === 1 ? "1 violation" : `${errors.length} violations`;
    super(`The credential policy does not allow this (${count}):\n${errors.map(described).join("\n")}`);
    this.violations = violations;
  }
}
