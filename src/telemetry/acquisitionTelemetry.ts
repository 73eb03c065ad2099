import { channel } from "node:diagnostics_channel";
import type { AccessToken, GetTokenOptions } from "@azure/core-auth";
import type { Attributes, MeterProvider, Span, TracerProvider } from "@opentelemetry/api";
import { attemptEvidence, describeAttempts, tokenFacts, tokenSource } from "../acquisition/acquisition.js";
import type { Attempt } from "../acquisition/chain.js";
import type { Recorder } from "../acquisition/recorder.js";
import { failureLibrary } from "../failure/load.js";
import type { AcquisitionEvidence, Diagnosis } from "../failure/types.js";
import type { PolicyViolation } from "../policy/types.js";
import { TelemetryGuard } from "./guard.js";
import { type Instruments, Metrics, recordMetrics } from "./metrics.js";
import type { Outcome } from "./outcome.js";
import { markViolations } from "./policy.js";
import { acquisitionRecord } from "./record.js";
import { type IdentifierPolicy, redactScopes } from "./redact.js";
import * as semconv from "./semconv.js";
import { endSpans } from "./spans.js";
import { startAttributes, Tracing } from "./tracing.js";

type Chain = Outcome["chain"];

const finished = channel(semconv.CHANNEL_ACQUISITION);

/** What is fixed for one DiagnosticCredential. */
export interface TelemetryTarget {
  readonly credentialType: string;
  readonly credentialName: string | undefined;
  /** Why the credential was chosen. */
  readonly selection: string | undefined;
  readonly identifiers: IdentifierPolicy;
  readonly tracerProvider: TracerProvider | undefined;
  readonly meterProvider: MeterProvider | undefined;
}

/** A call that is going on. */
export interface Call {
  readonly recorder: Recorder;
  readonly scopes: unknown;
  span: Span | undefined;
  instruments: Instruments | undefined;
  /** Whether anybody wants to know how it ends. */
  wanted: boolean;
}

const MAX_SHOWN_SCOPES = 64;

/** Turns acquisitions into spans, metrics and records. Nothing here can make a call fail. */
export class AcquisitionTelemetry {
  readonly guard: TelemetryGuard = new TelemetryGuard();
  private readonly _target: TelemetryTarget;
  private readonly _tracing: Tracing;
  private readonly _metrics: Metrics;
  private readonly _spanName: string;
  private readonly _startAttributes: Attributes;
  private readonly _shownScopes = new Map<string, string[]>();

  constructor(target: TelemetryTarget) {
    this._target = target;
    this._tracing = new Tracing(target.tracerProvider, target.identifiers);
    this._metrics = new Metrics(target.meterProvider);
    this._spanName = semconv.SPAN_CALL_PREFIX + target.credentialType;
    this._startAttributes = startAttributes(target.credentialType, target.credentialName);
  }

  /** Starts to trace a call. */
  started(recorder: Recorder, scopes: unknown, options: GetTokenOptions | undefined): Call {
    const call: Call = { recorder, scopes, span: undefined, instruments: undefined, wanted: finished.hasSubscribers };
    try {
      call.instruments = this._metrics.instruments();
    } catch (error) {
      this.guard.report(error);
    }
    try {
      call.span = this._tracing.startCall(recorder, this._spanName, this._startAttributes, options);
      call.span?.setAttribute(semconv.ATTR_TOKEN_SCOPES, this._scopes(scopes));
      const { selection } = this._target;
      if (selection !== undefined) call.span?.setAttribute(semconv.ATTR_CREDENTIAL_SELECTION, selection);
    } catch (error) {
      this.guard.report(error);
    }
    call.wanted ||= call.span !== undefined || call.instruments !== undefined;
    if (call.wanted) recorder.startedAt = performance.now();
    return call;
  }

