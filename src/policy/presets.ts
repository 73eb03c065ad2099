import { isProduction, type PolicyEnvironment } from "./environment.js";
import { RULES } from "./rules/index.js";
import type { PolicyPreset, RuleId, Severity } from "./types.js";

export const PRESETS: readonly PolicyPreset[] = ["production", "development", "off", "auto"];

/** Above the longest that the SDK itself retries: 70 seconds for an endpoint that is being updated. */
export const PRODUCTION_DEADLINE_MS = 120_000;

/** What a rule is set to by a preset. */
export function presetSeverity(preset: PolicyPreset, id: RuleId, environment: PolicyEnvironment): Severity {
  const { production } = RULES[id];
  if (production === "off") return "off";
  switch (preset) {
    case "production":
      return production;
    case "development":
      return "warn";
    case "auto":
      return isProduction(environment) ? "warn" : "off";
    case "off":
      return "off";
  }
}
