import { describe, expect, test } from "vitest";
import { diagnose } from "../../src/failure/diagnose.js";
import { isFailureKind } from "../../src/failure/kinds.js";
import { RULES } from "../../src/failure/rules/index.js";
import { OAUTH_ERRORS } from "../../src/failure/rules/oauthErrors.js";
import { WORDS } from "../../src/failure/rules/words.js";

describe("rules", () => {
  test.each(RULES.map((rule) => [rule.id, rule] as const))("%s finds its example", (_id, rule) => {
    expect(diagnose(rule.example).kind).toBe(rule.kind);
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))("%s finds its example in a log line", (_id, rule) => {
    if (rule.pattern?.source.startsWith("^")) return;
    expect(diagnose(`2026-03-02T18:25:26.123Z WARN  [worker-3] azure.identity ${rule.example}`).kind).toBe(rule.kind);
  });

  test("ids are unique and name their family", () => {
    const ids = RULES.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z-]+\.[a-z0-9-]+$/.test(id))).toEqual([]);
  });

  test("no pattern has an unbounded quantifier on a class or group", () => {
    const unbounded = RULES.flatMap(({ id, pattern, unless }) =>
      [pattern, unless].filter((regex) => regex !== undefined && /(?<!\\)[*+]/.test(regex.source)).map(() => id),
    );
    expect(unbounded).toEqual([]);
  });

  test.each([...WORDS])("MSAL's %s is %s", (word, kind) => {
    expect(isFailureKind(kind)).toBe(true);
    expect(diagnose(`ClientAuthError: ${word}: See https://aka.ms/msal.js.errors#${word} for details`).kind).toBe(kind);
  });

  test.each([...OAUTH_ERRORS])("an unknown AADSTS number with %s is %s", (word, kind) => {
    expect(diagnose(`AuthenticationRequiredError: ${word}: AADSTS9999998: Something new.`).kind).toBe(kind);
  });
});
