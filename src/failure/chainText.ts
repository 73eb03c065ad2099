import { CHAIN_LAYOUTS } from "./chainLayouts/index.js";
import { type ChainLayout, NAME } from "./chainLayouts/layout.js";
import { credentialTypeOf } from "./credentialType.js";
import { type Evidence, readEvidence } from "./evidence.js";
import { CHAIN_MARKS } from "./factWords.js";
import { flatText, withoutFrames } from "./plainText.js";
import { Signs } from "./signs.js";

/**
 * What one member of a chain said, read off the text of the chain's error.
 *
 * @internal
 */
export interface ChainLine {
  /** Class name as JavaScript spells it; `unknown` where the text does not tell. */
  readonly credentialType: string;
  /** What is read off the member's text. */
  readonly evidence: Evidence;
}

const MAX_LINES = 32;

/** What a log puts before the words of a credential. */
const LOG_PREFIX = /^[^\n]{0,200}?(?:azure:identity:\w{1,12} |Azure Identity => )(?:Attempted credential )?/;
const FOOTER = /\s(?:To mitigate this issue, (?:please refer|see)|To troubleshoot, visit)[^\n]{0,300}\s*$/;
/** What follows the messages where an uncaught error is printed: the stack, the errors again with their properties. */
const STACK = /\n\s{1,12}at |\s---> |\n[ \t]{0,8}File "/;
/** A member whose message repeats its name was cut in two. */
const NAME_ONLY = new RegExp(`^${NAME}:$`);

function toLine(text: string): ChainLine {
  const evidence = readEvidence(text);
  if (evidence.text === text) return { credentialType: evidence.credentialType ?? "unknown", evidence };
  // Escaped so often that something is left, which the name is read without.
  const signs = new Signs(flatText(withoutFrames(text)));
  return { credentialType: credentialTypeOf(text, signs) ?? "unknown", evidence };
}

function toLines(body: string, { member, begin, end, stack = STACK, least = 1 }: ChainLayout): ChainLine[] {
  const whole = body.split(stack, 1)[0] ?? "";
  const parts = (end === undefined ? whole : (whole.split(end, 1)[0] ?? ""))
    .replace(FOOTER, "")
    .split(member)
    .map((part) => (least > 1 ? part.replace(LOG_PREFIX, "") : part).trim())
    .filter((part) => part !== "" && begin?.test(part) !== false);
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && NAME_ONLY.test(last)) lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
    if (lines.length >= MAX_LINES) break;
  }
  return lines.length < least ? [] : lines.map(toLine);
}

/**
 * The members of a failed chain, in order, read off its text as the SDKs write it.
 *
 * @param written - text without escapes, already bounded
 * @returns nothing where the text is not that of a failed chain
 * @internal
 */
export function readChainText(written: string): readonly ChainLine[] {
  // All layouts have this word in common, and most texts that are no chain have it not twice.
  const first = written.indexOf("redential");
  const none = first < 0 || written.indexOf("redential", first + 9) < 0;
  const other = written.includes(CHAIN_MARKS.appAuthentication) || written.includes(CHAIN_MARKS.visualStudioCode);
  if (none && !other && !written.includes(CHAIN_MARKS.rust)) return [];
  for (const layout of CHAIN_LAYOUTS) {
    if (!written.includes(layout.mark)) continue;
    const headline = layout.headline.exec(written);
    if (headline === null) continue;
    const lines = toLines(written.slice(headline.index + headline[0].length), layout);
    if (lines.length > 0) return lines;
  }
  return [];
}
