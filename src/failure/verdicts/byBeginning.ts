import { withoutCutMark } from "../cutEnd.js";
import type { Evidence } from "../evidence.js";
import { KNOWN_RULES, WIDE_RULES } from "../rules/order.js";
import type { Rule } from "../rules/rule.js";
import { isAboutAuthentication } from "../topic.js";
import type { Verdict } from "../verdict.js";

/** By these first characters sentences are found. */
const KEY = 14;
/** The least that is left of a sentence: in characters, in words. */
const LEAST = 24;
const LEAST_WORDS = 4;
/** How much of it at least, where the text shows what it is about, and where it does not. */
const SHARE = 0.6;
const SHARE_ALONE = 0.8;
/** As much of the end of a text is looked at. */
const TAIL = 240;
const SENTENCE_END = /(?<=[.:!?]) /;

interface Known {
  readonly sentence: string;
  readonly rule: Rule;
}

/** As plain texts have it. */
function plain(example: string): string {
  return example
    .toLowerCase()
    .replace(/["“”‘’]/g, "'")
    .replace(/\s+/g, " ");
}

/** The sentences of the rules' examples, each to the end of its example. */
function readSentences(): ReadonlyMap<string, readonly Known[]> {
  const byKey = new Map<string, Known[]>();
  for (const rule of [...KNOWN_RULES, ...WIDE_RULES]) {
    const parts = plain(rule.example).split(SENTENCE_END);
    for (let at = 0; at < parts.length; at++) {
      const sentence = parts.slice(at).join(" ");
      if (sentence.length <= LEAST) break;
      const key = sentence.slice(0, KEY);
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [{ sentence, rule }]);
      else known.push({ sentence, rule });
    }
  }
  return byKey;
}

let sentences: ReturnType<typeof readSentences> | undefined;

/** The rules whose sentence begins as the end of a text does: of the longest such end. */
function begunIn(text: string, share: number): readonly Rule[] {
  sentences ??= readSentences();
  for (let at = Math.max(0, text.length - TAIL); at <= text.length - LEAST; at++) {
    if (at > 0 && /\w/.test(text.charAt(at - 1))) continue;
    const known = sentences.get(text.slice(at, at + KEY));
    if (known === undefined) continue;
    const left = text.slice(at);
    if (left.split(" ").length < LEAST_WORDS) continue;
    const begun = known.filter(
      ({ sentence }) =>
        sentence.length > left.length && left.length >= sentence.length * share && sentence.startsWith(left),
    );
    if (begun.length > 0) return begun.map(({ rule }) => rule);
  }
  return [];
}

/**
 * What a text was about to say that was cut within a sentence that is known, where all such sentences mean the same.
 *
 * @internal
 */
export function byBeginning(evidence: Evidence): Verdict | undefined {
  // What an error says is whole.
  if (evidence.nodes.length > 0 || evidence.plain.length < LEAST) return undefined;
  const share = isAboutAuthentication(evidence) ? SHARE : SHARE_ALONE;
  const [rule, ...others] = begunIn(withoutCutMark(evidence.plain), share);
  if (rule === undefined || rule.kind === "not_authentication") return undefined;
  if (others.some(({ kind }) => kind !== rule.kind)) return undefined;
  return { kind: rule.kind, rule, answered: rule.answered === true };
}
