import { describe, expect, test } from "vitest";
import { diagnose } from "../../src/failure/diagnose.js";
import sentences from "../data/sentences.json" with { type: "json" };

/** Sentences written for the test, of all families, and of neighbours that are none of them. */
describe("what a sentence means, whoever wrote it", () => {
  test.each(sentences.map(({ text, kinds }) => [text.slice(0, 90), text, kinds] as const))(
    "%s",
    (_start, text, kinds) => {
      expect(kinds).toContain(diagnose(text).kind);
    },
  );
});
