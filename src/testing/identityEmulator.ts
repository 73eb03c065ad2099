import type { IdentityEmulatorAddresses } from "./addresses.js";
import type { EmulatedEnvironment } from "./environment.js";
import type { Fault } from "./faults/fault.js";
import type { FederatedCredential } from "./options.js";
import type { RecordedRequest, RequestFilter } from "./requests.js";

/**
 * A running emulator. See {@link startIdentityEmulator}.
 *
 * @public
 * @since 0.1.0
 */
export interface IdentityEmulator extends IdentityEmulatorAddresses, AsyncDisposable {
  /** What has arrived since the start or the last `reset()`, in order; the array is live. */
  readonly requests: readonly RecordedRequest[];
  /** How many requests so far are of a kind. Default: all. */
  countRequests(filter?: RequestFilter): number;
  /**
   * Waits for the next request of a kind.
   *
   * @param options - `timeoutMs`: milliseconds after which the promise is rejected. Default 5000.
   */
  waitForRequest(filter?: RequestFilter, options?: { readonly timeoutMs?: number }): Promise<RecordedRequest>;
  /**
   * Lets the next requests of a kind go wrong: the first gets the first fault, and so on; then all is well again.
   * Faults that were set earlier for the same request are played first. `faults.throttleAbove` is no fault of the next
   * requests, but stays until `reset()`.
   */
  fault(match: RequestFilter, ...faults: Fault[]): void;
  /** How many faults have not been played yet; `Infinity` if one is repeated for ever, or a rate is set. */
  readonly pendingFaults: number;
  /** Forgets the recorded requests and the faults. Tokens, codes and clients' caches are left as they are. */
  reset(): void;
  /**
   * The environment variables by which credential classes find the emulator, `NO_PROXY` among them.
   *
   * `NODE_EXTRA_CA_CERTS` has no effect on a process that is already running. With Entra ID, the credential also needs
   * `disableInstanceDiscovery: true`, for which there is no variable: without it MSAL asks the real Entra ID about the
   * unknown authority.
   */
  environment(name: EmulatedEnvironment): Record<string, string>;
  /** Options that `ClientSecretCredential` and the other credentials of Entra ID take. */
  credentialOptions(): {
    readonly authorityHost: string;
    readonly disableInstanceDiscovery: true;
    readonly tlsOptions: { readonly ca: string };
  };
  /**
   * Issues an assertion signed by the trusted issuer, e.g. for a `ClientAssertionCredential`. With other values than
   * those that are registered, Entra ID refuses it with AADSTS700211 (issuer), 700213 (subject), 700212 (audience) or
   * 700024 (times).
   */
  issueFederatedToken(
    overrides?: Partial<FederatedCredential> & { readonly lifetimeSeconds?: number },
  ): Promise<string>;
  /** Issues the token that a caller of this application would bring: the assertion of an `OnBehalfOfCredential`. */
  issueUserAssertion(options?: { readonly lifetimeSeconds?: number; readonly audience?: string }): Promise<string>;
  /** Issues an access token as Entra ID would, for the application, e.g. for a call to the service. */
  issueAccessToken(resource: string, options?: { readonly lifetimeSeconds?: number }): Promise<string>;
  /** Issues an authorization code for the first user, good once, e.g. for an `AuthorizationCodeCredential`. */
  issueAuthorizationCode(): string;
  /** Ends every connection, hanging ones included, and removes the files. May be called again. */
  close(): Promise<void>;
}
