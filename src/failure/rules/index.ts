import { ANSWER_RULES } from "./answer.js";
import { ASSERTION_RULES } from "./assertion.js";
import { AUTHORIZATION_RULES, VAGUE_AUTHORIZATION_RULES } from "./authorization.js";
import { CALLER_RULES } from "./caller.js";
import { CHAIN_RULES, CONFIGURATION_RULES } from "./configuration.js";
import { CREDENTIAL_FILE_RULES } from "./credentialFile.js";
import { DEVELOPER_TOOL_RULES } from "./developerTool.js";
import { ENTRA_RULES } from "./entra.js";
import { ENTRA_WORD_RULES } from "./entraWords.js";
import { FEDERATION_RULES } from "./federation.js";
import { FLOW_RULES } from "./flows.js";
import { MANAGED_IDENTITY_RULES } from "./managedIdentity.js";
import { NEIGHBOUR_RULES } from "./neighbours.js";
import { NETWORK_RULES } from "./network.js";
import { VAGUE_NETWORK_RULES } from "./networkVague.js";
import type { Candidates } from "./prefilter.js";
import type { Rule } from "./rule.js";

/**
 * Every rule in order of precedence: the first that applies decides.
 *
 * @internal
 */
export const RULES: readonly Rule[] = [
  ...CALLER_RULES,
  ...NEIGHBOUR_RULES,
  ...AUTHORIZATION_RULES,
  ...MANAGED_IDENTITY_RULES,
  ...ANSWER_RULES,
  ...FEDERATION_RULES,
  ...CREDENTIAL_FILE_RULES,
  ...CONFIGURATION_RULES,
  ...FLOW_RULES,
  ...NETWORK_RULES,
  ...ASSERTION_RULES,
  ...DEVELOPER_TOOL_RULES,
  ...ENTRA_WORD_RULES,
  ...ENTRA_RULES,
  ...VAGUE_NETWORK_RULES,
  ...VAGUE_AUTHORIZATION_RULES,
  ...CHAIN_RULES,
];

/**
 * Whether a rule applies to a text.
 *
 * @param rule - the rule
 * @param plain - plain text
 * @param managedIdentity - whether the text is about a managed identity
 * @internal
 */
export function applies(rule: Rule, plain: string, managedIdentity: boolean): boolean {
  if (rule.managedIdentity === true && !managedIdentity) return false;
  if (rule.phrases !== undefined) {
    for (const phrase of rule.phrases) {
      if (typeof phrase === "string" ? !plain.includes(phrase) : !phrase.some((option) => plain.includes(option))) {
        return false;
      }
    }
  }
  if (rule.pattern !== undefined && !rule.pattern.test(plain)) return false;
  return rule.unless === undefined || !rule.unless.test(plain);
}

/**
 * The first rule that applies to a text.
 *
 * @param plain - plain text
 * @param managedIdentity - whether the text is about a managed identity
 * @param candidates - which rules are worth trying, by their positions
 * @internal
 */
export function findRule(plain: string, managedIdentity: boolean, candidates: Candidates): Rule | undefined {
  const end = RULES.length;
  for (let index = candidates.next(0, end); index < end; index = candidates.next(index + 1, end)) {
    const rule = RULES[index] as Rule;
    if (applies(rule, plain, managedIdentity)) return rule;
  }
  return undefined;
}
