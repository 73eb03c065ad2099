import { type Host, MENTIONS } from "./hosts.js";
import { findRule, RULES } from "./rules/index.js";
import { type Candidates, Prefilter, type Requirement } from "./rules/prefilter.js";
import type { Rule } from "./rules/rule.js";
import { FACT_WORDS, type FactName, IDENTITY_NAME } from "./textPatterns.js";
import { AZURE, FOREIGN } from "./topic.js";

const FACT_NAMES = Object.keys(FACT_WORDS) as FactName[];
const FIRST_MENTION = RULES.length;
const FIRST_FACT = FIRST_MENTION + MENTIONS.length;
const FOREIGN_AT = FIRST_FACT + FACT_NAMES.length;
const FACT_AT = Object.fromEntries(FACT_NAMES.map((name, index) => [name, FIRST_FACT + index])) as Readonly<
  Record<FactName, number>
>;

const REQUIREMENTS: readonly Requirement[] = [
  ...RULES,
  ...MENTIONS.map(([, pattern]) => ({ pattern })),
  ...FACT_NAMES.map((name) => ({ phrases: [FACT_WORDS[name]] })),
  { pattern: FOREIGN },
];

let prefilter: Prefilter | undefined;

/**
 * What a text may be about, found in one pass over it: all that is asked of a text asks here first, since nearly nothing
 * applies to any one text.
 *
 * @internal
 */
export class Signs {
  readonly #plain: string;
  readonly #candidates: Candidates;

  /** @param plain - plain text */
  constructor(plain: string) {
    prefilter ??= new Prefilter(REQUIREMENTS);
    this.#plain = plain;
    this.#candidates = prefilter.scan(plain);
  }

  /** The first rule that applies. */
  rule(managedIdentity: boolean): Rule | undefined {
    return findRule(this.#plain, managedIdentity, this.#candidates);
  }

  /** The host that the text shows. */
  get host(): Host | undefined {
    for (let at = FIRST_MENTION; ; at++) {
      at = this.#candidates.next(at, FIRST_FACT);
      const mention = MENTIONS[at - FIRST_MENTION];
      if (mention === undefined) return undefined;
      if (mention[1].test(this.#plain)) return mention[0];
    }
  }

  /** Whether one of the words is there without which the text does not state a fact. */
  has(fact: FactName): boolean {
    return this.#candidates.has(FACT_AT[fact]);
  }

  /** Whether the text is about a managed identity. */
  get managedIdentity(): boolean {
    const plain = this.#plain;
    if (this.has("managedIdentity")) return true;
    return (plain.includes("msi") || plain.includes("imds") || plain.includes("nmi")) && IDENTITY_NAME.test(plain);
  }

  /** Whether the text is about signing in somewhere else: a database, another cloud, a source repository. */
  get elsewhere(): boolean {
    return this.#candidates.has(FOREIGN_AT) && FOREIGN.test(this.#plain) && !AZURE.test(this.#plain);
  }
}
