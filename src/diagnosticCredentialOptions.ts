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
