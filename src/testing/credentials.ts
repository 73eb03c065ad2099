import type { AccessToken, GetTokenOptions, TokenCredential } from "@azure/core-auth";

/**
 * One call of `getToken`.
 *
 * @public
 * @since 0.1.0
 */
export interface TokenCall {
  readonly scopes: string | string[];
  readonly options: GetTokenOptions | undefined;
}

/**
 * A credential that remembers how it was called.
 *
 * @public
 * @since 0.1.0
 */
export interface ScriptedCredential extends TokenCredential {
  /** The calls so far, in order. */
  readonly calls: readonly TokenCall[];
}

function scripted(answer: (options: GetTokenOptions | undefined) => Promise<AccessToken | null>): ScriptedCredential {
  const calls: TokenCall[] = [];
  return {
    calls,
    async getToken(scopes, options) {
      calls.push({ scopes, options });
      return answer(options);
    },
  };
}

/**
 * Always gives a token.
 *
 * @param token - the token, or what of it matters. Default `"token"`, valid for an hour, of type `Bearer`.
 * @public
 * @since 0.1.0
 */
export function resolves(token: string | Partial<AccessToken> = {}): ScriptedCredential {
  const given = typeof token === "string" ? { token } : token;
  return scripted(async () => ({
    token: "token",
    expiresOnTimestamp: Date.now() + 3_600_000,
    tokenType: "Bearer",
    ...given,
  }));
}

/**
 * Is never available: rejects with an error named `CredentialUnavailableError`, at which a chain goes on to the next
 * credential. The SDK decides by that name, not by the class.
 *
 * @param message - Default `The credential is not available.`
 * @public
 * @since 0.1.0
 */
export function unavailable(message = "The credential is not available."): ScriptedCredential {
  return scripted(async () => {
    const error = new Error(message);
    error.name = "CredentialUnavailableError";
    throw error;
  });
}

/**
 * Rejects with this very value every time, whatever it is.
 *
 * @public
 * @since 0.1.0
 */
export function rejects(error: unknown): ScriptedCredential {
  return scripted(() => Promise.reject(error));
}

/**
 * Never settles.
 *
 * @param options - `honoursAbort`: whether it rejects with an `AbortError` when the caller aborts. Default `false`, as
 * the managed identity credential of `@azure/identity`.
 * @public
 * @since 0.1.0
 */
export function hangs(options: { readonly honoursAbort?: boolean } = {}): ScriptedCredential {
  return scripted(
    (call) =>
      new Promise((_, reject) => {
        const signal = options.honoursAbort ? call?.abortSignal : undefined;
        const abort = (): void => {
          const error = new Error("The operation was aborted.");
          error.name = "AbortError";
          reject(error);
        };
        if (signal?.aborted) abort();
        else signal?.addEventListener("abort", abort);
      }),
  );
}

/**
 * Resolves to `null`, as a member of a chain does that has nothing to offer.
 *
 * @public
 * @since 0.1.0
 */
export function nothing(): ScriptedCredential {
  return scripted(async () => null);
}
