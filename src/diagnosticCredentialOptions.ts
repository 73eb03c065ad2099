import type { GetTokenOptions } from "@azure/core-auth";
import type { MeterProvider, TracerProvider } from "@opentelemetry/api";
import type { PolicyConfig, PolicyPreset } from "./policy/types.js";
import type { IdentifierPolicy } from "./telemetry/redact.js";

/**
 * Options of a DiagnosticCredential.
 *
 * @public
 * @since 0.1.0
 */
export interface DiagnosticCredentialOptions {
  /** What this credential is called in telemetry, e.g. `"orders-db"`. Default: it has no name. */
  name?: string | undefined;
  /**
   * What this credential is held to. Default `"auto"`: the rules for production, as warnings, where NODE_ENV or
   * AZURE_FUNCTIONS_ENVIRONMENT says that this is production; nothing elsewhere.
   */
  policy?: PolicyPreset | PolicyConfig | undefined;
  /**
   * Bound on one acquisition, in ms; it holds also where the wrapped credential heeds no AbortSignal. Default: none, and
   * 120 000 under the production policy, above the SDK's own longest retries.
   */
  deadlineMs?: number | undefined;
  /**
   * Whether callers who want the same token at the same time share one acquisition; a credential of `@azure/identity` sends
   * a request for each. They share it if scopes, tenant, claims, `enableCae` and timeout are the same; a call with an option
   * that is not known stands alone. Nothing is kept after it. Set it to `false` for a credential that looks at who calls,
   * e.g. one that takes the user from an AsyncLocalStorage: with it on, one user would get the token of another. Default
   * `true`.
   */
  coalesce?: boolean | undefined;
  /** How many acquisitions `recent()` remembers, at most 1024; 0 for none. Default 64. */
  recent?: number | undefined;
  /**
   * Why this credential was chosen, in one sentence, for the span and the log.
   *
   * @internal
   */
  selection?: string | undefined;
  /** How tenant, client and object ids and user names appear in telemetry. Default `"hash"`. */
  identifiers?: IdentifierPolicy | undefined;
  /** Where spans go. Default: the global provider, also one that is registered later. */
  tracerProvider?: TracerProvider | undefined;
  /** Where metrics go. Default: the global provider, also one that is registered later. */
  meterProvider?: MeterProvider | undefined;
}

/**
 * Options of `ready()`.
 *
 * @public
 * @since 0.1.0
 */
export interface ReadyOptions {
  /** How long to go on, in ms. Default 120 000. */
  timeoutMs?: number | undefined;
  /** Ends the wait at once, with an error named AbortError. */
  abortSignal?: GetTokenOptions["abortSignal"] | undefined;
}
