import type { Candidates } from "../prefilter/candidates.js";
import { KNOWN_RULES, WIDE_RULES } from "./order.js";
import type { Rule } from "./rule.js";

/**
 * Every rule in order of precedence: the first that applies decides. What stands between the two lists, the status of
 * an answer, {@link findRule} knows nothing of.
 *
 * @internal
 */
export const RULES: readonly Rule[] = [...KNOWN_RULES, ...WIDE_RULES];

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

function firstOf(
  plain: string,
  managedIdentity: boolean,
  candidates: Candidates,
  from: number,
  end: number,
): Rule | undefined {
  for (let index = candidates.next(from, end); index < end; index = candidates.next(index + 1, end)) {
    const rule = RULES[index] as Rule;
    if (applies(rule, plain, managedIdentity)) return rule;
  }
  return undefined;
}

/**
 * The first rule about messages that are known that applies to a text.
 *
 * @param plain - plain text
 * @param managedIdentity - whether the text is about a managed identity
 * @param candidates - which rules are worth trying, by their positions
 * @internal
 */
export function findRule(plain: string, managedIdentity: boolean, candidates: Candidates): Rule | undefined {
  return firstOf(plain, managedIdentity, candidates, 0, KNOWN_RULES.length);
}

/**
 * The first rule about a subject and its trouble that applies to a text of which nothing else is known.
 *
 * @param plain - plain text
 * @param managedIdentity - whether the text is about a managed identity
 * @param candidates - which rules are worth trying, by their positions
 * @internal
 */
export function findWideRule(plain: string, managedIdentity: boolean, candidates: Candidates): Rule | undefined {
  return firstOf(plain, managedIdentity, candidates, KNOWN_RULES.length, RULES.length);
}
