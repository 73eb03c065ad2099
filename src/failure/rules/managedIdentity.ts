import { MANAGED_IDENTITY_ANSWER_RULES } from "./managedIdentityAnswer.js";
import { MANAGED_IDENTITY_HOST_RULES } from "./managedIdentityHost.js";
import { MANAGED_IDENTITY_REACH_RULES } from "./managedIdentityReach.js";
import { MANAGED_IDENTITY_REQUEST_RULES } from "./managedIdentityRequest.js";
import type { Rule } from "./rule.js";

/**
 * What managed identity endpoints say, and what the SDKs say about them. In order of precedence.
 *
 * @internal
 */
export const MANAGED_IDENTITY_RULES: readonly Rule[] = [
  ...MANAGED_IDENTITY_REQUEST_RULES,
  ...MANAGED_IDENTITY_REACH_RULES,
  ...MANAGED_IDENTITY_HOST_RULES,
  ...MANAGED_IDENTITY_ANSWER_RULES,
];
