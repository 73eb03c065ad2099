// Passes if it compiles: what the plugin exports fits the types of ESLint 10 and of ESLint 9, without a cast.
import type { ESLint, Linter, Rule } from "eslint";
import { defineConfig } from "eslint/config";
import type { ESLint as ESLint9, Linter as Linter9 } from "eslint-9";
import plugin, { type CredentialLintOptions, configs, meta, rules } from "../../src/eslint/index.js";

export const asPlugin: ESLint.Plugin = plugin;
export const asPlugin9: ESLint9.Plugin = plugin;
export const asRule: Rule.RuleModule = rules["no-client-secret"];
export const asConfig: Linter.Config[] = [configs.recommended, configs.strict];
export const asConfig9: Linter9.Config[] = [configs.recommended, configs.strict];
export const name: string = meta.name;
const options: CredentialLintOptions = { allowInFiles: ["^scripts/"] };
export const defined = defineConfig([
  plugin.configs.recommended,
  {
    plugins: { "diagnostic-credential": plugin },
    rules: { "diagnostic-credential/no-default-azure-credential": ["error", options] },
  },
]);
