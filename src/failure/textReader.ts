import { aadstsOf } from "./aadstsNumbers.js";
import { add, collect } from "./collect.js";
import { credentialTypeOf } from "./credentialType.js";
import { withCutEnd } from "./cutEnd.js";
import type { ErrorNode } from "./errorNode.js";
import { wordsOf } from "./errorWords.js";
import type { FactName } from "./factWords.js";
import { contentGiven, looksLikePath } from "./givenPath.js";
import { flatText, withoutFrames, writtenText } from "./plainText.js";
import { Signs } from "./signs.js";
import type { TextFacts } from "./textFacts.js";
import {
  CODE,
  CORRELATION,
  ENTRA_CORRELATION,
  ENTRA_TIMESTAMP,
  FILE,
  MADE_UP_STATUS,
  MSAL_TIMESTAMP,
  OAUTH,
  OPENED,
  RETRY_AFTER,
  STATUS,
  TIMESTAMP,
  TRACE,
  VARIABLE,
} from "./textPatterns.js";
import { type Target, targetOfText, targetOfUrl } from "./textTarget.js";
import { isIdentityEndpoint } from "./transport.js";

/** How much of a text tells who wrote it, where the whole is not looked through. */
const START_LENGTH = 1_000;
/** How much may stand behind the members of a chain: the page to read, which tells the language. */
const FOOTER_LENGTH = 300;

/**
 * The facts of a text and of the errors it came from. Each is read when it is asked for: most are not. Linear in the
 * length of the text.
 *
 * @internal
 */
export class TextReader implements TextFacts {
  readonly #raw: string;
  readonly #nodes: readonly ErrorNode[];
  #text: string | undefined;
  #plain: string | undefined;
  #signs: Signs | undefined;
  /** True where the text has more in it than the plain text: frames of a stack. */
  #framed = false;
  #aadsts: readonly number[] | undefined;
  #words: readonly string[] | undefined;
  #codes: readonly string[] | undefined;
  #variables: readonly string[] | undefined;
  #target: Target | undefined;
  #managedIdentity: boolean | undefined;
  /** Of these, `null` is what is not there. */
  #oauthError: string | null | undefined;
  #status: number | null | undefined;
  #credentialType: string | null | undefined;
  #file: string | null | undefined;

  /**
   * @param raw - bounded text
   * @param nodes - the error and its causes; empty for pasted text
   */
  constructor(raw: string, nodes: readonly ErrorNode[]) {
    this.#raw = raw;
    this.#nodes = nodes;
  }

  get text(): string {
    this.#text ??= writtenText(this.#raw);
    return this.#text;
  }

  get plain(): string {
    if (this.#plain === undefined) {
      const unframed = withoutFrames(this.text);
      this.#framed = unframed !== this.text;
      this.#plain = withCutEnd(flatText(unframed));
    }
    return this.#plain;
  }

  get signs(): Signs {
    this.#signs ??= new Signs(this.plain);
    return this.#signs;
  }

  surroundings(members: readonly TextFacts[]): Signs {
    if (this.#signs !== undefined) return this.#signs;
    const { text } = this;
    const start = flatText(withoutFrames(text.slice(0, START_LENGTH)));
    const first = members[0]?.text;
    const last = members.at(-1)?.text;
    if (first === undefined || last === undefined) return new Signs(start);
    // What stands before and behind the members has not been looked through yet.
    const before = text.slice(0, Math.min(START_LENGTH, Math.max(0, text.indexOf(first))));
    const end = text.lastIndexOf(last) + last.length;
    const around = flatText(withoutFrames(`${before}\n${text.slice(end, end + FOOTER_LENGTH)}`));
    return Signs.joined(start, [new Signs(around), ...members.map(({ signs }) => signs)]);
  }

  /** Whether the text may state a fact. */
  #may(fact: FactName): boolean {
    return this.signs.has(fact) || this.#framed;
  }

  #pick<K extends keyof ErrorNode>(key: K): ErrorNode[K] | undefined {
    for (const node of this.#nodes) if (node[key] !== undefined) return node[key];
    return undefined;
  }

