import { describe, expect, test } from "vitest";
import { knownAadsts } from "../../src/failure/aadsts.js";
import { diagnose } from "../../src/failure/diagnose.js";
import type { Remedy } from "../../src/failure/types.js";

/** Number, and what the message says beside it. */
const advice = (code: number, said = ""): readonly Remedy[] => diagnose(`AADSTS${code}: ${said}`).remedies;
const ID = "83366428-1111-4222-8333-9e8d7c6b5a49";

/** Words by their first letters, without those that say nothing. */
function stems(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  return new Set(
    words.map((word) => word.slice(0, 5)).filter((stem) => !/^(?:that|this|with|have|from|check)$/.test(stem)),
  );
}

function alike(one: string, other: string): number {
  const [a, b] = [stems(one), stems(other)];
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

describe("every number", () => {
  test.each(knownAadsts())("AADSTS%i: each thing to do once", (code) => {
    const remedies = advice(code);
    expect(remedies.length).toBeGreaterThan(0);
    const commands = remedies.flatMap(({ command }) => command ?? []);
    expect(new Set(commands).size).toBe(commands.length);
    for (const [index, { action }] of remedies.entries()) {
      expect(action).toMatch(/^[A-Z][^\n<]{5,250}\.$/);
      for (const { action: earlier } of remedies.slice(0, index)) expect(alike(action, earlier)).toBeLessThan(0.8);
    }
  });
});

describe("a command is of the thing that is said beside it", () => {
  test.each([
    [7000229, `az ad sp create --id ${ID}`],
    [700016, `az ad app show --id ${ID} --query "{name:displayName,audience:signInAudience}"`],
    [7000222, `az ad app credential list --id ${ID} --query "[].{id:keyId,hint:hint,end:endDateTime}"`],
    [65001, `az ad app permission admin-consent --id ${ID}`],
    [700054, `az ad app update --id ${ID} --enable-id-token-issuance true`],
    [
      50011,
      `az ad app show --id ${ID} --query "{web:web.redirectUris,spa:spa.redirectUris,native:publicClient.redirectUris}"`,
    ],
    [7000112, `az ad sp show --id ${ID} --query "{name:displayName,enabled:accountEnabled}"`],
  ])("AADSTS%i", (code, command) => {
    expect(advice(code, `The application '${ID}'`)[0]?.command).toBe(command);
  });

  test.each([9001023, 50017, 501461, 53003, 50126, 900144])("AADSTS%i has none to show", (code) => {
    expect(advice(code).flatMap(({ command }) => command ?? [])).toEqual([]);
  });
});

test("a number’s advice is all there is, and its page the one to read", () => {
  expect(advice(7000222).map(({ action }) => action)).toEqual([
    "Create a new secret and roll it out; the list shows which ones have ended.",
    "Replace secrets for good by a managed identity, workload identity federation or a certificate.",
  ]);
  expect(advice(90100)[0]?.url).toBe("https://login.microsoftonline.com/error?code=90100");
});

test("a tenant is looked for in the cloud that was asked", () => {
  const text =
    "AADSTS90002: Tenant '11111111-2222-4333-8444-555555555555' not found. https://login.microsoftonline.us/";
  expect(diagnose(text).remedies[0]?.command).toContain("https://login.microsoftonline.us/11111111-2222-4333-8444");
});

test("without a number, none is to be looked up", () => {
  const { remedies } = diagnose("invalid_request: The client_id parameter is required");
  expect(remedies.map(({ action }) => action).join("\n")).not.toContain("AADSTS");
});
