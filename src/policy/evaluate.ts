import type { AccessToken, GetTokenOptions } from "@azure/core-auth";
import { claimsOf } from "./claims.js";
import type { CredentialFacts } from "./facts.js";
import type { ResolvedExemption, ResolvedPolicy, ResolvedRule } from "./resolvedPolicy.js";
import { ruleOf } from "./rules/index.js";
import type { Finding, TokenSeen, WinnerSeen } from "./rules/rule.js";
import type { PolicyViolation } from "./types.js";

const NONE: readonly PolicyViolation[] = Object.freeze([]);

function violation({ id, severity, rule }: ResolvedRule, { message, subject }: Finding): PolicyViolation {
  const { fix: remedy, url } = rule;
  return { ruleId: id, severity, message, ...(subject !== undefined && { subject }), remedy, url };
}

function ended({ id, exemption, severity }: ResolvedExemption): PolicyViolation {
  return {
    ruleId: id,
    severity,
    message: `The exemption from ${id} ended on ${exemption?.until}; its reason was: ${exemption?.reason}.`,
    remedy: "Make the exemption unnecessary and remove it, or give it a new end.",
    url: ruleOf(id).url,
  };
}

function found(
  rules: readonly ResolvedRule[],
  look: (resolved: ResolvedRule) => Finding | undefined,
): readonly PolicyViolation[] {
  let violations: PolicyViolation[] | undefined;
  for (const resolved of rules) {
    const finding = look(resolved);
    if (finding !== undefined) {
      violations ??= [];
      violations.push(violation(resolved, finding));
    }
  }
  return violations ?? NONE;
}

/**
 * What can be known when the credential is constructed, exemptions that have ended included.
 *
 * @internal
 */
export function checkConstruction(policy: ResolvedPolicy, facts: CredentialFacts): readonly PolicyViolation[] {
  const violations = found(policy.rules, ({ rule, options }) => rule.construction?.(facts, options as never));
  const expired = policy.exemptions.filter((exemption) => exemption.ended).map(ended);
  return expired.length === 0 ? violations : [...expired, ...violations];
}

/**
 * What a call asks for, before anything is sent.
 *
 * @internal
 */
export function checkCall(
  policy: ResolvedPolicy,
  _facts: CredentialFacts,
  scopes: string | readonly string[],
  options?: GetTokenOptions,
): readonly PolicyViolation[] {
  if (policy.callRules.length === 0) return NONE;
  return found(policy.callRules, (resolved) => resolved.rule.call?.(scopes, options, resolved.options as never));
}

/**
 * A chain that took its token from another member than before.
 *
 * @internal
 */
export function checkWinner(policy: ResolvedPolicy, change: WinnerSeen): readonly PolicyViolation[] {
  return found(policy.rules, ({ rule, options }) => rule.winner?.(change, options as never));
}

function seen(policy: ResolvedPolicy, token: AccessToken): TokenSeen {
  const expiresOnTimestamp = Number(token.expiresOnTimestamp);
  return {
    lifetime: expiresOnTimestamp - Date.now(),
    expiresOnTimestamp,
    claims: () => claimsOf(token, token.token, policy),
  };
}

/**
 * What a credential gave.
 *
 * @internal
 */
export function checkToken(
  policy: ResolvedPolicy,
  facts: CredentialFacts,
  token: AccessToken | null | undefined,
): readonly PolicyViolation[] {
  if (policy.tokenRules.length === 0 || token === null || typeof token !== "object") return NONE;
  try {
    if (typeof token.token !== "string") return NONE;
    const subject = seen(policy, token);
    return found(policy.tokenRules, ({ rule, options }) => rule.token?.(subject, facts, options as never));
  } catch {
    // A token whose properties throw is of no use to the caller either.
    return NONE;
  }
}
