import type { Signs } from "./signs.js";

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
  /**
   * The same for who wrote it and where: of its start alone where the whole has not been looked through.
   *
   * @param members - the members of the chain that the text is of, which tell as much
   */
  surroundings(members: readonly TextFacts[]): Signs;
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
  /** Path of a file that could not be opened; absent where it does not look like a path. */
  readonly file: string | undefined;
  /** What was given in place of that path, in words that hold nothing of it. */
  readonly contentGiven: string | undefined;
  /** Names of the environment variables that are mentioned. */
  readonly variables: readonly string[];
}
