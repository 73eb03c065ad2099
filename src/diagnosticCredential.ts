import type { AccessToken, GetTokenOptions, TokenCredential } from "@azure/core-auth";
import { Acquirer } from "./acquirer.js";
import { hasFired } from "./acquisition/abort.js";
import { type Attempt, type ChainWatcher, WatchedChain } from "./acquisition/chain.js";
import { credentialTypeOf } from "./acquisition/credentialType.js";
import type { AcquisitionRecord } from "./acquisition/record.js";
import type { Recorder } from "./acquisition/recorder.js";
import { watchWire } from "./acquisition/wire.js";
import { assertCredential, assertOptions, assertReadyOptions } from "./arguments.js";
import { diagnose } from "./diagnose.js";
import type { DiagnosticCredentialOptions, ReadyOptions } from "./diagnosticCredentialOptions.js";
import { registerWrapper, wrappedBy } from "./policy/unwrap.js";
import { PolicyGate } from "./policyGate.js";
import { becomeReady, DEFAULT_READY_TIMEOUT_MS } from "./ready.js";
import { CredentialNotReadyError } from "./readyError.js";
import { AcquisitionTelemetry } from "./telemetry/acquisitionTelemetry.js";

const DEFAULT_RECENT = 64;

function watcherOf(telemetry: AcquisitionTelemetry): ChainWatcher {
  return {
    attemptStarted: (attempt: Attempt, around: Recorder, member: TokenCredential) =>
      telemetry.attemptStarted(attempt, around, wrappedBy(member)?.name),
    typeOf: (member) => wrappedBy(member)?.type ?? credentialTypeOf(member),
    report: telemetry.guard.report,
  };
}

/**
 * Decorates a TokenCredential: each `getToken` becomes an OpenTelemetry span, with a child span for each member of a
 * chain that was tried and an event for each HTTP exchange, and a measurement; a failure carries its kind, who can fix
 * it and how. The same token object comes back and the same error object is thrown.
 *
 * @example
 * ```ts
 * const credential = new DiagnosticCredential(new ManagedIdentityCredential(), { name: "orders-db" });
 * const client = new SecretClient("https://my-vault.vault.azure.net", credential);
 * ```
 * @public
 * @since 0.1.0
 */
export class DiagnosticCredential implements TokenCredential {
  // Private names and not private properties: whatever walks an object to print it would print the wrapped credential.
  readonly #type: string;
  readonly #name: string | undefined;
  readonly #policy: string | undefined;
  readonly #telemetry: AcquisitionTelemetry;
  readonly #acquirer: Acquirer;

  /**
   * @param credential - what gets the tokens: any credential of `@azure/identity`, a chain, or one of your own
   * @param options - see {@link DiagnosticCredentialOptions}
   * @throws TypeError if `credential` has no `getToken` or an option is of the wrong type; it says what was given
   * @throws CredentialPolicyError if the credential breaks a rule of the policy whose severity is `error`
   * @throws PolicyConfigurationError if the policy cannot be used
   */
  constructor(credential: TokenCredential, options: DiagnosticCredentialOptions = {}) {
    assertCredential(credential);
    assertOptions(options);
    const inner = wrappedBy(credential);
    this.#type = inner?.type ?? credentialTypeOf(credential);
    this.#name = options.name ?? inner?.name;
    registerWrapper(this, { credential, type: this.#type, name: this.#name });
    const shown = this.#name ?? this.#type;
    const gate = PolicyGate.of(credential, options.policy, shown);
    this.#policy = gate?.preset;
    const telemetry = new AcquisitionTelemetry({
      credentialType: this.#type,
      credentialName: this.#name,
      selection: options.selection,
      identifiers: options.identifiers ?? "hash",
      tracerProvider: options.tracerProvider,
      meterProvider: options.meterProvider,
    });
    this.#telemetry = telemetry;
    this.#acquirer = new Acquirer({
      credential,
      type: this.#type,
      shown,
      chain: WatchedChain.of(credential, watcherOf(telemetry)),
      gate,
      telemetry,
      deadlineMs: options.deadlineMs ?? gate?.deadlineMs,
      coalesce: options.coalesce ?? true,
      recent: options.recent ?? DEFAULT_RECENT,
    });
    watchWire();
  }

  /**
   * Gets a token from the wrapped credential and traces how.
   *
   * @param scopes - passed on as given
   * @param options - passed on, with `tracingOptions.tracingContext` set to the span's context
   * @returns the very object the wrapped credential gave, `null` included
   * @throws what the wrapped credential throws, the same object; `diagnose(error)` says what it means
   * @throws CredentialDeadlineError if `deadlineMs` have passed without an answer
   * @throws CredentialPolicyError before anything is sent, if the call breaks the policy, and after, if the token does
   */
  getToken(scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken | null> {
    return this.#acquirer.getToken(this, scopes, options);
  }

  /**
   * Waits until there is a token: for start-up, before a server listens or in a startup probe. Failures that may pass are
   * tried again, also those of an identity that may still be on its way (assigned a moment ago, metadata service not up yet,
   * token file not mounted), with exponential backoff and full jitter; a Retry-After is honoured. Each try is a span under
   * `ready <CredentialType>`, and a line in the log.
   *
   * @param scopes - as for `getToken`
   * @param options - `timeoutMs`: how long to go on, in ms, default 120 000; a try that hangs ends with it.
   * `abortSignal`: ends the wait at once
   * @throws CredentialNotReadyError when the time is over, or at once for a failure that no waiting mends; it has the last
   * diagnosis
   * @throws CredentialPolicyError if the call or the token breaks the policy
   * @throws an error named AbortError when `abortSignal` fires
   * @throws TypeError if `timeoutMs` is no number of ms above 0
   */
  async ready(scopes: string | string[], options: ReadyOptions = {}): Promise<void> {
    assertReadyOptions(options);
    const { timeoutMs = DEFAULT_READY_TIMEOUT_MS, abortSignal } = options;
    const span = this.#telemetry.ready(scopes, undefined);
    const shown = this.#name ?? this.#type;
    try {
      const signal = abortSignal ?? undefined;
      await becomeReady({ credential: this, type: this.#type, shown, scopes, timeoutMs, signal, span });
    } catch (error) {
      // Whoever gives up by himself has not seen a failure.
      if (!hasFired(abortSignal))
        span.failed(error instanceof CredentialNotReadyError ? error.diagnosis : diagnose(error));
      throw error;
    } finally {
      span.end();
    }
  }

  /**
   * What the last acquisitions were and how they ended, for whoever asks after the fact: a support case, a crash handler, a
   * page for operators. Kept in memory, bounded by the option `recent` and to 256 KB; without tokens, secrets or raw errors,
   * with identifiers in plain, whatever the option `identifiers` says: they do not leave the process by themselves.
   * Tokens that came out of the cache in a row are one record, whose `calls` says how many.
   *
   * @returns records of acquisitions, oldest first; the caller's own copies. A call that shared an acquisition is counted in
   * the `callers` of its record.
   */
  recent(): AcquisitionRecord[] {
    return this.#acquirer.recent();
  }

  /** Type, name and policy only: the wrapped credential may hold a secret. */
  toJSON(): { credential: string; name?: string; policy?: string } {
    return {
      credential: this.#type,
      ...(this.#name !== undefined && { name: this.#name }),
      ...(this.#policy !== undefined && { policy: this.#policy }),
    };
  }

  /** What `console.log` and `util.inspect` show. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    const shown = Object.entries(this.toJSON()).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    return `DiagnosticCredential { ${shown.join(", ")} }`;
  }
}
