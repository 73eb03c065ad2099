import { statSync } from "node:fs";
import type { Screen } from "../../explain/render/screen.js";
import { isProduction, type PolicyEnvironment, readPolicyEnvironment } from "../../policy/environment.js";
import { hasEnded } from "../../policy/exemption.js";
import { readPolicyFile } from "../../policy/policyFile.js";
import { presetSeverity } from "../../policy/presets.js";
import { RULE_IDS } from "../../policy/rules/index.js";
import type { Exemption, PolicyPreset, RuleId, Severity } from "../../policy/types.js";
import { EXIT, type Io } from "../io.js";
import { UsageError } from "../usageError.js";
import { exemptionLines, exemptionReport } from "./exemptionLines.js";
import { unusable } from "./problemLines.js";
import { policyFileProblems } from "./problems.js";
import { effectiveOptions, optionText } from "./ruleOptions.js";
import { type Answer, paragraph, safe, section, severityText } from "./text.js";

/** A rule that the file names. */
interface Named {
  readonly id: RuleId;
  readonly byPreset: Severity;
  readonly severity: Severity;
  readonly options: Readonly<Record<string, unknown>> | undefined;
  readonly exemption: Exemption | undefined;
  readonly ended: boolean;
  readonly line: number | undefined;
}

interface Checked {
  readonly file: string;
  readonly preset: PolicyPreset;
  readonly production: boolean;
  readonly named: readonly Named[];
}

function assertFile(path: string): void {
  let stat: ReturnType<typeof statSync>;
  try {
    stat = statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new UsageError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"}).`, false);
  }
  if (stat === undefined) throw new UsageError(`There is no file ${path}.`, false);
  if (stat.isDirectory()) throw new UsageError(`${path} is a directory, not a file.`, false);
}

function namedIn(path: string, preset: PolicyPreset, environment: PolicyEnvironment): Named[] {
  const { settings, lineOf } = readPolicyFile(path);
  return RULE_IDS.flatMap((id) => {
    const setting = settings.rules.get(id);
    if (setting === undefined) return [];
    const { exemption, options } = setting;
    const byPreset = presetSeverity(preset, id, environment);
    const ended = exemption !== undefined && hasEnded(exemption, Date.now());
    const severity = ended ? byPreset : setting.severity;
    return [{ id, byPreset, severity, options, exemption, ended, line: lineOf(["rules", id]) }];
  });
}

function hasOwnOptions({ id, options }: Named): boolean {
  const defaults = effectiveOptions(id);
  return effectiveOptions(id, options).some(
    ({ name, value }) => defaults.find((option) => option.name === name)?.value !== value,
  );
}

function isChange(named: Named): boolean {
  return !named.ended && (named.severity !== named.byPreset || (named.severity !== "off" && hasOwnOptions(named)));
}

function changeLines(named: Named, width: number, screen: Screen): string[] {
  const { id, byPreset, severity, exemption, ended, options, line } = named;
  const after = ended ? "" : severityText(severity, screen);
  const change = ended ? " ".repeat(13) : `${severityText(byPreset, screen)} → ${after}`;
  const set = severity === "off" ? [] : effectiveOptions(id, options).filter(({ isDefault }) => !isDefault);
  return [
    `    ${id.padEnd(width)}  ${change}  ${screen.paint("quiet", line === undefined ? "" : `line ${line}`)}`,
    ...(severity === "off" || ended ? exemptionLines(exemption, ended, 6, screen) : []),
    ...(ended ? [] : set.flatMap((option) => paragraph(optionText(option), 6, screen))),
  ];
}

function presetText({ preset, production }: Checked): string {
  if (preset !== "auto") return `preset ${preset}`;
  return `preset auto, here the same as ${production ? "development" : "off"}`;
}

function lines(checked: Checked, screen: Screen): string[] {
  const { file, named } = checked;
  const { paint } = screen;
  const ended = named.filter((setting) => setting.ended);
  const changes = named.filter(isChange);
  const same = named.filter((setting) => !setting.ended && !isChange(setting));
  const width = Math.max(0, ...named.map(({ id }) => id.length));
  const rows = (settings: readonly Named[]): string[] =>
    settings.flatMap((setting) => changeLines(setting, width, screen));
  const title =
    ended.length === 0
      ? paint("heading", `✓ ${safe(file)} can be used`)
      : paint(
          "failure",
          `✗ ${safe(file)} holds ${ended.length === 1 ? "an exemption that has" : "exemptions that have"} ended`,
        );
  return [
    title,
    `  ${presetText(checked)}${named.length === 0 ? ", which the file does not change" : ""}`,
    ...section("Ended exemptions: a violation each, until they are removed", rows(ended), screen),
    ...section("What it changes against the preset", rows(changes), screen),
    ...section(
      "The same as in the preset",
      same.map(
        ({ id, severity, line }) =>
          `    ${id.padEnd(width)}  ${severityText(severity, screen)}          ${paint("quiet", line === undefined ? "" : `line ${line}`)}`,
      ),
      screen,
    ),
  ];
}

function reportOf({ file, preset, named }: Checked): object {
  return {
    valid: named.every(({ ended }) => !ended),
    file: safe(file),
    problems: [],
    preset,
    rules: named.map((setting) => {
      const { id, byPreset, severity, options, exemption, ended, line } = setting;
      return {
        id,
        line,
        preset: byPreset,
        severity,
        changed: isChange(setting),
        options: Object.fromEntries(effectiveOptions(id, options).map(({ name, value }) => [name, value])),
        ...(exemption !== undefined && { exemption: exemptionReport(exemption, ended) }),
      };
    }),
  };
}

/**
 * What is wrong in a policy file, or what it changes.
 *
 * @internal
 */
export function checkPolicyFile(file: string, env: Io["env"]): Answer {
  assertFile(file);
  const problems = policyFileProblems(file);
  if (problems.length > 0) return unusable(file, problems);
  const environment = readPolicyEnvironment(env);
  const preset = readPolicyFile(file).settings.preset ?? "auto";
  const named = namedIn(file, preset, environment);
  const checked: Checked = { file, preset, production: isProduction(environment), named };
  return {
    exit: named.some(({ ended }) => ended) ? EXIT.nothingFound : EXIT.done,
    report: reportOf(checked),
    lines: (screen) => lines(checked, screen),
  };
}
