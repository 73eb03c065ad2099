import type { Evidence } from "../evidence.js";
import type { Verdict } from "../verdict.js";

/** What the engine itself says of a mistake in code, which may name an option or a credential. */
const ENGINE_MESSAGE =
  /\b(?:type|reference|syntax)error: (?:cannot (?:read|set|destructure|access)|unexpected (?:token|end|identifier)|\S{1,80} is not (?:a function|defined|a constructor|iterable))/;

/**
 * What a sentence means by its subject and trouble.
 *
 * @internal
 */
export function byMeaning(evidence: Evidence): Verdict | undefined {
  if (ENGINE_MESSAGE.test(evidence.plain)) return undefined;
  const rule = evidence.signs.wideRule(evidence.managedIdentity);
  return rule === undefined ? undefined : { kind: rule.kind, rule, answered: rule.answered === true };
}
