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
    const cut = name.startsWith("cut");
    // What is left after a cut may say less, and then nothing more may be read into it; all else must be kept.
    const vague = lost.filter((line) => cut && /-> (?:unknown|no_credential_available)$/.test(line));
    expect(vague.length, vague.join("\n")).toBeLessThanOrEqual(Math.ceil(tried * 0.06));
    const wrong = lost.filter((line) => !vague.includes(line));
    expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(Math.ceil(tried * (cut ? 0.02 : 0.006)));
  });
});
