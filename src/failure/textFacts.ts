import type { ErrorNode } from "./errorNodes.js";
import {
  AADSTS,
  BLANK,
  CODE,
  CORRELATION,
  CREDENTIAL,
  CREDENTIAL_HINTS,
  DIALED,
  ERROR_LIST,
  FILE,
  FRAMES,
  MANAGED_IDENTITY,
  NOT_A_MEMBER,
  OAUTH,
  RETRY_AFTER,
  SAME_CREDENTIAL,
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
  /** The text as it came, bounded. */
  readonly text: string;
  /** The same for matching: lower case, straight quotes, single spaces, JSON escapes resolved. */
  readonly plain: string;
  /** AADSTS numbers in order of appearance, without repetition. */
  readonly aadsts: readonly number[];
  /** OAuth `error`. */
  readonly oauthError?: string;
  readonly subError?: string;
  readonly correlationId?: string;
  readonly traceId?: string;
  readonly timestamp?: string;
  /** Error words in the positions where MSAL and the endpoints put them, e.g. `endpoints_resolution_error`. */
  readonly words: readonly string[];
  /** Transport and file error codes, e.g. `ENOTFOUND`. */
  readonly codes: readonly string[];
  readonly status?: number;
  readonly host?: string;
  readonly port?: number;
  readonly retryAfterSeconds?: number;
  /** Class name of the credential that failed. */
  readonly credentialType?: string;
  /** True where the text or a request is about a managed identity endpoint. */
  readonly managedIdentity: boolean;
  /** Path of a file that could not be opened. */
  readonly file?: string;
  /** Names of the environment variables that are mentioned. */
  readonly variables: readonly string[];
}

/**
 * A text for matching: lower case, straight quotes, single spaces, JSON escapes resolved, terminal colours removed.
 *
 * @param text - any text, already bounded
 * @internal
 */
export function plainText(text: string): string {
  return text
    .replace(FRAMES, " ")
    .toLowerCase()
    .replace(/[\u2018\u2019\u201b`]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\\(["'])/g, "$1")
    .replace(BLANK, " ")
    .trim();
}

/**
 * The class of the credential that a text is about. Names of Go and Python are given as JavaScript spells them.
 *
 * @param text - the text as it came
 * @param plain - the same as {@link plainText} returns it
 * @internal
 */
export function credentialTypeOf(text: string, plain: string): string | undefined {
  for (const match of text.slice(0, 4_000).matchAll(CREDENTIAL)) {
    const name = match[1];
    if (name !== undefined && !NOT_A_MEMBER.has(name)) return SAME_CREDENTIAL[name] ?? name;
  }
  const start = plain.slice(0, 1_000);
  return CREDENTIAL_HINTS.find(([hint]) => hint.test(start))?.[1];
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
  const dialed = url === undefined ? DIALED.exec(text) : null;
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
 * Reads the facts off a text and the errors it came from. Linear in the length of the text.
 *
 * @param text - bounded text
 * @param nodes - the error and its causes; empty for pasted text
 * @internal
 */
export function readText(text: string, nodes: readonly ErrorNode[]): TextFacts {
  const plain = plainText(text);
  const { host, port, path } = hostOf(text, nodes);
  const pick = <K extends keyof ErrorNode>(key: K): ErrorNode[K] | undefined =>
    nodes.find((node) => node[key] !== undefined)?.[key];
  // A word that must be there is found much faster than the pattern around it.
  const found = (word: string, pattern: RegExp): string | undefined =>
    plain.includes(word) ? pattern.exec(text)?.[1] : undefined;
  const status = /\d{3}/.test(text) ? STATUS.exec(text) : null;
  const words = unique(
    [
      ...nodes.flatMap((node) => node.errorCode ?? []),
      ...(plain.includes("_") ? captured(text.slice(0, 8_000), WORD) : []),
    ].map((word) => word.slice(0, 100)),
    24,
  );
  const oauthWord = words.find((word) => OAUTH.test(word)) ?? (plain.includes("_") ? OAUTH.exec(text)?.[1] : undefined);
  const facts: Record<string, unknown> = {
    text,
    plain,
    aadsts: unique(aadstsOf(text, plain, nodes), 8),
    oauthError: oauthWord,
    subError: pick("subError"),
    correlationId: pick("correlationId") ?? found("correlation", CORRELATION),
    traceId: pick("traceId") ?? found("trace", TRACE),
    timestamp: found("timestamp", TIMESTAMP) ?? pick("timestamp"),
    words,
    codes: unique([...nodes.flatMap((node) => node.code ?? []), ...(UPPER.test(text) ? captured(text, CODE) : [])], 12),
    status: pick("status") ?? (status === null ? undefined : Number(status[1] ?? status[2])),
    host,
    port,
    retryAfterSeconds: pick("retryAfterSeconds") ?? toNumber(found("retry-after", RETRY_AFTER)),
    credentialType: credentialTypeOf(text, plain),
    managedIdentity: MANAGED_IDENTITY.test(plain) || (host !== undefined && isIdentityEndpoint(host, path)),
    file: pick("path") ?? FILE.exec(text)?.[1],
    variables: UPPER.test(text) ? unique(captured(text, VARIABLE), 8) : [],
  };
  for (const key of Object.keys(facts)) if (facts[key] === undefined) delete facts[key];
  return facts as unknown as TextFacts;
}

function toNumber(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}
