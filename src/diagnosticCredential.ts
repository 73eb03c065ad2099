import type { AccessToken, GetTokenOptions, TokenCredential } from "@azure/core-auth";
import { acquisitionEvidence } from "./acquisition/acquisition.js";
import { type Attempt, type ChainWatcher, silentReasonOf, WatchedChain } from "./acquisition/chain.js";
import { credentialTypeOf } from "./acquisition/credentialType.js";
import { CredentialDeadlineError, Deadline, waitingFor } from "./acquisition/deadline.js";
import { callInside } from "./acquisition/inside.js";
import { Recorder, recorders } from "./acquisition/recorder.js";
import { watchWire } from "./acquisition/wire.js";
import { assertCredential, assertOptions } from "./arguments.js";
import type { DiagnosticCredentialOptions } from "./diagnosticCredentialOptions.js";
import { rememberEvidence } from "./failure/memory.js";
import type { PolicyViolation } from "./policy/types.js";
import { registerUnwrap } from "./policy/unwrap.js";
import { PolicyGate, violationsIn } from "./policyGate.js";
import { AcquisitionTelemetry, type Call } from "./telemetry/acquisitionTelemetry.js";

const NO_VIOLATIONS: readonly PolicyViolation[] = [];

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
  readonly #credential: TokenCredential;
  readonly #type: string;
  readonly #name: string | undefined;
  readonly #chain: WatchedChain | undefined;
  readonly #telemetry: AcquisitionTelemetry;
  readonly #gate: PolicyGate | undefined;
  readonly #deadline: Deadline | undefined;
  #reported = false;

  static {
    registerUnwrap((credential) => (#credential in credential ? credential.#credential : undefined));
  }

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
    this.#credential = credential;
    this.#type = DiagnosticCredential.#typeOf(credential);
    this.#name = options.name ?? DiagnosticCredential.#nameOf(credential);
    this.#gate = PolicyGate.of(credential, options.policy, this.#name ?? this.#type);
    const deadlineMs = options.deadlineMs ?? this.#gate?.deadlineMs;
    this.#deadline = deadlineMs === undefined ? undefined : new Deadline(deadlineMs);
    this.#telemetry = new AcquisitionTelemetry({
      credentialType: this.#type,
      credentialName: this.#name,
      selection: options.selection,
      identifiers: options.identifiers ?? "hash",
      tracerProvider: options.tracerProvider,
      meterProvider: options.meterProvider,
    });
    this.#chain = WatchedChain.of(credential, this.#watcher());
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
  async getToken(scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken | null> {
    const around = recorders.getStore();
    const target = this.#chain?.target ?? this.#credential;
    const open = around === undefined || around.closed ? undefined : around;
    if (open?.subject === this) {
      // A DiagnosticCredential or a watched chain around this one is already tracing this very call.
      this.#gate?.beforeCall(scopes, options);
      const given = await (options === undefined ? target.getToken(scopes) : target.getToken(scopes, options));
      this.#gate?.afterCall(given);
      return given;
    }
    const recorder = new Recorder(this.#credential, open);
    const telemetry = this.#telemetry;
    const chain = this.#chain?.types;
    const call = telemetry.started(recorder, scopes, options);
    const gate = this.#gate;
    let found: readonly PolicyViolation[] = NO_VIOLATIONS;
    let token: AccessToken | null;
    try {
      if (gate !== undefined) found = gate.beforeCall(scopes, options);
      const deadline = this.#deadline;
      const wait = callInside(recorder, target, scopes, options, telemetry.guard.report);
      token = await (deadline === undefined ? wait : this.#within(deadline, recorder, wait));
      if (gate !== undefined) {
        const after = gate.afterCall(token);
        if (after.length > 0) found = [...found, ...after];
      }
    } catch (error) {
      recorder.close();
      if (gate !== undefined) this.#mark(call, violationsIn(error) ?? found);
      telemetry.guard.run(() => {
        const evidence = acquisitionEvidence(this.#type, recorder, options?.abortSignal?.aborted === true);
        rememberEvidence(error, evidence);
        telemetry.failed(call, chain, error, evidence);
      });
      recorder.release();
      throw error;
    }
    recorder.close();
    if (gate !== undefined) this.#mark(call, found);
    if (token === null || token === undefined) {
      telemetry.guard.run(() => {
        const evidence = acquisitionEvidence(this.#type, recorder, false);
        telemetry.cameBackEmpty(call, chain, evidence, silentReasonOf(this.#credential));
      });
    } else {
      telemetry.succeeded(call, chain, token);
    }
    recorder.release();
    return token;
  }

  /** Type, name and policy only: the wrapped credential may hold a secret. */
  toJSON(): { credential: string; name?: string; policy?: string } {
    return {
      credential: this.#type,
      ...(this.#name !== undefined && { name: this.#name }),
      ...(this.#gate !== undefined && { policy: this.#gate.preset }),
    };
  }

  /** What `console.log` and `util.inspect` show. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    const shown = Object.entries(this.toJSON()).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    return `DiagnosticCredential { ${shown.join(", ")} }`;
  }

  #within<T>(deadline: Deadline, recorder: Recorder, wait: Promise<T>): Promise<T> {
    return deadline.bound(wait, () => {
      const seen = this.#telemetry.guard.run(() => waitingFor(recorder));
      return new CredentialDeadlineError(deadline.ms, seen);
    });
  }

  /** Puts on the call what the policy found; what stands since construction is told in full on the first call only. */
  #mark(call: Call, found: readonly PolicyViolation[]): void {
    const standing = this.#gate?.standing ?? NO_VIOLATIONS;
    if (standing.length === 0 && found.length === 0) return;
    const fresh = this.#reported ? found : [...standing, ...found];
    this.#reported = true;
    this.#telemetry.violated(call, [...standing, ...found], fresh);
  }

  #watcher(): ChainWatcher {
    const telemetry = this.#telemetry;
    return {
      attemptStarted: (attempt: Attempt, around: Recorder, member: TokenCredential) =>
        telemetry.attemptStarted(attempt, around, DiagnosticCredential.#nameOf(member)),
      typeOf: DiagnosticCredential.#typeOf,
      report: telemetry.guard.report,
    };
  }

  /** The class of a credential, looking through wrappers of this class. */
  static #typeOf(credential: TokenCredential): string {
    return #type in credential ? credential.#type : credentialTypeOf(credential);
  }

  static #nameOf(credential: TokenCredential): string | undefined {
    return #name in credential ? credential.#name : undefined;
  }
}
