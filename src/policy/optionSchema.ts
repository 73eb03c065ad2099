/** The part of JSON Schema that options of rules are described in: it goes into policy.schema.json as it is. */
export type OptionProperty =
  | { readonly type: "boolean"; readonly default: boolean; readonly description: string }
  | {
      readonly type: "integer";
      readonly minimum: number;
      readonly maximum: number;
      readonly default: number;
      readonly description: string;
    }
  | {
      readonly type: "array";
      readonly items: { readonly type: "string"; readonly pattern: string };
      readonly minItems: 1;
      readonly description: string;
    };

export interface OptionSchema {
  readonly type: "object";
  readonly properties: Readonly<Record<string, OptionProperty>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}

/** Options of a rule that takes none. */
export const NO_OPTIONS: OptionSchema = { type: "object", properties: {}, additionalProperties: false };

/** What is wrong with the value of an option, and where in it; undefined if it is right. */
export function optionProblem(
  property: OptionProperty,
  value: unknown,
): { readonly path: readonly number[]; readonly problem: string } | undefined {
  switch (property.type) {
    case "boolean":
      return typeof value === "boolean" ? undefined : { path: [], problem: "must be true or false" };
    case "integer": {
      const { minimum, maximum } = property;
      const fits = typeof value === "number" && Number.isInteger(value) && value >= minimum && value <= maximum;
      return fits ? undefined : { path: [], problem: `must be a whole number from ${minimum} to ${maximum}` };
    }
    case "array": {
      if (!Array.isArray(value) || value.length === 0) return { path: [], problem: "must be a list that is not empty" };
      const pattern = new RegExp(property.items.pattern, "u");
      const index = value.findIndex((item) => typeof item !== "string" || !pattern.test(item));
      return index === -1 ? undefined : { path: [index], problem: `must match ${property.items.pattern}` };
    }
  }
}