  /** A word that must be there is known already. */
  #near(fact: FactName, pattern: RegExp): string | undefined {
    return this.signs.has(fact) ? pattern.exec(this.text)?.[1] : undefined;
  }

  get chained(): boolean {
    // A chain is read member by member, so that its whole is not looked through for this alone.
    return this.#signs === undefined || this.#may("chain");
  }

  get aadsts(): readonly number[] {
    this.#aadsts ??= aadstsOf(this.text, this.signs, this.#nodes);
    return this.#aadsts;
  }

  get words(): readonly string[] {
    this.#words ??= wordsOf(this, this.#nodes);
    return this.#words;
  }

  get oauthError(): string | undefined {
    if (this.#oauthError === undefined) {
      const own = this.words.find((word) => OAUTH.test(word));
      this.#oauthError = own ?? (this.plain.includes("_") ? OAUTH.exec(this.text)?.[1] : undefined) ?? null;
    }
    return this.#oauthError ?? undefined;
  }

  get subError(): string | undefined {
    return this.#pick("subError");
  }

  get correlationId(): string | undefined {
    const quoted = this.#near("correlation", ENTRA_CORRELATION) ?? this.#near("correlation", CORRELATION);
    // The id that Entra ID answers with finds the request in its logs; MSAL puts the one it sent on the error.
    return this.aadsts.length > 0 ? (quoted ?? this.#pick("correlationId")) : (this.#pick("correlationId") ?? quoted);
  }

  get traceId(): string | undefined {
    return this.#pick("traceId") ?? this.#near("trace", TRACE);
  }

  get timestamp(): string | undefined {
    return (
      this.#near("timestamp", ENTRA_TIMESTAMP) ??
      this.#near("timestamp", TIMESTAMP) ??
      this.#near("aadsts", MSAL_TIMESTAMP) ??
      this.#pick("timestamp")
    );
  }

  get codes(): readonly string[] {
    if (this.#codes === undefined) {
      const found: string[] = [];
      for (const { code } of this.#nodes) if (code !== undefined && found.length < 12) add(found, code);
      if (this.#may("code")) collect(found, this.text, CODE, 12);
      this.#codes = found;
    }
    return this.#codes;
  }

  get status(): number | undefined {
    if (this.#status === undefined) this.#status = this.#readStatus() ?? null;
    return this.#status ?? undefined;
  }

  #readStatus(): number | undefined {
    for (const { status, message } of this.#nodes) {
      if (status !== undefined && !(status === 400 && message !== undefined && MADE_UP_STATUS.test(message)))
        return status;
    }
    const { text } = this;
    return statusOf(text.includes("EnvironmentCredential") ? text.replace(MADE_UP_STATUS, "") : text);
  }

  get #place(): Target {
    this.#target ??= this.#readTarget();
    return this.#target;
  }

  #readTarget(): Target {
    for (const { hostname, port } of this.#nodes) {
      if (hostname !== undefined) return { host: hostname, ...(port === undefined ? {} : { port }), path: "" };
    }
    const url = this.#pick("url");
    return url === undefined ? targetOfText(this.text, this.#may("dialing")) : targetOfUrl(url);
  }

  get host(): string | undefined {
    return this.#place.host;
  }

  get port(): number | undefined {
    return this.#place.port;
  }

  get retryAfterSeconds(): number | undefined {
    return this.#pick("retryAfterSeconds") ?? toNumber(this.#near("retryAfter", RETRY_AFTER));
  }

  get credentialType(): string | undefined {
    if (this.#credentialType === undefined) {
      this.#credentialType = credentialTypeOf(this.text, this.signs) ?? null;
    }
    return this.#credentialType ?? undefined;
  }

  get managedIdentity(): boolean {
    this.#managedIdentity ??= this.signs.managedIdentity || this.#identityEndpoint;
    return this.#managedIdentity;
  }

  get #identityEndpoint(): boolean {
    const { host, path } = this.#place;
    return host !== undefined && isIdentityEndpoint(host, path);
  }

  get file(): string | undefined {
    if (this.#file === undefined) {
      // A path of Windows is full of what would be escapes.
      const raw = this.#raw.includes("/") || this.#raw.includes("\\");
      const named = this.#pick("path") ?? (raw ? FILE.exec(this.#raw)?.[1] : undefined);
      this.#file = named !== undefined && looksLikePath(named) ? named : null;
    }
    return this.#file ?? undefined;
  }

  get contentGiven(): string | undefined {
    const opened = this.#pick("path") ?? OPENED.exec(this.#raw)?.[1];
    return opened === undefined ? undefined : contentGiven(opened);
  }

  get variables(): readonly string[] {
    if (this.#variables === undefined) {
      const found: string[] = [];
      if (this.#may("variable")) collect(found, this.text, VARIABLE, 8);
      this.#variables = found;
    }
    return this.#variables;
  }
}

function statusOf(text: string): number | undefined {
  if (!/[45]\d\d/.test(text)) return undefined;
  const found = STATUS.exec(text);
  return toNumber(found?.slice(1).find((group) => group !== undefined));
}

function toNumber(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}
