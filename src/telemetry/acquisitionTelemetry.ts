import { channel } from "node:diagnostics_channel";
import type { AccessToken, GetTokenOptions } from "@azure/core-auth";
import { type Attributes, type MeterProvider, type TracerProvider, trace } from "@opentelemetry/api";
import { attemptEvidence, describeAttempts, tokenFacts, tokenSource } from "../acquisition/acquisition.js";
import type { Attempt } from "../acquisition/chain.js";
import type { AcquisitionRecord } from "../acquisition/record.js";
import { Recorder } from "../acquisition/recorder.js";
import type { Diagnosis } from "../failure/types.js";
import type { PolicyViolation } from "../policy/types.js";
import { Call } from "./call.js";
import { TelemetryGuard } from "./guard.js";
import { Metrics, recordMetrics } from "./metrics.js";
import type { Chain, Outcome } from "./outcome.js";
import { parentContext } from "./parent.js";
import { markViolations } from "./policy.js";
import { ReadySpan } from "./ready.js";
import { acquisitionRecord } from "./record.js";
import type { IdentifierPolicy } from "./redact.js";
import { ShownScopes } from "./scopes.js";
import * as semconv from "./semconv.js";
import { endSpans } from "./spans.js";
import { startAttributes, Tracing } from "./tracing.js";

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

/** Turns acquisitions into spans, metrics and records. Nothing here can make a call fail. */
export class AcquisitionTelemetry {
  readonly guard: TelemetryGuard = new TelemetryGuard();
  private readonly _target: TelemetryTarget;
  private readonly _tracing: Tracing;
  private readonly _metrics: Metrics;
  private readonly _spanName: string;
  private readonly _startAttributes: Attributes;
  private readonly _scopes: ShownScopes;

  constructor(target: TelemetryTarget) {
    this._target = target;
    this._tracing = new Tracing(target.tracerProvider, target.identifiers);
    this._metrics = new Metrics(target.meterProvider);
    this._scopes = new ShownScopes(target.identifiers);
    this._spanName = semconv.SPAN_CALL_PREFIX + target.credentialType;
    this._startAttributes = startAttributes(target.credentialType, target.credentialName);
  }

  /**
   * Starts to trace a call.
   *
   * @param shared - the recorder of the acquisition that the call shares
   */
  started(recorder: Recorder, scopes: unknown, options: GetTokenOptions | undefined, shared?: Recorder): Call {
    const context = shared?.context;
    const leader = context && this.guard.run(() => trace.getSpanContext(context));
    const call = new Call(recorder, scopes, shared !== undefined, leader, finished.hasSubscribers);
    try {
      call.instruments = this._metrics.instruments();
    } catch (error) {
      this.guard.report(error);
    }
    try {
      call.span = call.joined
        ? this._tracing.startJoined(this._spanName, this._startAttributes, options, leader)
        : this._tracing.startCall(recorder, this._spanName, this._startAttributes, options);
      call.span?.setAttribute(semconv.ATTR_TOKEN_SCOPES, this._scopes.of(scopes));
      const { selection } = this._target;
      if (selection !== undefined) call.span?.setAttribute(semconv.ATTR_CREDENTIAL_SELECTION, selection);
    } catch (error) {
      this.guard.report(error);
    }
    call.wanted ||= call.span !== undefined || call.instruments !== undefined;
    return call;
  }

  /** The acquisition that a call was to share is over: it starts one of its own, under the span that it has. */
  leads({ recorder, span }: Call, options: GetTokenOptions | undefined): void {
    if (span === undefined) return;
    this.guard.run(() => {
      recorder.context = trace.setSpan(parentContext(options), span);
    });
  }

  /** Whether nobody looks at a call, and so at those who join it: no tracer, no meter, no subscriber. */
  isIdle({ wanted, recorder }: Call): boolean {
    return !wanted && recorder.context === undefined && !finished.hasSubscribers;
  }

  /** Starts the span of a `ready()`. */
  ready(scopes: unknown, options: GetTokenOptions | undefined): ReadySpan {
    const recorder = new Recorder(undefined, undefined);
    const span = this.guard.run(() => {
      const name = semconv.SPAN_READY_PREFIX + this._target.credentialType;
      const started = this._tracing.startCall(recorder, name, this._startAttributes, options);
      started?.setAttribute(semconv.ATTR_TOKEN_SCOPES, this._scopes.of(scopes));
      return started;
    });
    return new ReadySpan(this._tracing, this.guard, span, recorder.context);
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

  /** The caller who started the acquisition has gone, and others wait for it. */
  callerGone({ span }: Call): void {
    this.guard.run(() => span?.addEvent(semconv.EVENT_CALLER_GONE));
  }

  /** The call came back with a token. */
  succeeded(call: Call, chain: Chain, token: AccessToken): AcquisitionRecord | undefined {
    if (!call.wanted && !call.kept) return undefined;
    return this.guard.run(() => {
      const { recorder, joined } = call;
      const attempts = recorder.attempts === undefined ? [] : describeAttempts(attemptEvidence(recorder, true));
      return this._settle(call, {
        call,
        chain,
        state: "succeeded",
        durationMs: performance.now() - recorder.startedAt,
        source: joined ? "coalesced" : tokenSource(recorder),
        token: tokenFacts(token),
        attempts,
        diagnosis: undefined,
      });
    });
  }

  /** The call threw. */
  failed(call: Call, chain: Chain, diagnosis: () => Diagnosis): AcquisitionRecord | undefined {
    return this._withoutToken(call, chain, diagnosis, ({ kind }) => (kind === "aborted" ? "aborted" : "failed"));
  }

  /** The call came back without a token and without an error. */
  cameBackEmpty(call: Call, chain: Chain, diagnosis: () => Diagnosis): AcquisitionRecord | undefined {
    return this._withoutToken(call, chain, diagnosis, () => "empty");
  }

  private _withoutToken(
    call: Call,
    chain: Chain,
    diagnosis: () => Diagnosis,
    stateOf: (diagnosis: Diagnosis) => Outcome["state"],
  ): AcquisitionRecord | undefined {
    if (!call.wanted && !call.kept) return undefined;
    const durationMs = performance.now() - call.recorder.startedAt;
    return this.guard.run(() => {
      const found = diagnosis();
      return this._settle(call, {
        call,
        chain,
        state: stateOf(found),
        durationMs,
        source: call.joined ? "coalesced" : undefined,
        token: undefined,
        // The attempts of an acquisition belong to the call that started it.
        attempts: call.joined ? [] : found.attempts,
        diagnosis: found,
      });
    });
  }

  private _settle(call: Call, outcome: Outcome): AcquisitionRecord | undefined {
    const { credentialType, credentialName } = this._target;
    const { instruments, kept } = call;
    if (instruments !== undefined) this.guard.run(() => recordMetrics(instruments, credentialType, outcome));
    if (call.span !== undefined) endSpans(this._tracing, this.guard, call.span, outcome);
    const heard = finished.hasSubscribers;
    if (!heard && !kept) return undefined;
    const record = acquisitionRecord(credentialType, credentialName, outcome);
    // A subscriber may do with its record what it likes: others keep the diagnosis and the record.
    const shared = kept || record.diagnosis !== undefined;
    if (heard) this.guard.run(() => finished.publish(shared ? structuredClone(record) : record));
    return record;
  }
}
