import { credentialTypeOf } from "./credentialType.js";
import type { ErrorNode } from "./errorNodes.js";
import { plainText, writtenText } from "./plainText.js";
import {
  AADSTS,
  CODE,
  CORRELATION,
  DIALED,
  DIALING,
  ENTRA_TIMESTAMP,
  ERROR_LIST,
  FILE,
  MANAGED_IDENTITY,
  OAUTH,
  RETRY_AFTER,
  STATUS,
  TIMESTAMP,
  TRACE,
  UPPER,
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
  /** The same for matching: lower case, straight quotes, single spaces. */
  readonly plain: string;
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

function unique<T>(values: Iterable<T>, max: number): T[] {
  const found = new Set<T>();
  for (const value of values) {
    found.add(value);
    if (found.size >= max) break;
  }
  return [...found];
}

function* aadstsOf(text: string, plain: string, nodes: readonly ErrorNode[]): Generator<number> {
  if (plain.includes("aadsts")) for (const match of text.matchAll(AADSTS)) yield Number(match[1]);
  for (const node of nodes) yield* node.aadsts;
  if (!plain.includes("error(s)") && !plain.includes("error_codes")) return;
  for (const match of text.matchAll(ERROR_LIST)) {
    for (const part of (match[1] ?? "").split(",")) {
      if (/^\s*\d{5,7}\s*$/.test(part)) yield Number(part);
    }
  }
}

function* captured(text: string, pattern: RegExp): Generator<string> {
  for (const match of text.matchAll(pattern)) yield match[1] ?? match[0];
}

function hostOf(text: string, nodes: readonly ErrorNode[]): { host?: string; port?: number; path: string } {
  const node = nodes.find((candidate) => candidate.hostname !== undefined);
  if (node?.hostname !== undefined) {
    return { host: node.hostname, ...(node.port === undefined ? {} : { port: node.port }), path: "" };
  }
  const url = nodes.find((candidate) => candidate.url !== undefined)?.url;
  const dialed = url === undefined && DIALING.test(text) ? DIALED.exec(text) : null;
  if (dialed?.[1] !== undefined && /[.:]|localhost/.test(dialed[1])) {
    return { host: dialed[1], ...(dialed[2] === undefined ? {} : { port: Number(dialed[2]) }), path: "" };
  }
  const link = url ?? (text.includes("://") ? text : undefined);
  const found = link === undefined ? null : URL_HOST.exec(link);
  const host = found?.[1];
  // Links to documentation are in nearly every message and say nothing about the request.
  if (host === undefined || (url === undefined && /(?:^|\.)(?:aka\.ms|microsoft\.com|github\.com)$/.test(host))) {
    return { path: "" };
  }
  return { host, ...(found?.[2] === undefined ? {} : { port: Number(found[2]) }), path: found?.[3] ?? "" };
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
  readonly #known: Record<string, unknown> = {};

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
    this.#plain ??= plainText(this.text);
    return this.#plain;
  }

  #once<T>(name: string, read: () => T): T {
    if (name in this.#known) return this.#known[name] as T;
    const value = read();
    this.#known[name] = value;
    return value;
  }

  #pick<K extends keyof ErrorNode>(key: K): ErrorNode[K] | undefined {
    for (const node of this.#nodes) if (node[key] !== undefined) return node[key];
    return undefined;
  }

  /** A word that must be there is found much faster than the pattern around it. */
  #near(word: string, pattern: RegExp): string | undefined {
    return this.plain.includes(word) ? pattern.exec(this.text)?.[1] : undefined;
  }

  get aadsts(): readonly number[] {
    return this.#once("aadsts", () => unique(aadstsOf(this.text, this.plain, this.#nodes), 8));
  }

  get words(): readonly string[] {
    return this.#once("words", () => {
      const own = this.#nodes.flatMap((node) => node.errorCode ?? []);
      const found = this.plain.includes("_") ? [...captured(this.text.slice(0, 8_000), WORD)] : [];
      return unique(
        [...own, ...found].map((word) => word.slice(0, 100)),
        24,
      );
    });
  }

  get oauthError(): string | undefined {
    return this.#once("oauthError", () => {
      const own = this.words.find((word) => OAUTH.test(word));
      return own ?? (this.plain.includes("_") ? OAUTH.exec(this.text)?.[1] : undefined);
    });
  }

  get subError(): string | undefined {
    return this.#pick("subError");
  }

  get correlationId(): string | undefined {
    return this.#once("correlationId", () => this.#pick("correlationId") ?? this.#near("correlation", CORRELATION));
  }

  get traceId(): string | undefined {
    return this.#once("traceId", () => this.#pick("traceId") ?? this.#near("trace", TRACE));
  }

  get timestamp(): string | undefined {
    return this.#once(
      "timestamp",
      () => this.#near("timestamp", ENTRA_TIMESTAMP) ?? this.#near("timestamp", TIMESTAMP) ?? this.#pick("timestamp"),
    );
  }

  get codes(): readonly string[] {
    return this.#once("codes", () => {
      const own = this.#nodes.flatMap((node) => node.code ?? []);
      return unique([...own, ...(UPPER.test(this.text) ? captured(this.text, CODE) : [])], 12);
    });
  }

  get status(): number | undefined {
    return this.#once("status", () => {
      const own = this.#pick("status");
      if (own !== undefined || !/[45]\d\d/.test(this.text)) return own;
      const found = STATUS.exec(this.text);
      return toNumber(found?.slice(1).find((group) => group !== undefined));
    });
  }

  get #target(): { host?: string; port?: number; path: string } {
    return this.#once("target", () => hostOf(this.text, this.#nodes));
  }

  get host(): string | undefined {
    return this.#target.host;
  }

  get port(): number | undefined {
    return this.#target.port;
  }

  get retryAfterSeconds(): number | undefined {
    return this.#once(
      "retryAfterSeconds",
      () => this.#pick("retryAfterSeconds") ?? toNumber(this.#near("retry-after", RETRY_AFTER)),
    );
  }

  get credentialType(): string | undefined {
    return this.#once("credentialType", () => credentialTypeOf(this.text, this.plain));
  }

  get managedIdentity(): boolean {
    return this.#once("managedIdentity", () => {
      if (MANAGED_IDENTITY.test(this.plain)) return true;
      const { host, path } = this.#target;
      return host !== undefined && isIdentityEndpoint(host, path);
    });
  }

  get file(): string | undefined {
    return this.#once("file", () => {
      // A path of Windows is full of what would be escapes.
      const raw = this.#raw.includes("/") || this.#raw.includes("\\");
      return this.#pick("path") ?? (raw ? FILE.exec(this.#raw)?.[1] : undefined);
    });
  }

  get variables(): readonly string[] {
    return this.#once("variables", () => (UPPER.test(this.text) ? unique(captured(this.text, VARIABLE), 8) : []));
  }
}

function toNumber(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}
