import type { Screen } from "../../explain/render/screen.js";
import { readPolicyEnvironment } from "../../policy/environment.js";
import { presetSeverity } from "../../policy/presets.js";
import { ruleOf } from "../../policy/rules/index.js";
import type { Rule } from "../../policy/rules/rule.js";
import type { RuleId, Severity } from "../../policy/types.js";
import { EXIT } from "../io.js";
import { optionKind } from "./ruleOptions.js";
import { type Answer, paragraph, section, severityText } from "./text.js";

const PRODUCTION = readPolicyEnvironment({ NODE_ENV: "production" });
const ELSEWHERE = readPolicyEnvironment({});

function severitiesOf(id: RuleId): Readonly<Record<string, Severity>> {
  return {
    production: presetSeverity("production", id, ELSEWHERE),
    development: presetSeverity("development", id, ELSEWHERE),
    autoInProduction: presetSeverity("auto", id, PRODUCTION),
    autoElsewhere: presetSeverity("auto", id, ELSEWHERE),
    off: presetSeverity("off", id, ELSEWHERE),
  };
}

const LABELS: Readonly<Record<string, string>> = {
  autoInProduction: "auto, in production",
  autoElsewhere: "auto, elsewhere",
};

function whenOf({ construction, call, token, winner }: Rule): string[] {
  return [
    ...(construction === undefined ? [] : ["when the credential is constructed"]),
    ...(call === undefined ? [] : ["before each call"]),
    ...(token === undefined ? [] : ["on each token"]),
    ...(winner === undefined ? [] : ["on a token from another member of a chain than before"]),
  ];
}

function optionLines({ options }: Rule, screen: Screen): string[] {
  return Object.entries(options.properties).flatMap(([name, property]) => {
    const needed = options.required?.includes(name) === true ? ", needed" : "";
    const fallback = "default" in property ? `, default ${property.default}` : "";
    const kind = `(${optionKind(property)}${needed}${fallback})`;
    const [first = "", ...more] = paragraph(`${name} ${kind}`, 4, screen);
    // Painted after wrapping, since colours have no width.
    const named = first.replace(name, () => screen.paint("command", name));
    return [named, ...more, ...paragraph(property.description, 6, screen)];
  });
}

function severityLines(id: RuleId, screen: Screen): string[] {
  const entries = Object.entries(severitiesOf(id)).map(([key, severity]) => [LABELS[key] ?? key, severity] as const);
  const width = Math.max(...entries.map(([preset]) => preset.length));
  return entries.map(
    ([preset, severity]) => `    ${preset.padEnd(width)}  ${severityText(severity, screen).trimEnd()}`,
  );
}

function lines(rule: Rule, screen: Screen): string[] {
  const { id, finds, why, fix, url, limits } = rule;
  const link = screen.link(url, screen.width - 4).map((line) => `    ${line}`);
  const fixes = paragraph(fix, 4, screen).map((line) => `    ${screen.paint("remedy", line.trimStart())}`);
  return [
    screen.paint("heading", id),
    ...paragraph(`Finds ${finds}.`, 2, screen),
    ...section("Why", [...paragraph(why, 4, screen), ...link], screen),
    ...section("How to fix it", fixes, screen),
    ...section("When it looks", paragraph(whenOf(rule).join(", "), 4, screen), screen),
    ...section("Options", optionLines(rule, screen), screen),
    ...section("Severity in each preset", severityLines(id, screen), screen),
    ...section("What it cannot see", limits === undefined ? [] : paragraph(limits, 4, screen), screen),
  ];
}

/**
 * What a rule says of itself.
 *
 * @internal
 */
export function explainRule(id: RuleId): Answer {
  const rule = ruleOf(id);
  const { finds, why, fix, url, limits, options } = rule;
  const severities = severitiesOf(id);
  const report = { id, finds, why, fix, url, limits, when: whenOf(rule), severities, options };
  return { exit: EXIT.done, report, lines: (screen) => lines(rule, screen) };
}