  /** The same scope is asked for again and again, so what it looks like in telemetry is kept. */
  private _scopes(scopes: unknown): string[] {
    const key = Array.isArray(scopes) && scopes.length === 1 ? scopes[0] : scopes;
    if (typeof key !== "string") return redactScopes(scopes, this._target.identifiers);
    let shown = this._shownScopes.get(key);
    if (shown === undefined) {
      shown = redactScopes(key, this._target.identifiers);
      if (this._shownScopes.size >= MAX_SHOWN_SCOPES) this._shownScopes.clear();
      this._shownScopes.set(key, shown);
    }
    return shown;
  }

  /** Starts the span of an attempt, if that of the call around it is recorded. */
  attemptStarted(attempt: Attempt, around: Recorder, memberName: string | undefined): void {
    if (around.context === undefined) return;
    try {
      const name = semconv.SPAN_ATTEMPT_PREFIX + attempt.type;
      const attributes = startAttributes(attempt.type, memberName);
      attributes[semconv.ATTR_ATTEMPT_INDEX] = attempt.index;
      attempt.span = this._tracing.startAttempt(attempt.recorder, around, name, attributes);
    } catch (error) {
      this.guard.report(error);
    }
  }

  /** The policy found something; see {@link markViolations}. */
  violated({ span, instruments }: Call, all: readonly PolicyViolation[], fresh: readonly PolicyViolation[]): void {
    this.guard.run(() => markViolations(span, instruments, all, fresh, this._target.identifiers));
  }

  /** The call came back with a token. */
  succeeded(call: Call, chain: Chain, token: AccessToken): void {
    if (!call.wanted) return;
    this.guard.run(() => {
      const { recorder, scopes, span } = call;
      const attempts = recorder.attempts === undefined ? [] : describeAttempts(attemptEvidence(recorder, true));
      this._settle(call.instruments, {
        state: "succeeded",
        recorder,
        scopes,
        chain,
        span,
        durationMs: performance.now() - recorder.startedAt,
        source: tokenSource(recorder),
        token: tokenFacts(token),
        attempts,
        diagnosis: undefined,
      });
    });
  }

  /** The call threw. */
  failed(call: Call, chain: Chain, error: unknown, evidence: AcquisitionEvidence): void {
    if (!call.wanted) return;
    const durationMs = performance.now() - call.recorder.startedAt;
    this.guard.run(() => {
      const diagnosis = failureLibrary().diagnoseAcquisition(error, evidence);
      const state = diagnosis.kind === "aborted" ? "aborted" : "failed";
      this._settle(call.instruments, withoutToken(call, chain, state, durationMs, diagnosis));
    });
  }

  /** The call came back without a token and without an error. */
  cameBackEmpty(call: Call, chain: Chain, evidence: AcquisitionEvidence, silentReason: string | undefined): void {
    if (!call.wanted) return;
    const durationMs = performance.now() - call.recorder.startedAt;
    this.guard.run(() => {
      const attempts = describeAttempts(evidence.attempts);
      const diagnosis = { ...failureLibrary().diagnoseNothing(evidence, silentReason), attempts };
      this._settle(call.instruments, withoutToken(call, chain, "empty", durationMs, diagnosis));
    });
  }

  private _settle(instruments: Instruments | undefined, outcome: Outcome): void {
    const { credentialType, credentialName } = this._target;
    if (instruments !== undefined) this.guard.run(() => recordMetrics(instruments, credentialType, outcome));
    if (outcome.span !== undefined) endSpans(this._tracing, this.guard, outcome.span, outcome);
    if (finished.hasSubscribers) {
      this.guard.run(() => finished.publish(acquisitionRecord(credentialType, credentialName, outcome)));
    }
  }
}

function withoutToken(
  { recorder, scopes, span }: Call,
  chain: Chain,
  state: Outcome["state"],
  durationMs: number,
  diagnosis: Diagnosis,
): Outcome {
  return {
    state,
    recorder,
    scopes,
    chain,
    span,
    durationMs,
    source: undefined,
    token: undefined,
    attempts: diagnosis.attempts,
    diagnosis,
  };
}
