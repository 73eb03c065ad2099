import { relative, sep } from "node:path";
import { type Condition, parseCondition } from "./conditions.js";
import type { RuleContext } from "./linter.js";

/**
 * Options of the rules.
 *
 * @public
 * @since 0.1.0
 */
export interface CredentialLintOptions {
  /**
   * Regular expressions; a file is not checked if one of them matches its path, relative to the directory the linter runs
   * in, with forward slashes. For globs use the linter's own `files` and `ignores`.
   */
  allowInFiles?: readonly string[];
  /**
   * Conditions under which code does not run in production: `name`, `!name`, `name === 'text'` or `name !== 'text'`, e.g.
   * `process.env.NODE_ENV !== 'production'`. What runs only where one of them holds is allowed.
   */
  allowConditions?: readonly string[];
  /** Modules that export the credentials of `@azure/identity` again, e.g. `@contoso/azure`. */
  packages?: readonly string[];
}

const strings = (description: string) => ({ type: "array", items: { type: "string" }, uniqueItems: true, description });

/** The schema of the options, with those that only one rule has. @internal */
export function schemaOf(more: Record<string, object> = {}): object[] {
  const properties = {
    allowInFiles: strings("Regular expressions of paths that are not checked."),
    allowConditions: strings("Conditions under which code does not run in production."),
    packages: strings("Modules that export the credentials of @azure/identity again."),
    ...more,
  };
  return [{ type: "object", properties, additionalProperties: false }];
}

/** The options of a rule, read. @internal */
export interface Settings {
  readonly skipped: boolean;
  readonly conditions: readonly Condition[];
  readonly packages: ReadonlySet<string>;
}

/**
 * @throws Error if an expression or a condition cannot be read, so that a typing error does not switch a rule off
 * @internal
 */
export function settingsOf(context: RuleContext): Settings {
  const {
    allowInFiles = [],
    allowConditions = [],
    packages = [],
  } = (context.options[0] ?? {}) as CredentialLintOptions;
  const path = relative(context.cwd, context.filename).split(sep).join("/");
  const patterns = allowInFiles.map((pattern) => {
    try {
      return new RegExp(pattern, "u");
    } catch (error) {
      throw new Error(`allowInFiles: ${JSON.stringify(pattern)} is no regular expression.`, { cause: error });
    }
  });
  return {
    skipped: patterns.some((pattern) => pattern.test(path)),
    conditions: allowConditions.map(parseCondition),
    packages: new Set(["@azure/identity", ...packages]),
  };
}
