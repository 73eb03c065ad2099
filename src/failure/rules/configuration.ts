import { AUTHORITY_RULES } from "./configurationAuthority.js";
import { MISSING_RULES } from "./configurationMissing.js";
import { OPTION_RULES } from "./configurationOption.js";
import { VARIABLE_RULES } from "./configurationVariable.js";
import type { Rule } from "./rule.js";

/**
 * What is there but cannot work, and what is absent. In order of precedence.
 *
 * @internal
 */
export const CONFIGURATION_RULES: readonly Rule[] = [
  ...AUTHORITY_RULES,
  ...VARIABLE_RULES,
  ...OPTION_RULES,
  ...MISSING_RULES,
];
