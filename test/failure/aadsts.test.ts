import { describe, expect, test } from "vitest";
import { aadstsLink, knownAadsts, lookupAadsts } from "../../src/failure/aadsts.js";
import { diagnose } from "../../src/failure/diagnose.js";
import { rankAadsts } from "../../src/failure/entraCodes.js";
import kinds from "../data/aadstsKinds.json" with { type: "json" };

const CODES = Object.entries(kinds).map(([code, kind]) => [Number(code), kind] as const);

describe("AADSTS numbers", () => {
  test("the table holds all 926", () => {
    expect(knownAadsts()).toEqual(CODES.map(([code]) => code));
    expect(CODES.length).toBe(926);
  });

  test.each(CODES)("AADSTS%i is %s", (code, kind) => {
    const found = diagnose(`AuthenticationRequiredError: invalid_client: AADSTS${code}: Some text. Trace ID: x`);
    expect(found.kind).toBe(kind);
    expect(found.entra?.codes).toEqual([code]);
    const entry = lookupAadsts(code);
    expect(entry?.code).toBe(code);
    expect(entry?.name).toMatch(/^\w+$/);
    expect(entry?.summary).toMatch(/^\S.*\S$/);
    expect(found.owner).toBe(entry?.owner ?? found.owner);
    expect(found.remedies.length).toBeGreaterThan(0);
  });

  test("an unknown number keeps its look-up link", () => {
    expect(lookupAadsts(9_999_998)).toBeUndefined();
    const found = diagnose("invalid_client: AADSTS9999998: Something new.");
    expect(found.kind).toBe("unknown");
    expect(found.remedies[0]).toEqual({
      action: "Look up AADSTS9999998.",
      url: "https://login.microsoftonline.com/error?code=9999998",
    });
    expect(aadstsLink(50076)).toBe("https://login.microsoftonline.com/error?code=50076");
  });

  test("names of the prototype are no codes", () => {
    expect(lookupAadsts("constructor" as unknown as number)).toBeUndefined();
    expect(lookupAadsts(Number.NaN)).toBeUndefined();
  });

  test("of several, the one that explains comes first", () => {
    expect(rankAadsts([70002, 7000215])).toEqual([7000215, 70002]);
    expect(rankAadsts([9_999_998, 50126])).toEqual([50126, 9_999_998]);
    expect(rankAadsts([50000, 50076])).toEqual([50076, 50000]);
    expect(rankAadsts([50076])).toEqual([50076]);
  });
});
