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

/** Made for the first text that asks for its rule: until then a few words are looked for one by one. */
let prefilter: Prefilter | undefined;

/**
 * What a text may be about, found in one pass over it: all that is asked of a text asks here first, since nearly nothing
 * applies to any one text.
 *
 * @internal
 */
export class Signs {
  readonly #plain: string;
  #found: Candidates | undefined;

  /** @param plain - plain text */
  constructor(plain: string) {
    this.#plain = plain;
    this.#found = prefilter?.scan(plain);
  }

  get #candidates(): Candidates {
    if (this.#found === undefined) {
      prefilter ??= new Prefilter(REQUIREMENTS);
      this.#found = prefilter.scan(this.#plain);
    }
    return this.#found;
  }

  /** The first rule that applies. */
  rule(managedIdentity: boolean): Rule | undefined {
    return findRule(this.#plain, managedIdentity, this.#candidates);
  }

  /** The host that the text shows. */
  get host(): Host | undefined {
    const found = this.#found;
    let at = FIRST_MENTION - 1;
    do at = found === undefined ? at + 1 : found.next(at + 1, FIRST_FACT);
    while (at < FIRST_FACT && !MENTIONS[at - FIRST_MENTION]?.[1].test(this.#plain));
    return MENTIONS[at - FIRST_MENTION]?.[0];
  }

  /** Whether one of the words is there without which the text does not state a fact. */
  has(fact: FactName): boolean {
    const found = this.#found;
    if (found !== undefined) return found.has(FACT_AT[fact]);
    return FACT_WORDS[fact].some((word) => this.#plain.includes(word));
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
