import type { AttemptDiagnosis, Diagnosis, Exchange, ToolProcess } from "../failure/types.js";

/**
 * Where a token came from: `cache` when nothing was sent and nothing started, `network`, or `process` when a tool such as
 * `az` was started for it, `coalesced` when the call shared the acquisition of an earlier one that was still going on. A
 * probe of the metadata service does not count as sending: it gets no token.
 *
 * @public
 * @since 0.1.0
 */
export type TokenSource = "cache" | "network" | "process" | "coalesced";

/**
 * One finished token acquisition, as published on the diagnostics channel `diagnostic-credential.acquisition`. Never
 * holds the token, a secret or the raw error.
 *
 * @public
 * @since 0.1.0
 */
export interface AcquisitionRecord {
  /** Class name of the wrapped credential. */
  readonly credentialType: string;
  /** The option `name`. */
  readonly credentialName?: string;
  /** Scopes as asked; what is not a string is given by its type, e.g. `<number>`. */
  readonly scopes: readonly string[];
  /** `empty`: the credential resolved to `null`. `aborted`: the caller gave up, which is no failure of the credential. */
  readonly outcome: "succeeded" | "empty" | "failed" | "aborted";
  /** Start, milliseconds since the epoch. */
  readonly startTime: number;
  readonly durationMs: number;
  readonly tokenSource?: TokenSource;
  /** Seconds the token has to live. */
  readonly expiresInSeconds?: number;
  /** Seconds until the token should be renewed, where the credential says so. */
  readonly refreshInSeconds?: number;
  /** Class names of a chain's members, in order. */
  readonly chain?: readonly string[];
  /** The member that gave the token. */
  readonly selected?: string;
  /** Members after the last one tried. */
  readonly notTried?: readonly string[];
  readonly attempts: readonly AttemptDiagnosis[];
  /** At most 32; of more, the last place holds the newest. */
  readonly exchanges: readonly Exchange[];
  readonly processes: readonly ToolProcess[];
  /** Why there is no token. */
  readonly diagnosis?: Diagnosis;
  /** How many calls shared this acquisition, the one that started it included; absent for a single one. */
  readonly callers?: number;
  /** The span of the acquisition that this call shared. */
  readonly leader?: { readonly traceId: string; readonly spanId: string };
  /** Failures in a row while the earlier token for the same request still works. */
  readonly refreshFailures?: number;
  /** The member that gave the token before, where another one gave this. */
  readonly previouslySelected?: string;
  /** Of `recent()`: how many calls in a row this record stands for. Tokens out of the cache are kept as one. */
  readonly calls?: number;
  /** Of `recent()`: the record was too long, so attempts and most exchanges are left out. */
  readonly truncated?: true;
  /** Ids of the call's span, lower-case hex, when there is one. */
  readonly traceId?: string;
  readonly spanId?: string;
}
