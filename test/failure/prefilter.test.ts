import { describe, expect, test, vi } from "vitest";
import { readEvidence } from "../../src/failure/evidence.js";
import { FACT_WORDS, type FactName } from "../../src/failure/factWords.js";
import { anchorsOf } from "../../src/failure/prefilter/anchors.js";
import { planOf } from "../../src/failure/prefilter/plan.js";
import { Prefilter } from "../../src/failure/prefilter/prefilter.js";
import type { Requirement } from "../../src/failure/prefilter/requirement.js";
import { applies, RULES } from "../../src/failure/rules/index.js";
import type { Signs } from "../../src/failure/signs.js";
import heldOut from "../data/heldOut.json" with { type: "json" };
import messages from "../data/messages.json" with { type: "json" };

describe("words without which a pattern does not match", () => {
  test.each([
    ["invalid client", [[["invalid client"]]]],
    ["invalid client|secret expired", [[["invalid client", "secret expired"]]]],
    ["client secret .{0,80}(?:are|is ) expired", [[["client secret "], [" expired"], ["are", "is "]]]],
    ["client secret .{0,80}token .{0,80}(?:are|is ) expired", [[["client secret "], [" expired"], ["token "]]]],
    ["(?:unable|failed) to read", [[[" to read"], ["unable", "failed"]]]],
    ["(?:unable|failed) to", [[["unable", "failed"], [" to"]]]],
    ["(?:not|un)(?:signed in|known user)", [[["signed in", "known user"]]]],
    ["managed ?identity", [[["managedidentity", "managed identity"]]]],
    ["accounts? found", [[["account found", "accounts found"]]]],
    ["token(?!s of another)", [[["token"]]]],
    ["(?:the )?tenant", [[["tenant"]]]],
    ["\\baz\\.account\\b", [[["az.account"]]]],
    ["[abc]{4}word+s", [[["word"]]]],
    ["words{0,3}", [[["word"]]]],
    ["\\(forbidden\\)", [[["(forbidden)"]]]],
    ["forbidden|403", [[["forbidden", "403"]]]],
    [
      "tenant.{0,60}missing|missing.{0,60}tenant|no scope",
      [[["missing"], ["tenant"]], [["missing"], ["tenant"]], [["no scope"]]],
    ],
    [
      "(?:secret.{0,9}expired|key.{0,9}revoked) x",
      [
        [
          ["expired", "revoked"],
          ["secret", "key"],
        ],
      ],
    ],
    ["forbidden|no", []],
    ["\\d{5}", []],
  ])("%s", (source, words) => {
    expect(anchorsOf(source)).toEqual(words);
  });
});

describe("what a text may meet", () => {
  const prefilterOf = (requirements: readonly Requirement[]): Prefilter => new Prefilter(planOf(requirements));
  const names = (prefilter: Prefilter, text: string, count: number): number[] =>
    Array.from({ length: count }, (_, index) => index).filter((index) => prefilter.scan(text).has(index));

  test("all phrases and the pattern are looked at, and where nothing is named anything may do", () => {
    const prefilter = prefilterOf([
      { phrases: ["first phrase", ["one", "other"]] },
      { pattern: /second pattern|third pattern/ },
      { pattern: /\d+/ },
      { phrases: [["fourth", "fifth one"]] },
    ]);
    expect(names(prefilter, "", 4)).toEqual([2]);
    expect(names(prefilter, "first phrase", 4)).toEqual([2]);
    expect(names(prefilter, "the other first phrase", 4)).toEqual([0, 2]);
    expect(names(prefilter, "a third pattern", 4)).toEqual([1, 2]);
    expect(names(prefilter, "fourth", 4)).toEqual([2, 3]);
    expect(names(prefilter, "first phras, second patter, fourt", 4)).toEqual([2]);
  });

  test("of a subject and its trouble both must be there, in one of the ways to say it", () => {
    const prefilter = prefilterOf([{ pattern: /tenant.{0,9}missing|secret.{0,9}expired/ }, { pattern: /pem|\bpfx\b/ }]);
    expect(names(prefilter, "tenant and secret", 2)).toEqual([]);
    expect(names(prefilter, "the tenant has expired", 2)).toEqual([]);
    expect(names(prefilter, "the tenant is missing", 2)).toEqual([0]);
    expect(names(prefilter, "a secret that expired, of another tenant", 2)).toEqual([0]);
    expect(names(prefilter, "pem", 2)).toEqual([1]);
    expect(names(prefilter, "a file.pfx", 2)).toEqual([1]);
    expect(names(prefilter, "pe m", 2)).toEqual([]);
  });

  test("a group that was read before is read the same way again", () => {
    const group = "(?:client secret|client certificate|client assertion)";
    const known = new Map();
    const source = `${group} missing|missing ${group}s|${group}`;
    expect(anchorsOf(source, known)).toEqual(anchorsOf(source));
    expect(anchorsOf(`x${group}{0,1} invalid value`, known)).toEqual([[[" invalid value"]]]);
  });

  test("positions are found in order, far beyond one word of bits", () => {
    const prefilter = prefilterOf(Array.from({ length: 100 }, (_, index) => ({ phrases: [`word-${index}-`] })));
    const found = prefilter.scan("word-31- word-32- word-64- word-99- word-5-");
    const seen: number[] = [];
    for (let at = found.next(0, 100); at < 100; at = found.next(at + 1, 100)) seen.push(at);
    expect(seen).toEqual([5, 31, 32, 64, 99]);
    expect(found.next(33, 64)).toBe(64);
  });

  test("what was written before does not show in a shorter text, and characters of any width count", () => {
    const prefilter = prefilterOf([{ phrases: ["expired"] }, { phrases: ["“expired”"] }]);
    expect(names(prefilter, "the secret is expired", 2)).toEqual([0]);
    expect(names(prefilter, "the secret is expir", 2)).toEqual([]);
    expect(names(prefilter, "ĥthe secret is “expired”", 2)).toEqual([0, 1]);
    // The low bytes of these characters spell the word.
    expect(names(prefilter, "ťŸŰũŲťŤ", 2)).toEqual([]);
  });

  test("a rule that applies is always tried", () => {
    const prefilter = prefilterOf(RULES);
    let applied = 0;
    for (const { text } of [...messages, ...heldOut, ...RULES.map(({ example }) => ({ text: example }))]) {
      const { plain } = readEvidence(text);
      const found = prefilter.scan(plain);
      RULES.forEach((rule, index) => {
        if (!applies(rule, plain, true)) return;
        applied++;
        expect(found.has(index), rule.id).toBe(true);
      });
    }
    expect(applied).toBeGreaterThan(RULES.length);
  }, 120_000);
});

test("the signs of a text are the same before the rules are read and after", async () => {
  vi.resetModules();
  const fresh = await import("../../src/failure/signs.js");
  const shown = (signs: Signs): unknown => [
    signs.host,
    signs.credentialHint,
    signs.managedIdentity,
    ...(Object.keys(FACT_WORDS) as FactName[]).map((name) => signs.has(name)),
  ];
  const texts = messages.map(({ text }) => readEvidence(text).plain);
  const before = texts.map((plain) => shown(new fresh.Signs(plain)));
  expect(new fresh.Signs("credentialpolicyerror").rule(false)?.id).toBe("caller.policy-violation");
  expect(texts.map((plain) => shown(new fresh.Signs(plain)))).toEqual(before);
});
