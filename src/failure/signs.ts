import { HINTS } from "./credentialType.js";
import { FACT_WORDS, type FactName } from "./factWords.js";
import { MENTIONS } from "./hostMentions.js";
import type { Host } from "./hosts.js";
import type { Sign } from "./marks.js";
import { Candidates } from "./prefilter/candidates.js";
import { Prefilter } from "./prefilter/prefilter.js";
import { readPlan } from "./readPlan.js";
import { FACT_AT, FIRST_FACT, FIRST_HINT, FIRST_MARK, FIRST_MENTION, FOREIGN_AT, LAST_MARK } from "./requirements.js";
import { findRule, findWideRule } from "./rules/index.js";
import type { Rule } from "./rules/rule.js";
import { HOST_CREDENTIAL, IDENTITY_NAME } from "./textPatterns.js";
import { AZURE, FOREIGN } from "./topicWords.js";
import { WRITER_SIGNS } from "./writers/marks.js";
import type { Writer } from "./writers/writer.js";

/** Keys and certificates: any short word stands in them by chance. */
const ENCODED = /[\w+/=]{40,}/g;

/** How much of a text says what credential it is about. */
const HINT_LENGTH = 1_000;

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

  /**
   * @param plain - plain text
   * @param found - what it may meet, where that is known
   */
  constructor(plain: string, found: Candidates | undefined = prefilter?.scan(plain)) {
    this.#plain = plain;
    this.#found = found;
  }

  /**
   * What a text may be about of which most was looked through already.
   *
   * @param plain - plain text
   * @param parts - signs of its parts
   */
  static joined(plain: string, parts: readonly Signs[]): Signs {
    return new Signs(plain, Candidates.union(parts.map((part) => part.#candidates)));
  }

  get #candidates(): Candidates {
    if (this.#found === undefined) {
      prefilter ??= new Prefilter(readPlan());
      this.#found = prefilter.scan(this.#plain);
    }
    return this.#found;
  }

  /** The first rule that applies. */
  rule(managedIdentity: boolean): Rule | undefined {
    return findRule(this.#plain, managedIdentity, this.#candidates);
  }

  /** The first of those rules that say what a sentence means by its subject and trouble. */
  wideRule(managedIdentity: boolean): Rule | undefined {
    return findWideRule(this.#plain, managedIdentity, this.#candidates);
  }

  /** The next position from `from` on that the text may be about. */
  #next(from: number, end: number): number {
    return this.#found === undefined ? from : this.#found.next(from, end);
  }

  /** The host that the text shows. */
  get host(): Host | undefined {
    for (let at = this.#next(FIRST_MENTION, FIRST_HINT); at < FIRST_HINT; at = this.#next(at + 1, FIRST_HINT)) {
      const sign = MENTIONS[at - FIRST_MENTION] as (typeof MENTIONS)[number];
      if (this.#shows(sign, at)) return sign.host;
    }
    return undefined;
  }

  /**
   * Who wrote the text.
   *
   * @param text - the same text as its author spelled it
   */
  writer(text: string): Writer | undefined {
    for (let at = this.#next(FIRST_MARK, LAST_MARK); at < LAST_MARK; at = this.#next(at + 1, LAST_MARK)) {
      const sign = WRITER_SIGNS[at - FIRST_MARK] as (typeof WRITER_SIGNS)[number];
      if (this.#shows(sign, at, text)) return sign.writer;
    }
    return undefined;
  }

  #shows(sign: Sign, position: number, text = this.#plain): boolean {
    const plain = this.#plain;
    const found =
      "words" in sign
        ? (this.#found?.has(position) ?? sign.words.some((word) => plain.includes(word)))
        : sign.pattern.test(sign.spelled === true ? text : plain);
    return found && sign.unless?.test(plain) !== true;
  }

  /** What the start of the text says of the credential. */
  get credentialHint(): string | undefined {
    for (let at = this.#next(FIRST_HINT, FIRST_FACT); at < FIRST_FACT; at = this.#next(at + 1, FIRST_FACT)) {
      const [hint, name] = HINTS[at - FIRST_HINT] as (typeof HINTS)[number];
      const found = this.#plain.indexOf(hint);
      if (found >= 0 && found + hint.length <= HINT_LENGTH) return name;
    }
    return undefined;
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
    const named = this.has("imds") || plain.includes("msi") || plain.includes("nmi");
    return (named && IDENTITY_NAME.test(plain)) || (this.has("credential") && HOST_CREDENTIAL.test(plain));
  }

  /** Whether the text is about signing in somewhere else: a database, another cloud, a source repository. */
  get elsewhere(): boolean {
    const plain = this.#plain;
    if (!this.#candidates.has(FOREIGN_AT) || !FOREIGN.test(plain) || AZURE.test(plain)) return false;
    return FOREIGN.test(plain.replace(ENCODED, " "));
  }
}
