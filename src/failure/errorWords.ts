import { add } from "./collect.js";
import type { ErrorNode } from "./errorNode.js";
import { WORD } from "./textPatterns.js";

/**
 * Error words in the positions where MSAL and the endpoints put them, of the errors first; at most 24.
 *
 * @param of - the text, and the same in plain
 * @param nodes - the error and its causes
 * @internal
 */
export function wordsOf(
  of: { readonly text: string; readonly plain: string },
  nodes: readonly ErrorNode[],
): readonly string[] {
  const found: string[] = [];
  for (const { errorCode } of nodes) {
    if (errorCode !== undefined && found.length < 24) add(found, errorCode.slice(0, 100));
  }
  if (!of.plain.includes("_")) return found;
  const { text } = of;
  WORD.lastIndex = 0;
  const start = text.slice(0, 8_000);
  for (let match = WORD.exec(start); match !== null && found.length < 24; match = WORD.exec(start)) {
    add(found, (match[1] ?? match[0]).slice(0, 100));
  }
  return found;
}
