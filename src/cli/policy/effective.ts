import { isProduction, readPolicyEnvironment } from "../../policy/environment.js";
import { readPolicyFile } from "../../policy/policyFile.js";
import { resolvePolicy } from "../../policy/resolve.js";
import type { ResolvedPolicy } from "../../policy/resolvedPolicy.js";
import { RULE_IDS } from "../../policy/rules/index.js";
import type { PolicyPreset, RuleId } from "../../policy/types.js";
import { EXIT, type Io } from "../io.js";
import { type Effective, effectiveLines } from "./effectiveLines.js";
import { exemptionReport } from "./exemptionLines.js";
import { unusable } from "./problemLines.js";
import { isConfigurationError, policyFileProblems, problemOf } from "./problems.js";
import { effectiveOptions } from "./ruleOptions.js";
import { type Answer, safe, sourceReport } from "./text.js";

function offIn({ rules, exemptions }: ResolvedPolicy): RuleId[] {
  return RULE_IDS.filter((id) => ![...rules, ...exemptions].some((setting) => setting.id === id));
}

function reportOf({ policy, production, file, off }: Effective): object {
  return {
    valid: policy.exemptions.every(({ ended }) => !ended),
    preset: policy.preset,
    production,
    ...(file !== undefined && { file: safe(file) }),
    ...(policy.deadlineMs !== undefined && { deadlineMs: policy.deadlineMs }),
    rules: policy.rules.map(({ id, severity, options, source }) => ({
      id,
      severity,
      options: Object.fromEntries(effectiveOptions(id, options).map(({ name, value }) => [name, value])),
      source: sourceReport(source),
    })),
    exemptions: policy.exemptions.map(({ id, exemption, ended, source }) => ({
      id,
      ...exemptionReport(exemption, ended),
      source: sourceReport(source),
    })),
    off,
  };
}

/**
 * The policy that a credential would get that is constructed here, now.
 *
 * @param preset - what the code is supposed to ask for; `undefined` is code that does not ask
 * @internal
 */
export function effectivePolicy(preset: PolicyPreset | undefined, env: Io["env"]): Answer {
  const environment = readPolicyEnvironment(env);
  const { AZURE_CREDENTIAL_POLICY: file } = environment;
  let policy: ResolvedPolicy;
  try {
    policy = resolvePolicy(preset, environment);
  } catch (error) {
    if (!isConfigurationError(error)) throw error;
    const all = file === undefined ? [] : policyFileProblems(file);
    const { problem } = problemOf(error);
    // What the code asks for is no mistake of the file.
    const byCode = /^option policy[^:]{0,80}: /.exec(problem)?.[0];
    if (all.length > 0 || byCode === undefined)
      return unusable(file ?? "policy", all.length > 0 ? all : [problemOf(error)]);
    return unusable(`--preset ${preset}`, [{ problem: problem.slice(byCode.length) }], false);
  }
  const presetLine = file === undefined ? undefined : readPolicyFile(file).lineOf(["preset"]);
  const effective: Effective = {
    policy,
    asked: preset,
    production: isProduction(environment),
    file,
    presetLine,
    off: offIn(policy),
  };
  return {
    exit: policy.exemptions.some(({ ended }) => ended) ? EXIT.nothingFound : EXIT.done,
    report: reportOf(effective),
    lines: (screen) => effectiveLines(effective, screen),
  };
}
