import { describe, expect, test } from "vitest";
import { diagnose } from "../../src/failure/diagnose.js";
import heldOut from "../data/heldOut.json" with { type: "json" };
import messages from "../data/messages.json" with { type: "json" };
import { MUTATIONS } from "./mutations.js";

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly alsoFair?: readonly string[];
  readonly text: string;
}

const ROWS = [...(messages as readonly Row[]), ...(heldOut as readonly Row[])].map((row) => ({
  ...row,
  found: diagnose(row.text).kind,
}));

describe("what a text goes through changes nothing", () => {
  test.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))("%s", (name, { apply }) => {
    let tried = 0;
    const lost: string[] = [];
    for (const row of ROWS) {
      const text = apply(row.text);
      if (text === undefined) continue;
      tried++;
      const { kind } = diagnose(text);
      if (![row.found, row.kind, ...(row.alsoFair ?? [])].includes(kind))
        lost.push(`${row.id}: ${row.found} -> ${kind}`);
    }
    expect(tried).toBeGreaterThan(3);
    // A cut may take the telling word; all else must be kept.
    const bound = name.startsWith("cut") ? 0.05 : 0.006;
    expect(lost.length, lost.join("\n")).toBeLessThanOrEqual(Math.ceil(tried * bound));
  });
});
