import { RuleTester as RuleTester10 } from "eslint";
import { RuleTester as RuleTester9 } from "eslint-9";
import { afterAll, describe, it } from "vitest";
import { type CredentialLintRuleId, rules } from "../../src/eslint/index.js";

export interface Expected {
  messageId: string;
  data?: Record<string, string>;
  line?: number;
  column?: number;
  suggestions?: { messageId: string; output: string }[];
}

interface Code {
  code: string;
  options?: object[];
  languageOptions?: { sourceType: "commonjs" };
}

export type Valid = string | Code;
export type Invalid = Code & { errors: Expected[] };

for (const tester of [RuleTester10, RuleTester9]) Object.assign(tester, { describe, it, itOnly: it.only, afterAll });

/** Runs the same cases in ESLint 10 and in ESLint 9. */
export function testRule(id: CredentialLintRuleId, valid: Valid[], invalid: Invalid[]): void {
  const languageOptions = { ecmaVersion: "latest", sourceType: "module" } as const;
  describe("ESLint 10", () => new RuleTester10({ languageOptions }).run(id, rules[id], { valid, invalid }));
  describe("ESLint 9", () => new RuleTester9({ languageOptions }).run(id, rules[id], { valid, invalid }));
}

export const commonjs: Pick<Code, "languageOptions"> = { languageOptions: { sourceType: "commonjs" } };

/** An error without a suggestion. */
export const found = (name: string, line = 1) => ({ messageId: "found", data: { name }, line });
export const handedOn = (name: string, line = 1) => ({ messageId: "handedOn", data: { name }, line });
