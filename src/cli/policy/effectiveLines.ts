import type { Screen } from "../../explain/render/screen.js";
import type { ResolvedExemption, ResolvedPolicy, ResolvedRule } from "../../policy/resolvedPolicy.js";
import { RULE_IDS } from "../../policy/rules/index.js";
import type { PolicyPreset, RuleId } from "../../policy/types.js";
import { exemptionLines } from "./exemptionLines.js";
import { effectiveOptions, optionText } from "./ruleOptions.js";
import { type Answer, paragraph, safe, section, severityText, sourceText } from "./text.js";

/** The policy of an environment, with what it follows from. */
export interface Effective {
  readonly policy: ResolvedPolicy;
  /** What the code is supposed to ask for. */
  readonly asked: PolicyPreset | undefined;
  readonly production: boolean;
  readonly file: string | undefined;
  /** Where the file sets its preset. */
  readonly presetLine: number | undefined;
  readonly off: readonly RuleId[];
}

const ID_WIDTH = Math.max(...RULE_IDS.map((id) => id.length));

/** A column of ids, then a place: on a line of its own where it does not fit. */
function row(left: string, leftWidth: number, id: string, place: string, { width, paint }: Screen): string[] {
  const room = width - leftWidth - ID_WIDTH - 2;
  const shown = paint("quiet", place);
  return place.length <= room
    ? [`${left}${id.padEnd(ID_WIDTH)}  ${shown}`]
    : [`${left}${id}`, `${" ".repeat(leftWidth)}${shown}`];
}

function ruleLines({ id, severity, options, source }: ResolvedRule, ended: boolean, screen: Screen): string[] {
  const place = `${sourceText(source)}${ended ? ", as its exemption has ended" : ""}`;
  return [
    ...row(`    ${severityText(severity, screen)}  `, 11, id, place, screen),
    ...effectiveOptions(id, options).flatMap((option) => paragraph(optionText(option), 11, screen)),
  ];
}

function exemptLines({ id, exemption, ended, source }: ResolvedExemption, screen: Screen): string[] {
  return [...row("    ", 4, id, sourceText(source), screen), ...exemptionLines(exemption, ended, 6, screen)];
}

function factLines({ policy, asked, production, file, presetLine }: Effective, screen: Screen): string[] {
  const where = production
    ? "In production, as NODE_ENV or AZURE_FUNCTIONS_ENVIRONMENT says."
    : "Not in production, as far as NODE_ENV and AZURE_FUNCTIONS_ENVIRONMENT say.";
  const line = presetLine === undefined ? "" : `, its preset in line ${presetLine}`;
  const seconds = (policy.deadlineMs ?? 0) / 1000;
  return [
    ...(asked === undefined ? [] : paragraph(`If the code asked for the preset ${asked}.`, 2, screen)),
    ...paragraph(where, 2, screen),
    ...paragraph(
      file === undefined ? "No file: AZURE_CREDENTIAL_POLICY is not set." : `File: ${safe(file)}${line}.`,
      2,
      screen,
    ),
    ...paragraph(seconds === 0 ? "No deadline." : `Deadline of getToken: ${seconds} seconds.`, 2, screen),
  ];
}

/** The effective policy for a person. */
export function effectiveLines(effective: Effective, screen: Screen): ReturnType<Answer["lines"]> {
  const { policy, off } = effective;
  const { rules, exemptions, preset } = policy;
  const ended = exemptions.filter((exemption) => exemption.ended);
  const exempt = exemptions.filter((exemption) => !exemption.ended);
  const rows = (list: readonly ResolvedExemption[]): string[] => list.flatMap((each) => exemptLines(each, screen));
  const number = rules.length === 0 ? "no rules" : `${rules.length} ${rules.length === 1 ? "rule" : "rules"}`;
  const onRows = rules.flatMap((rule) =>
    ruleLines(
      rule,
      ended.some(({ id }) => id === rule.id),
      screen,
    ),
  );
  return [
    `${screen.paint("heading", `Preset ${preset}`)}${screen.paint("quiet", " · ")}${number}`,
    ...factLines(effective, screen),
    ...section("Ended exemptions: a violation each, until they are removed", rows(ended), screen),
    ...section("Rules", onRows, screen),
    ...section("Exempt", rows(exempt), screen),
    ...section("Off", off.length === 0 ? [] : paragraph(off.join(", "), 4, screen), screen),
  ];
}
