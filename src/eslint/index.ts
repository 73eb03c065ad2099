/**
 * Rules for ESLint 9 and 10 and for oxlint: the counterpart, in source code, of the policy that is checked at run time.
 *
 * @packageDocumentation
 */

import { VERSION } from "../version.js";
import type { CredentialLintRule } from "./lintRule.js";
import { noClientSecret } from "./rules/noClientSecret.js";
import { noDefaultAzureCredential } from "./rules/noDefaultAzureCredential.js";
import { noDeveloperCredential } from "./rules/noDeveloperCredential.js";
import { noInteractiveCredential } from "./rules/noInteractiveCredential.js";
import { noPassword } from "./rules/noPassword.js";

export type { CredentialLintRule, CredentialLintVisitor } from "./lintRule.js";
export type { CredentialLintOptions } from "./options.js";

/**
 * The rules by their names, which are those of the policy.
 *
 * @public
 * @since 0.1.0
 */
export const rules: Record<CredentialLintRuleId, CredentialLintRule> = {
  "no-client-secret": noClientSecret,
  "no-default-azure-credential": noDefaultAzureCredential,
  "no-developer-credential": noDeveloperCredential,
  "no-interactive-credential": noInteractiveCredential,
  "no-password": noPassword,
};

/**
 * The names of the rules.
 *
 * @public
 * @since 0.1.0
 */
export type CredentialLintRuleId =
  | "no-client-secret"
  | "no-default-azure-credential"
  | "no-developer-credential"
  | "no-interactive-credential"
  | "no-password";

/**
 * A configuration, for the array of `eslint.config.js`.
 *
 * @public
 * @since 0.1.0
 */
export interface CredentialLintConfig {
  name: string;
  plugins: Record<string, CredentialLintPlugin>;
  rules: Record<string, ["error" | "warn", ...object[]]>;
}

/**
 * The plugin.
 *
 * @public
 * @since 0.1.0
 */
export interface CredentialLintPlugin {
  meta: { name: string; version: string; namespace: string };
  rules: Record<CredentialLintRuleId, CredentialLintRule>;
}

const NAME = "diagnostic-credential";

/**
 * The name and version of the plugin.
 *
 * @public
 * @since 0.1.0
 */
export const meta: CredentialLintPlugin["meta"] = { name: NAME, version: VERSION, namespace: NAME };

const plugin: CredentialLintPlugin & { configs: typeof configs } = { meta, rules, configs: undefined as never };

function config(name: string, options: object[]): CredentialLintConfig {
  return {
    name: `${NAME}/${name}`,
    plugins: { [NAME]: plugin },
    rules: Object.fromEntries(
      Object.keys(rules).map((id) => [
        `${NAME}/${id}`,
        [id === "no-client-secret" ? ("warn" as const) : ("error" as const), ...options],
      ]),
    ),
  };
}

/**
 * `strict` allows nothing. `recommended` allows what only runs where `process.env.NODE_ENV` is not `"production"`, which is
 * what the policy at run time takes for production, too. The severities are those of the production policy.
 *
 * @public
 * @since 0.1.0
 */
export const configs: { recommended: CredentialLintConfig; strict: CredentialLintConfig } = {
  recommended: config("recommended", [{ allowConditions: ["process.env.NODE_ENV !== 'production'"] }]),
  strict: config("strict", []),
};
plugin.configs = configs;

// oxlint takes a plugin's default export only.
export default plugin;
