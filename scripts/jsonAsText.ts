// Puts large data into dist/ as text: JSON.parse reads it several times as fast as the engine reads the same as code.
import { readFileSync } from "node:fs";
import type { Plugin } from "rolldown";

/** What is smaller may stay code, of which a bundler can leave out what nobody uses. */
const MIN_LENGTH = 10_000;

export const jsonAsText: Plugin = {
  name: "json-as-text",
  load(id) {
    if (!id.endsWith(".json")) return undefined;
    const text = JSON.stringify(JSON.parse(readFileSync(id, "utf8")));
    if (text.length < MIN_LENGTH) return undefined;
    return { code: `export default JSON.parse(${JSON.stringify(text)});`, moduleType: "js" };
  },
};
