import { describe, expect, test } from "vitest";
import { diagnose } from "../../src/failure/diagnose.js";
import heldOut from "../data/heldOut.json" with { type: "json" };

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly alsoFair?: readonly string[];
  readonly text: string;
}

const ROWS = heldOut as readonly Row[];

describe("failures as users met them, in all languages and tools", () => {
  test.each(ROWS.map((row) => [row.id, row] as const))("%s", (_id, row) => {
    expect([row.kind, ...(row.alsoFair ?? [])]).toContain(diagnose(row.text).kind);
  });

  test("nearly all get the first choice", () => {
    const exact = ROWS.filter((row) => diagnose(row.text).kind === row.kind);
    expect(exact.length / ROWS.length).toBeGreaterThan(0.95);
  });
});
