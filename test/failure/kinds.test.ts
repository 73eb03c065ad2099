import { describe, expect, test } from "vitest";
import { isFailureKind, KINDS } from "../../src/failure/kinds.js";

describe("kinds", () => {
  test("there are 72", () => {
    expect(Object.keys(KINDS).length).toBe(72);
    expect(isFailureKind("throttled")).toBe(true);
    expect(isFailureKind("toString")).toBe(false);
    expect(isFailureKind(7)).toBe(false);
  });

  test.each(Object.entries(KINDS))("%s says what to do", (kind, info) => {
    expect(kind).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(info.summary).toMatch(/^[A-Z][^\n]{10,120}\.$/);
    expect(info.remedies.length).toBeGreaterThan(0);
    for (const remedy of info.remedies) {
      expect(remedy.action).toMatch(/[.!?]$/);
      if (remedy.url !== undefined) expect(new URL(remedy.url).protocol).toBe("https:");
      // A command goes into terminals and tickets: it may show state, never a token.
      if (remedy.command !== undefined) expect(remedy.command).not.toMatch(/accessToken|print.*token|^env$|echo \$/i);
      if (remedy.command?.includes("get-access-token") === true) expect(remedy.command).toContain("--query expiresOn");
    }
  });
});
