import type { OptionProperty } from "../../policy/optionSchema.js";
import { ruleOf } from "../../policy/rules/index.js";
import type { RuleId } from "../../policy/types.js";
import { safeValue } from "./text.js";

/** An option as it holds, set or by default. */
export interface EffectiveOption {
  readonly name: string;
  readonly value: unknown;
  readonly isDefault: boolean;
}

/** Every option of a rule that has a value. */
export function effectiveOptions(id: RuleId, set: Readonly<Record<string, unknown>> = {}): EffectiveOption[] {
  return Object.entries(ruleOf(id).options.properties).flatMap(([name, property]) => {
    const isDefault = set[name] === undefined;
    const value = isDefault ? ("default" in property ? property.default : undefined) : safeValue(set[name]);
    return value === undefined ? [] : [{ name, value, isDefault }];
  });
}

export function optionText({ name, value, isDefault }: EffectiveOption): string {
  const text = Array.isArray(value) ? value.join(", ") : String(value);
  return `${name}: ${text}${isDefault ? " (default)" : ""}`;
}

/** What may be given for an option. */
export function optionKind(property: OptionProperty): string {
  switch (property.type) {
    case "boolean":
      return "true or false";
    case "integer":
      return `whole number from ${property.minimum} to ${property.maximum}`;
    case "array":
      return "list of texts";
  }
}
