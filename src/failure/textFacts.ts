import { credentialTypeOf } from "./credentialType.js";
import type { ErrorNode } from "./errorNodes.js";
import { flatText, withoutFrames, writtenText } from "./plainText.js";
import { Signs } from "./signs.js";
import {
  AADSTS,
  CODE,
  CORRELATION,
  DIALED,
  ENTRA_TIMESTAMP,
  ERROR_LIST,
  type FactName,
  FILE,
  OAUTH,
  RETRY_AFTER,
  STATUS,
  TIMESTAMP,
  TRACE,
  URL_HOST,
  VARIABLE,
  WORD,
} from "./textPatterns.js";
import { isIdentityEndpoint } from "./transport.js";

/**
 * What a message says in so many words, in any of the layouts that the Azure SDKs of JavaScript, Python, .NET, Java and
 * Go, MSAL and the developer tools give it; properties of the error go before its text.
 *
 * @internal
 */
export interface TextFacts {
  /** The text as its author wrote it, bounded. */
  readonly text: string;
  /** The same for matching: lower case, straight quotes, single spaces, no stack frames. */
  readonly plain: string;
  /** What the plain text may be about. */
  readonly signs: Signs;
  /** False where the text is known not to be that of a failed chain. */
  readonly chained: boolean;
  /** AADSTS numbers in order of appearance, without repetition. */
  readonly aadsts: readonly number[];
  /** OAuth `error`. */
  readonly oauthError: string | undefined;
  readonly subError: string | undefined;
  readonly correlationId: string | undefined;
  readonly traceId: string | undefined;
  readonly timestamp: string | undefined;
  /** Error words in the positions where MSAL and the endpoints put them, e.g. `endpoints_resolution_error`. */
  readonly words: readonly string[];
  /** Transport and file error codes, e.g. `ENOTFOUND`. */
  readonly codes: readonly string[];
  readonly status: number | undefined;
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** Class name of the credential that failed. */
  readonly credentialType: string | undefined;
  /** True where the text or a request is about a managed identity endpoint. */
  readonly managedIdentity: boolean;
  /** Path of a file that could not be opened. */
  readonly file: string | undefined;
  /** Names of the environment variables that are mentioned. */
  readonly variables: readonly string[];
}

/** Adds what a pattern finds and is not there yet, the first group or else the whole match; at most `max` all together. */
function collect(found: string[], text: string, pattern: RegExp, max: number): void {
  pattern.lastIndex = 0;
  while (found.length < max) {
    const match = pattern.exec(text);
    if (match === null) break;
    add(found, match[1] ?? match[0]);
  }
}

function add<T>(found: T[], value: T): void {
  if (!found.includes(value)) found.push(value);
}

interface Target {
  readonly host?: string;
  readonly port?: number;
  readonly path: string;
}

const NO_TARGET: Target = { path: "" };

function targetOf(host: string, port: string | undefined, path: string): Target {
  return { host, ...(port === undefined ? {} : { port: Number(port) }), path };
}

/** The host that a text was about to reach. */
function targetOfText(text: string, dialing: boolean): Target {
  const dialed = dialing ? DIALED.exec(text) : null;
  if (dialed?.[1] !== undefined && /[.:]|localhost/.test(dialed[1])) return targetOf(dialed[1], dialed[2], "");
  const found = text.includes("://") ? URL_HOST.exec(text) : null;
  // Links to documentation are in nearly every message and say nothing about the request.
  if (found?.[1] === undefined || /(?:^|\.)(?:aka\.ms|microsoft\.com|github\.com)$/.test(found[1])) return NO_TARGET;
  return targetOf(found[1], found[2], found[3] ?? "");
}

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
      this.#plain = flatText(unframed);
    }
    return this.#plain;
  }

  get signs(): Signs {
    this.#signs ??= new Signs(this.plain);
    return this.#signs;
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
    this.#aadsts ??= this.#readAadsts();
    return this.#aadsts;
  }

  #readAadsts(): readonly number[] {
    const { signs } = this;
    const found: number[] = [];
    if (signs.has("aadsts")) {
      AADSTS.lastIndex = 0;
      for (let match = AADSTS.exec(this.text); match !== null && found.length < 8; match = AADSTS.exec(this.text)) {
        add(found, Number(match[1]));
      }
    }
    for (const node of this.#nodes) for (const code of node.aadsts) if (found.length < 8) add(found, code);
    if (!signs.has("errorList")) return found;
    ERROR_LIST.lastIndex = 0;
    for (let match = ERROR_LIST.exec(this.text); match !== null; match = ERROR_LIST.exec(this.text)) {
      for (const part of (match[1] ?? "").split(",")) {
        if (found.length >= 8) return found;
        if (/^\s*\d{5,7}\s*$/.test(part)) add(found, Number(part));
      }
    }
    return found;
  }

  get words(): readonly string[] {
    this.#words ??= this.#readWords();
    return this.#words;
  }

  #readWords(): readonly string[] {
    const found: string[] = [];
    for (const { errorCode } of this.#nodes) {
      if (errorCode !== undefined && found.length < 24) add(found, errorCode.slice(0, 100));
    }
    if (!this.plain.includes("_")) return found;
    const { text } = this;
    WORD.lastIndex = 0;
    const start = text.slice(0, 8_000);
    for (let match = WORD.exec(start); match !== null && found.length < 24; match = WORD.exec(start)) {
      add(found, (match[1] ?? match[0]).slice(0, 100));
    }
    return found;
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
    return this.#pick("correlationId") ?? this.#near("correlation", CORRELATION);
  }

  get traceId(): string | undefined {
    return this.#pick("traceId") ?? this.#near("trace", TRACE);
  }

  get timestamp(): string | undefined {
    return this.#near("timestamp", ENTRA_TIMESTAMP) ?? this.#near("timestamp", TIMESTAMP) ?? this.#pick("timestamp");
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
    if (this.#status === undefined) this.#status = this.#pick("status") ?? statusOf(this.text) ?? null;
    return this.#status ?? undefined;
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
    if (url === undefined) return targetOfText(this.text, this.#may("dialing"));
    const found = URL_HOST.exec(url);
    return found?.[1] === undefined ? NO_TARGET : targetOf(found[1], found[2], found[3] ?? "");
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
      this.#file = this.#pick("path") ?? (raw ? FILE.exec(this.#raw)?.[1] : undefined) ?? null;
    }
    return this.#file ?? undefined;
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
