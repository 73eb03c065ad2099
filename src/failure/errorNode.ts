/**
 * One error of a cause chain, reduced to the properties that say something about authentication. Every field has the
 * type it claims to have, whatever the object held.
 *
 * @internal
 */
export interface ErrorNode {
  readonly name?: string;
  readonly message?: string;
  /** Error code of Node.js, OpenSSL or a service, e.g. `ENOTFOUND`, `AuthorizationFailed`. */
  readonly code?: string;
  readonly syscall?: string;
  readonly hostname?: string;
  readonly port?: number;
  readonly path?: string;
  /** HTTP status. */
  readonly status?: number;
  /** MSAL `errorCode`, or OAuth `error`. */
  readonly errorCode?: string;
  readonly subError?: string;
  /** AADSTS numbers. */
  readonly aadsts: readonly number[];
  readonly correlationId?: string;
  readonly traceId?: string;
  readonly timestamp?: string;
  /** URL of the request, where it is a RestError. */
  readonly url?: string;
  readonly retryAfterSeconds?: number;
  /** True where the answer was a web page. */
  readonly page?: true;
  /** True for an error of MSAL without a word: what it throws in place of a request that it holds back. */
  readonly silent?: true;
  /** True where a client crashed over an answer without a body. */
  readonly clientCrash?: true;
  /** True when the service answered with a claims challenge. */
  readonly claimsChallenge: boolean;
}
