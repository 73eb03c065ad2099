import type { AccessToken, GetTokenOptions, TokenCredential } from "@azure/core-auth";
import type { WinnerChange } from "./acquisition/winner.js";
import { warnOfViolation } from "./log.js";
import { isPolicyNeeded, readPolicyEnvironment } from "./policy/environment.js";
import { CredentialPolicyError } from "./policy/error.js";
import type { CredentialFacts } from "./policy/facts.js";
import { type PolicyLibrary, policyLibrary } from "./policy/load.js";
import type { ResolvedPolicy } from "./policy/resolvedPolicy.js";
import type { PolicyConfig, PolicyPreset, PolicyViolation, RuleId } from "./policy/types.js";
import { unwrapCredential } from "./policy/unwrap.js";

const CLOCK_MS = 1000;
const NONE: readonly PolicyViolation[] = [];

/** What a policy error found; undefined for any other error, also one that does not want to be looked at. */
export function violationsIn(error: unknown): readonly PolicyViolation[] | undefined {
  try {
    return error instanceof CredentialPolicyError ? error.violations : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Holds one credential to its policy: what it is at construction, what is asked of it on each call, what it gives after.
 */
export class PolicyGate {
  private readonly _library: PolicyLibrary;
  private readonly _policy: ResolvedPolicy;
  private readonly _facts: CredentialFacts;
  private readonly _credential: string;
  private readonly _logged = new Set<RuleId>();
  /** In ms. */
  private readonly _leastLifetime: number;
  private _passed: string | undefined;
  /** In ms since the epoch. */
  private _passedUntil = Number.NaN;
  /** `performance.now()` until which the token that passed need not be looked at again, in ms. */
  private _youngUntil = Number.NaN;
  /** What was found at construction and let pass. */
  readonly standing: readonly PolicyViolation[];

  private constructor(library: PolicyLibrary, policy: ResolvedPolicy, facts: CredentialFacts, credential: string) {
    this._library = library;
    this._policy = policy;
    this._facts = facts;
    this._credential = credential;
    const rule = policy.tokenRules.find(({ id }) => id === "min-token-lifetime");
    this._leastLifetime = rule === undefined ? 0 : 1000 * ((rule.options as { seconds?: number }).seconds ?? 60);
    this.standing = this._judge(library.checkConstruction(policy, facts));
  }

  /**
   * Undefined where there is no policy to hold the credential to: then none of it is loaded.
   *
   * @param shown - what the credential is called in the log
   * @throws CredentialPolicyError if the credential breaks a rule of severity `error`
   * @throws PolicyConfigurationError if the policy cannot be used
   */
  static of(
    credential: TokenCredential,
    option: PolicyPreset | PolicyConfig | undefined,
    shown: string,
  ): PolicyGate | undefined {
    const environment = readPolicyEnvironment();
    if (!isPolicyNeeded(option, environment)) return undefined;
    const library = policyLibrary();
    const policy = library.resolvePolicy(option, environment);
    if (!policy.isActive) return undefined;
    const facts = library.describeCredential(credential, environment, unwrapCredential);
    return new PolicyGate(library, policy, facts, shown);
  }

  /** The preset in force. */
  get preset(): PolicyPreset {
    return this._policy.preset;
  }

  /** The deadline that the policy sets, in ms. */
  get deadlineMs(): number | undefined {
    return this._policy.deadlineMs;
  }

  /** @throws CredentialPolicyError if the call breaks a rule of severity `error` */
  beforeCall(scopes: string | string[], options: GetTokenOptions | undefined): readonly PolicyViolation[] {
    if (this._policy.callRules.length === 0) return NONE;
    return this._judge(this._library.checkCall(this._policy, this._facts, scopes, options));
  }

  /**
   * @param time - `performance.now()`, in ms, when the call was made or later
   * @throws CredentialPolicyError if the token breaks a rule of severity `error`
   */
  afterCall(token: AccessToken | null | undefined, time: number): readonly PolicyViolation[] {
    try {
      // A client asks on every request, and nearly always gets the token of before: it is as good as then until it ages.
      if (token !== null && token !== undefined && token.token === this._passed && this._isYoung(time)) return NONE;
      const violations = this._judge(this._library.checkToken(this._policy, this._facts, token));
      if (violations.length === 0 && typeof token?.token === "string")
        this._pass(token.token, token.expiresOnTimestamp);
      return violations;
    } catch (error) {
      if (violationsIn(error) !== undefined) throw error;
      // A token whose properties throw: what to make of it is up to the caller.
      return NONE;
    }
  }

  private _pass(token: string, expiresOnTimestamp: number): void {
    this._passed = token;
    this._youngUntil = Number.NaN;
    this._passedUntil = Number(expiresOnTimestamp) - this._leastLifetime;
  }

  /** Looks at the clock once a second: that is a large part of what a policy costs. */
  private _isYoung(time: number): boolean {
    if (time < this._youngUntil) return true;
    const left = this._passedUntil - Date.now();
    if (!(left > 0)) return false;
    this._youngUntil = time + Math.min(left, CLOCK_MS);
    return true;
  }

  /** @throws CredentialPolicyError if a chain must keep to its member */
  winnerChanged(change: WinnerChange): readonly PolicyViolation[] {
    return this._judge(this._library.checkWinner(this._policy, change));
  }

  private _judge(violations: readonly PolicyViolation[]): readonly PolicyViolation[] {
    if (violations.length === 0) return violations;
    if (violations.some(({ severity }) => severity === "error")) throw new CredentialPolicyError(violations);
    for (const violation of violations) {
      if (this._logged.has(violation.ruleId)) continue;
      this._logged.add(violation.ruleId);
      warnOfViolation(this._credential, violation);
    }
    return violations;
  }
}
