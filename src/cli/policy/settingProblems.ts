import { RULE_IDS, ruleOf } from "../../policy/rules/index.js";
import { type Path, readSettings, type Settings } from "../../policy/settings.js";
import type { RuleId } from "../../policy/types.js";

/** What is wrong with a setting, and with which. */
export interface SettingProblem {
  readonly path: Path;
  readonly problem: string;
}

type Json = Record<string, unknown>;

/** Nobody reads more, and a file of something else could have any number of them. */
const MAX_PROBLEMS = 100;

class Refusal extends Error {
  readonly found: SettingProblem;

  constructor(found: SettingProblem) {
    super(found.problem);
    this.found = found;
  }
}

function attempt(value: unknown): Settings | SettingProblem {
  try {
    return readSettings(value, (path, problem) => {
      throw new Refusal({ path, problem });
    });
  } catch (error) {
    if (error instanceof Refusal) return error.found;
    throw error;
  }
}

/** Takes out what was refused, and as little else as possible, so that the rest can be looked at. */
function prune(root: Json, path: Path): void {
  const [top, id, index, key] = path as readonly string[];
  if (top === undefined) return;
  const rules = root[top] as Json;
  if (id === undefined) {
    delete root[top];
    return;
  }
  const pair = rules[id];
  if (!Array.isArray(pair) || index === undefined || pair.length !== 2) {
    delete rules[id];
  } else if (key !== undefined) {
    delete (pair[1] as Json)[key];
  } else if (Number(index) === 1 && pair[0] === "off" && pair[1] !== null && typeof pair[1] === "object") {
    // With a reason its other properties can be looked at.
    (pair[1] as Json).reason = "-";
  } else if (Number(index) === 0 && pair[1] !== null && typeof pair[1] === "object") {
    pair[0] = "reason" in pair[1] || "until" in pair[1] ? "off" : "warn";
  } else {
    delete rules[id];
  }
}

/** Whether something is only missing because it was misspelt, or wrong, which has been said. */
function isConsequence({ path }: SettingProblem, earlier: readonly SettingProblem[]): boolean {
  const [top, id, index, key] = path;
  if (top !== "rules" || index !== 1 || key !== undefined) return false;
  const required = ["reason", ...(ruleOf(id as RuleId).options.required ?? [])];
  return earlier.some(
    (other) =>
      other.path[1] === id &&
      other.path.length > 3 &&
      required.some((name) => other.path[3] === name || other.problem.includes(`did you mean "${name}"`)),
  );
}

function missingOptions({ rules }: Settings): SettingProblem[] {
  return RULE_IDS.flatMap((id) => {
    const setting = rules.get(id);
    if (setting === undefined || setting.severity === "off") return [];
    const missing = ruleOf(id).options.required?.find((name) => setting.options?.[name] === undefined);
    if (missing === undefined) return [];
    const example = `["${setting.severity}", { "${missing}": [...] }]`;
    return [{ path: ["rules", id], problem: `${id} needs the option ${missing}: ${example}` }];
  });
}

/** Everything that is wrong with a policy, where the reader of settings stops at the first. */
export function settingProblems(value: unknown): SettingProblem[] {
  const rest: unknown = structuredClone(value);
  const problems: SettingProblem[] = [];
  while (problems.length < MAX_PROBLEMS) {
    const result = attempt(rest);
    if (!("problem" in result)) return [...problems, ...missingOptions(result)];
    if (!isConsequence(result, problems)) problems.push(result);
    if (result.path.length === 0) break;
    prune(rest as Json, result.path);
  }
  return problems;
}
