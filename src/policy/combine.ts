import { PolicyConfigurationError } from "./configurationError.js";
import type { LayerSetting } from "./layer.js";
import { RANK } from "./resolvedPolicy.js";
import { ruleOf } from "./rules/index.js";
import type { RuleId } from "./types.js";

/** The place that the option `policy` is called in messages. */
export const OPTION = "option policy";

function loosens(id: RuleId, what: string, file: LayerSetting): never {
  const { kind, name, line } = file.source;
  const where = kind === "file" ? [name, line].filter((part) => part !== undefined).join(":") : `its preset "${name}"`;
  throw new PolicyConfigurationError(
    { name: `${OPTION}, rules["${id}"]` },
    `${what} loosens what the file of AZURE_CREDENTIAL_POLICY demands (${where}); code may tighten a policy, not loosen it`,
  );
}

/**
 * What holds where the option and the file both have a say. By its name a rule is set on purpose, by a preset it is not:
 * so a rule that the file names is not touched by the preset of the code, and code that names a rule must not ask for
 * less than the file.
 *
 * @throws PolicyConfigurationError if the code loosens what the file demands
 */
export function combine(id: RuleId, file: LayerSetting, code: LayerSetting): LayerSetting {
  if (!code.explicit) {
    return !file.explicit && RANK[code.severity] > RANK[file.severity] ? code : file;
  }
  if (RANK[file.severity] === 0) return code;
  if (code.exemption !== undefined) return loosens(id, "an exemption", file);
  if (RANK[code.severity] < RANK[file.severity]) return loosens(id, JSON.stringify(code.severity), file);
  if (code.options === undefined) return { ...code, options: file.options };
  if (ruleOf(id).tightens?.((file.options ?? {}) as never, code.options as never) === false) {
    return loosens(id, "what is set in its options", file);
  }
  return { ...code, options: { ...file.options, ...code.options } };
}
