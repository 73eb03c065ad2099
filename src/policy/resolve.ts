import { combine, OPTION } from "./combine.js";
import { PolicyConfigurationError } from "./configurationError.js";
import type { PolicyEnvironment } from "./environment.js";
import { type Layer, type LayerSetting, settingOf } from "./layer.js";
import { readPolicyFile } from "./policyFile.js";
import { PRODUCTION_DEADLINE_MS } from "./presets.js";
import type { ResolvedExemption, ResolvedPolicy, ResolvedRule } from "./resolvedPolicy.js";
import { RULE_IDS, ruleOf } from "./rules/index.js";
import { readSettings } from "./settings.js";
import type { PolicyConfig, PolicyPreset, RuleId } from "./types.js";

const pathText = (path: readonly (string | number)[]): string =>
  path
    .map((part, index) =>
      /^[A-Za-z]\w*$/.test(String(part)) ? `${index > 0 ? "." : ""}${part}` : `[${JSON.stringify(part)}]`,
    )
    .join("");

function codeLayer(option: PolicyPreset | PolicyConfig | undefined): Layer | undefined {
  if (option === undefined) return undefined;
  const settings = readSettings(option, (path, problem) => {
    const place = path.length === 0 ? OPTION : `${OPTION}, ${pathText(path)}`;
    throw new PolicyConfigurationError({ name: place }, problem);
  });
  return { preset: settings.preset ?? "auto", settings, kind: "option", name: "policy", lineOf: () => undefined };
}

function fileLayer({ AZURE_CREDENTIAL_POLICY: path }: PolicyEnvironment): Layer | undefined {
  if (path === undefined) return undefined;
  const { settings, lineOf } = readPolicyFile(path);
  return { preset: settings.preset ?? "auto", settings, kind: "file", name: path, lineOf };
}

const NOTHING: Layer = {
  preset: "auto",
  settings: { preset: undefined, rules: new Map() },
  kind: "option",
  name: "policy",
  lineOf: () => undefined,
};

function ruleFrom(id: RuleId, { severity, options, source }: LayerSetting): ResolvedRule | undefined {
  if (severity === "off") return undefined;
  const rule = ruleOf(id);
  const missing = rule.options.required?.find((name) => options?.[name] === undefined);
  if (missing !== undefined) {
    const name = source.kind === "file" ? source.name : `${OPTION}, rules["${id}"]`;
    const file = source.kind === "file" ? source.name : undefined;
    const problem = `${id} needs the option ${missing}: ["${severity}", { "${missing}": [...] }]`;
    throw new PolicyConfigurationError({ name, file, line: source.line }, problem);
  }
  return { id, severity, options: options ?? {}, source, rule };
}

function exemptionFrom(id: RuleId, setting: LayerSetting): ResolvedExemption | undefined {
  const { severity, exemption, ended = false, explicit, source } = setting;
  if (!explicit || (severity !== "off" && !ended)) return undefined;
  return { id, exemption, ended, severity: severity === "off" ? "warn" : severity, source };
}

/** Asking for no policy where the platform demands one is a mistake that its author should hear of. */
function assertNotOff(code: Layer | undefined, file: Layer | undefined): void {
  if (file === undefined || code?.settings.preset !== "off") return;
  const demands = file.preset !== "off" || [...file.settings.rules.values()].some(({ severity }) => severity !== "off");
  if (!demands) return;
  const problem = `preset "off" loosens the policy of ${file.name}, the file of AZURE_CREDENTIAL_POLICY; code may tighten a policy, not loosen it`;
  throw new PolicyConfigurationError({ name: OPTION }, problem);
}

/** `auto` may turn out to be nothing, so it is less than `development`. */
const STRICTNESS: readonly PolicyPreset[] = ["off", "auto", "development", "production"];

/**
 * The policy that holds for a credential: of the option, of the file that AZURE_CREDENTIAL_POLICY names, or of both.
 *
 * @param option - the option `policy` as given
 * @param environment - as it is now; it is not read again
 * @param now - for exemptions that end
 * @throws PolicyConfigurationError, a TypeError, if the option or the file cannot be used
 * @internal
 */
export function resolvePolicy(
  option: PolicyPreset | PolicyConfig | undefined,
  environment: PolicyEnvironment,
  now: number = Date.now(),
): ResolvedPolicy {
  const code = codeLayer(option);
  const file = fileLayer(environment);
  assertNotOff(code, file);
  const rules: ResolvedRule[] = [];
  const exemptions: ResolvedExemption[] = [];
  for (const id of RULE_IDS) {
    const byCode = settingOf(code ?? NOTHING, id, environment, now);
    const byFile = file && settingOf(file, id, environment, now);
    const setting = byFile === undefined ? byCode : code === undefined ? byFile : combine(id, byFile, byCode);
    const rule = ruleFrom(id, setting);
    if (rule !== undefined) rules.push(rule);
    const exemption = exemptionFrom(id, setting);
    if (exemption !== undefined) exemptions.push(exemption);
  }
  const presets = [file?.preset, code?.preset ?? (file ? undefined : "auto")];
  const preset = STRICTNESS.findLast((name) => presets.includes(name)) ?? "auto";
  return {
    preset,
    rules,
    exemptions,
    deadlineMs: preset === "production" ? PRODUCTION_DEADLINE_MS : undefined,
    isActive: rules.length > 0 || exemptions.some(({ ended }) => ended),
    callRules: rules.filter(({ rule }) => rule.call !== undefined),
    tokenRules: rules.filter(({ rule }) => rule.token !== undefined),
  };
}
