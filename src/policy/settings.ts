import { isDay } from "./exemption.js";
import { shown, suggestion } from "./nearest.js";
import { optionProblem } from "./optionSchema.js";
import { PRESETS } from "./presets.js";
import { RULE_IDS, ruleOf } from "./rules/index.js";
import type { Exemption, PolicyPreset, RuleId, Severity } from "./types.js";

export type Path = readonly (string | number)[];

/** Says what is wrong and where; it throws. */
export type Refuse = (path: Path, problem: string) => never;

export type Options = Readonly<Record<string, unknown>>;

export interface Setting {
  readonly severity: Severity;
  readonly options?: Options;
  readonly exemption?: Exemption;
}

export interface Settings {
  readonly preset: PolicyPreset | undefined;
  readonly rules: ReadonlyMap<RuleId, Setting>;
}

const SEVERITIES: readonly Severity[] = ["off", "warn", "error"];
/** `$schema` is what editors go by. */
const KEYS = ["preset", "rules", "$schema"];

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function assertKeys(value: object, known: readonly string[], path: Path, what: string, refuse: Refuse): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const hint = known.length === 0 ? "there are none" : suggestion(key, known);
    refuse([...path, key], `there is no ${what} ${shown(key)}; ${hint}`);
  }
}

function readExemption(value: unknown, path: Path, refuse: Refuse): Exemption {
  const needed = 'an exemption says why: ["off", { "reason": "...", "until": "2027-03-01" }]';
  if (!isObject(value)) return refuse(path, needed);
  assertKeys(value, ["reason", "until"], path, "property of an exemption", refuse);
  const { reason, until } = value;
  if (typeof reason !== "string" || reason.trim() === "") return refuse(path, needed);
  if (until === undefined) return { reason };
  if (!isDay(until)) return refuse([...path, "until"], `until must be a day like "2027-03-01", but is ${shown(until)}`);
  return { reason, until };
}

function readOptions(id: RuleId, value: unknown, path: Path, refuse: Refuse): Options {
  const { options: schema } = ruleOf(id);
  if (!isObject(value)) return refuse(path, `the options of ${id} must be an object, but are ${shown(value)}`);
  assertKeys(value, Object.keys(schema.properties), path, `option of ${id}`, refuse);
  const options: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema.properties)) {
    const given = value[name];
    if (given === undefined) {
      if (schema.required?.includes(name) === true) refuse(path, `${id} needs the option ${name}`);
      continue;
    }
    const wrong = optionProblem(property, given);
    if (wrong !== undefined) {
      const bad = wrong.path.reduce<unknown>((list, index) => (list as readonly unknown[])[index], given);
      refuse([...path, name, ...wrong.path], `${name} ${wrong.problem}, but is ${shown(bad)}`);
    }
    // The list of the caller may change later.
    options[name] = Array.isArray(given) ? [...given] : given;
  }
  return options;
}

function readSetting(id: RuleId, value: unknown, path: Path, refuse: Refuse): Setting {
  const pair = Array.isArray(value);
  const given: unknown = pair ? value[0] : value;
  const severity = SEVERITIES.find((known) => known === given);
  if (severity === undefined) {
    return refuse(pair ? [...path, 0] : path, `${shown(given)} is no severity; ${suggestion(given, SEVERITIES)}`);
  }
  if (!pair) return { severity };
  if (value.length !== 2) {
    const example = severity === "off" ? '["off", { "reason": "..." }]' : `["${severity}", { ... }]`;
    return refuse(path, `${id} must be a severity or a list of two, ${example}`);
  }
  return severity === "off"
    ? { severity, exemption: readExemption(value[1], [...path, 1], refuse) }
    : { severity, options: readOptions(id, value[1], [...path, 1], refuse) };
}

/** Reads a policy as it stands in code or in a file; what it does not know it refuses, with the name that was meant. */
export function readSettings(value: unknown, refuse: Refuse): Settings {
  if (typeof value === "string" && !PRESETS.includes(value as PolicyPreset)) {
    return refuse([], `there is no preset ${shown(value)}; ${suggestion(value, PRESETS)}`);
  }
  if (typeof value === "string") return { preset: value as PolicyPreset, rules: new Map() };
  if (!isObject(value)) return refuse([], `a policy is an object with preset and rules, but this is ${shown(value)}`);
  assertKeys(value, KEYS, [], "setting", refuse);
  const { preset, rules = {} } = value;
  if (preset !== undefined && !PRESETS.includes(preset as PolicyPreset)) {
    refuse(["preset"], `there is no preset ${shown(preset)}; ${suggestion(preset, PRESETS)}`);
  }
  if (!isObject(rules)) return refuse(["rules"], `rules must be an object, but is ${shown(rules)}`);
  const settings = new Map<RuleId, Setting>();
  assertKeys(rules, RULE_IDS, ["rules"], "rule", refuse);
  for (const id of RULE_IDS) {
    if (rules[id] !== undefined) settings.set(id, readSetting(id, rules[id], ["rules", id], refuse));
  }
  return { preset: preset as PolicyPreset | undefined, rules: settings };
}
