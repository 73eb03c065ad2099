import type { Pattern } from "./anyOf.js";
import { HINTS } from "./credentialType.js";
import { FACT_WORDS, type FactName } from "./factWords.js";
import { MENTIONS } from "./hostMentions.js";
import type { Sign } from "./marks.js";
import type { Requirement } from "./prefilter/requirement.js";
import { RULES } from "./rules/index.js";
import { FOREIGN } from "./topicWords.js";
import { WRITER_SIGNS } from "./writers/marks.js";

const FACT_NAMES = Object.keys(FACT_WORDS) as FactName[];

/**
 * Position of what the text shows of its host. The rules stand before it, by their own positions.
 *
 * @internal
 */
export const FIRST_MENTION = RULES.length;

/**
 * Position of what the text says of the credential.
 *
 * @internal
 */
export const FIRST_HINT = FIRST_MENTION + MENTIONS.length;

/**
 * Position of the words without which a text does not state a fact.
 *
 * @internal
 */
export const FIRST_FACT = FIRST_HINT + HINTS.length;

/**
 * Position of the words of other places than Azure to sign in to.
 *
 * @internal
 */
export const FOREIGN_AT = FIRST_FACT + FACT_NAMES.length;

/**
 * Position of what shows who wrote the text.
 *
 * @internal
 */
export const FIRST_MARK = FOREIGN_AT + 1;

/**
 * Behind the last of these.
 *
 * @internal
 */
export const LAST_MARK = FIRST_MARK + WRITER_SIGNS.length;

/** Plain text is lower case. */
function lowered({ source }: Pattern): RegExp {
  return new RegExp(source.replace(/\\?[A-Z]/g, (letter) => (letter.startsWith("\\") ? letter : letter.toLowerCase())));
}

function requirementOf(sign: Sign): Requirement {
  if ("words" in sign) return { phrases: [sign.words] };
  return { pattern: sign.spelled === true ? lowered(sign.pattern) : sign.pattern };
}

/**
 * Position of the words of each fact.
 *
 * @internal
 */
export const FACT_AT = Object.fromEntries(FACT_NAMES.map((name, index) => [name, FIRST_FACT + index])) as Readonly<
  Record<FactName, number>
>;

/**
 * All that may be asked of a text, by position.
 *
 * @internal
 */
export const REQUIREMENTS: readonly Requirement[] = [
  ...RULES,
  ...MENTIONS.map(requirementOf),
  ...HINTS.map(([hint]) => ({ phrases: [hint] })),
  ...FACT_NAMES.map((name) => ({ phrases: [FACT_WORDS[name]] })),
  { pattern: FOREIGN },
  ...WRITER_SIGNS.map(requirementOf),
];
