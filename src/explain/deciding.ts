import { diagnose } from "../failure/diagnose.js";
import type { Diagnosis } from "../failure/types.js";
import { CODE_LINE } from "./continuation.js";
import { printable, short } from "./redaction.js";
import { firstOnTopic } from "./relevance.js";
import { hideSecrets } from "./secrets/hideSecrets.js";

/** Characters of a report that are looked at, and lines of them. */
const MAX_TEXT = 16_384;
const MAX_LINES = 60;
const MAX_STARTS = 60;
const SENTENCE = 40;
const MAX_JOINED = 4_000;
const LONGEST_SECRET = 4_096;
/** What is decided within so many characters is decided within two lines of a narrow terminal. */
const NARROW = 150;
/** Where a sentence, or what one quotes, begins. */
const START = /(?:[.:;,!?|] {1,4}|(?:---?>|\\[nrt]|["'{[(\]})]) {0,4})(?=["'{[(<]{0,3}[\p{L}\d])/gu;

const NAMED = /^… ["'{[(<]{0,3}(?:AADSTS\d|[A-Za-z.]{1,80}(?:Credential|Exception|Error)\b)/;

/** What a piece of a report has to have to say what the whole says. */
function deciderOf({ kind, entra }: Diagnosis, text: string): (piece: string) => boolean {
  const code = entra?.codes.find((number) => text.includes(String(number)));
  if (code === undefined) return (piece) => diagnose(piece).kind === kind;
  const named = text.includes(`AADSTS${code}`) ? `AADSTS${code}` : String(code);
  return (piece) => piece.includes(named);
}

/** From the first sentence on that decides, where the line does not do so at once; best from one that says who failed. */
function fromDecision(line: string, decides: (piece: string) => boolean): string | undefined {
  if (decides(line.slice(0, NARROW))) return line;
  let tried = 0;
  let found: string | undefined;
  for (const { index, 0: before } of line.matchAll(START)) {
    const at = index + before.length;
    if (decides(line.slice(at, at + NARROW))) {
      const from = `… ${line.slice(at)}`;
      if (NAMED.test(from)) return from;
      found ??= from;
    } else if (found !== undefined) break;
    if (++tried >= MAX_STARTS) break;
  }
  return found;
}

/** Of a long report, the part around what decides it, where that has a name, without secrets. */
function shownPart(text: string, { entra }: Diagnosis): string[] {
  const code = entra?.codes[0];
  const at = text.length <= MAX_TEXT || code === undefined ? -1 : text.indexOf(String(code));
  const start = Math.max(0, at - MAX_TEXT / 2);
  const lines = text
    .slice(start, start + MAX_TEXT)
    .split("\n")
    .map(printable)
    .join("\n");
  // Of a secret whose name was cut off in front, nothing is left.
  const shown = hideSecrets(lines).slice(start === 0 ? 0 : LONGEST_SECRET);
  return shown.split("\n").filter((line) => line !== "");
}

/**
 * What of a report shows why it was diagnosed as it was: without secrets, short, in one line, beginning where it is decided.
 *
 * @param text - the report
 * @param diagnosis - of it
 * @internal
 */
export function deciding(text: string, diagnosis: Diagnosis): string {
  const lines = shownPart(text, diagnosis);
  const telling = short(firstOnTopic(lines.join("\n")));
  if (diagnosis.kind === "unknown") return telling;
  const said = lines.filter((line) => !CODE_LINE.test(line)).slice(0, MAX_LINES);
  const decides = deciderOf(diagnosis, said.join("\n"));
  const found = said.filter(decides).flatMap((line) => fromDecision(line, decides) ?? []);
  // A name for it alone says less than a sentence.
  const one = found.find((line) => line.length >= SENTENCE) ?? found[0];
  if (one !== undefined) return short(one);
  // Broken over several lines.
  const joined = fromDecision(said.join(" ").slice(0, MAX_JOINED), decides);
  return joined === undefined ? telling : short(joined);
}
