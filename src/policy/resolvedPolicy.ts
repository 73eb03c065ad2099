import type { Rule } from "./rules/rule.js";
import type { Options } from "./settings.js";
import type { Exemption, PolicyPreset, RuleId, Severity } from "./types.js";

/** Where a setting comes from. */
export interface SettingSource {
  readonly kind: "preset" | "option" | "file";
  /** The preset, `policy`, or the path of the file. */
  readonly name: string;
  readonly line?: number | undefined;
}

/** A rule that is on. */
export interface ResolvedRule {
  readonly id: RuleId;
  readonly severity: "warn" | "error";
  readonly options: Options;
  readonly source: SettingSource;
  /** @internal */
  readonly rule: Rule;
}

/** A rule that has been switched off, or was until an exemption ended. */
export interface ResolvedExemption {
  readonly id: RuleId;
  /** Undefined for one that was switched off without a reason. */
  readonly exemption: Exemption | undefined;
  readonly ended: boolean;
  /** How the end of the exemption is reported. */
  readonly severity: "warn" | "error";
  readonly source: SettingSource;
}

/**
 * A policy as it holds for one credential: everything is decided, nothing is read later.
 *
 * @internal
 */
export interface ResolvedPolicy {
  /** The stricter one of those that the option and the file name. */
  readonly preset: PolicyPreset;
  readonly rules: readonly ResolvedRule[];
  readonly exemptions: readonly ResolvedExemption[];
  readonly deadlineMs: number | undefined;
  /** Whether there is anything to check or to report. */
  readonly isActive: boolean;
  /** The rules that look at a call, and those that look at a token. */
  readonly callRules: readonly ResolvedRule[];
  readonly tokenRules: readonly ResolvedRule[];
}

export const RANK: Readonly<Record<Severity, number>> = { off: 0, warn: 1, error: 2 };
