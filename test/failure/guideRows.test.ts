import { describe, expect, test } from "vitest";
import { diagnose } from "../../src/failure/diagnose.js";
import { type FailureKind, KINDS } from "../../src/failure/kinds.js";
import rows from "../data/guideRows.json" with { type: "json" };
import messages from "../data/messages.json" with { type: "json" };

/** A row of a troubleshooting guide of one of the SDKs. */
interface GuideRow {
  readonly id: string;
  readonly message: string;
  readonly kinds: readonly string[];
  /** True where `message` is a heading or prose, nothing that an SDK writes. */
  readonly heading?: boolean;
  readonly mitigations: readonly string[];
  readonly messageIds?: readonly string[];
}

const ROWS = rows as readonly GuideRow[];
const TEXTS = new Map(messages.map(({ id, text }) => [id, text]));

/** Words of an advice by their first letters, so that forms of a word count as one. */
function stems(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  return new Set(words.map((word) => word.slice(0, 5)).filter((stem) => !COMMON.has(stem)));
}
const COMMON = new Set(
  "check that this with from have make sure ensur which should your azure than then when only does into also must the".split(
    " ",
  ),
);

function adviceFor(row: GuideRow): Set<string> {
  const texts = [row.message, ...(row.messageIds ?? []).map((id) => TEXTS.get(id) ?? "")];
  const remedies = texts.flatMap((text) => [...diagnose(text).remedies]);
  for (const kind of row.kinds) remedies.push(...KINDS[kind as FailureKind].remedies);
  return stems(remedies.map(({ action, command = "" }) => `${action} ${command}`).join(" "));
}

describe("the troubleshooting guides", () => {
  test("all rows are here", () => {
    expect(ROWS.length).toBe(231);
  });

  test.each(ROWS.filter((row) => row.heading !== true).map((row) => [row.id, row] as const))("%s: %#", (_id, row) => {
    expect(row.kinds).toContain(diagnose(row.message).kind);
  });

  test.each(ROWS.flatMap((row) => (row.messageIds ?? []).map((id) => [row.id, id, row] as const)))(
    "%s: %s",
    (_row, id, row) => {
      expect(row.kinds).toContain(diagnose(TEXTS.get(id) ?? "").kind);
    },
  );

  test("their advice is among the remedies, in substance", () => {
    // Advice that depends on what the row's heading says and its text does not.
    const heading = new Set(["java-042", "java-045", "net-031"]);
    const strange = ROWS.filter((row) => row.kinds.length > 0 && !heading.has(row.id)).filter((row) => {
      const known = adviceFor(row);
      return !row.mitigations.some((mitigation) => {
        const asked = [...stems(mitigation)];
        return asked.filter((stem) => known.has(stem)).length >= Math.min(2, asked.length);
      });
    });
    expect(strange.map(({ id, mitigations }) => `${id}: ${mitigations.join(" ")}`)).toEqual([]);
  });
});
