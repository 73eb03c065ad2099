import { add } from "./collect.js";
import type { ErrorNode } from "./errorNode.js";
import type { Signs } from "./signs.js";
import { AADSTS, ERROR_LIST } from "./textPatterns.js";

/**
 * AADSTS numbers of a text and of the errors it came from, in order of appearance, without repetition; at most 8.
 *
 * @param text - the text
 * @param signs - what the text may be about
 * @param nodes - the error and its causes
 * @internal
 */
export function aadstsOf(text: string, signs: Signs, nodes: readonly ErrorNode[]): readonly number[] {
  const found: number[] = [];
  if (signs.has("aadsts")) {
    AADSTS.lastIndex = 0;
    for (let match = AADSTS.exec(text); match !== null && found.length < 8; match = AADSTS.exec(text)) {
      add(found, Number(match[1]));
    }
  }
  for (const node of nodes) for (const code of node.aadsts) if (found.length < 8) add(found, code);
  if (!signs.has("errorList")) return found;
  ERROR_LIST.lastIndex = 0;
  for (let match = ERROR_LIST.exec(text); match !== null; match = ERROR_LIST.exec(text)) {
    for (const part of (match[1] ?? "").split(",")) {
      if (found.length >= 8) return found;
      if (/^\s*\d{5,7}\s*$/.test(part)) add(found, Number(part));
    }
  }
  return found;
}
