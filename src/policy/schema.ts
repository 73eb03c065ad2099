import { NO_OPTIONS, type OptionSchema } from "./optionSchema.js";
import { PRESETS } from "./presets.js";
import { RULE_IDS, ruleOf } from "./rules/index.js";

const EXEMPTION = {
  type: "object",
  description: "Why the rule does not hold here, and the last day, in UTC, of that.",
  properties: {
    reason: { type: "string", pattern: "\\S", description: "For whoever asks in a year." },
    until: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "The last day, e.g. 2027-03-01." },
  },
  required: ["reason"],
  additionalProperties: false,
};

const pair = (severities: readonly string[], second: object): object => ({
  type: "array",
  items: [{ enum: severities }, second],
  minItems: 2,
  additionalItems: false,
});

const settingSchema = (options: OptionSchema): object => ({
  anyOf: [
    { enum: ["off", "warn", "error"] },
    pair(["warn", "error"], options),
    pair(["off"], { $ref: "#/definitions/exemption" }),
  ],
});

/** Rules without options share one definition: whoever checks a file waits for less to be compiled. */
function ruleSchema(finds: string, options: OptionSchema): object {
  const description = `Finds ${finds}.`;
  return Object.keys(options.properties).length === 0
    ? { description, allOf: [{ $ref: "#/definitions/rule" }] }
    : { description, ...settingSchema(options) };
}

/** The JSON schema of a policy, out of what the rules say of themselves. */
export function policySchema(): object {
  const rules = RULE_IDS.map((id) => {
    const { finds, options } = ruleOf(id);
    return [id, ruleSchema(finds, options)];
  });
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Credential policy of diagnostic-credential",
    description: "What the file named by AZURE_CREDENTIAL_POLICY holds.",
    type: "object",
    properties: {
      $schema: { type: "string" },
      preset: { enum: PRESETS, default: "auto", description: "What the policy starts from." },
      rules: { type: "object", properties: Object.fromEntries(rules), additionalProperties: false },
    },
    additionalProperties: false,
    definitions: { exemption: EXEMPTION, rule: settingSchema(NO_OPTIONS) },
  };
}
