import type { GetTokenOptions } from "@azure/core-auth";
import {
  type Attributes,
  type Context,
  INVALID_TRACEID,
  type Span,
  type SpanContext,
  SpanStatusCode,
  type Tracer,
  type TracerProvider,
  trace,
} from "@opentelemetry/api";
import type { Recorder } from "../acquisition/recorder.js";
import type { Exchange, Finding } from "../failure/types.js";
import { VERSION } from "../version.js";
import { exchangeAttributes, failureAttributes } from "./attributes.js";
import { parentContext } from "./parent.js";
import type { IdentifierPolicy } from "./redact.js";
import * as semconv from "./semconv.js";

/** What a span starts with: few, since they are paid for also where the sampler says no. */
export function startAttributes(credentialType: string, credentialName: string | undefined): Attributes {
  const attributes: Attributes = { [semconv.ATTR_CREDENTIAL_TYPE]: credentialType };
  if (credentialName !== undefined) attributes[semconv.ATTR_CREDENTIAL_NAME] = credentialName;
  return attributes;
}

/** With what all our spans have; undefined for one that records nothing. */
function described(span: Span): Span | undefined {
  if (!span.isRecording()) return undefined;
  span.setAttribute(semconv.ATTR_AZURE_RESOURCE_PROVIDER_NAMESPACE, semconv.RESOURCE_PROVIDER_NAMESPACE);
  span.setAttribute(semconv.ATTR_AZ_NAMESPACE, semconv.RESOURCE_PROVIDER_NAMESPACE);
  return span;
}

/** Makes spans. Its methods may throw what a broken tracer throws; callers go through the guard. */
export class Tracing {
  readonly identifiers: IdentifierPolicy;
  private readonly _fixed: TracerProvider | undefined;
  private _provider: TracerProvider | undefined;
  private _tracer: Tracer | undefined;

  constructor(provider: TracerProvider | undefined, identifiers: IdentifierPolicy) {
    this._fixed = provider;
    this.identifiers = identifiers;
  }

  private _getTracer(): Tracer {
    const provider = this._fixed ?? trace.getTracerProvider();
    // `trace.getTracer` takes no schema URL, and a tracer outlives the provider it came from.
    if (this._tracer === undefined || provider !== this._provider) {
      this._provider = provider;
      this._tracer = provider.getTracer(semconv.SCOPE_NAME, VERSION, { schemaUrl: semconv.SCHEMA_URL });
    }
    return this._tracer;
  }

  /** Starts the span of a call and gives the recorder its context. */
  startCall(
    recorder: Recorder,
    name: string,
    attributes: Attributes,
    options: GetTokenOptions | undefined,
  ): Span | undefined {
    return this._start(recorder, name, attributes, parentContext(options));
  }

  /** Starts the span of a call that shares the acquisition of another. Nothing runs inside, so it needs no context. */
  startJoined(
    name: string,
    attributes: Attributes,
    options: GetTokenOptions | undefined,
    leader: SpanContext | undefined,
  ): Span | undefined {
    const links = leader === undefined ? [] : [{ context: leader }];
    const span = this._getTracer().startSpan(name, { attributes, links }, parentContext(options));
    return described(span);
  }

  /**
   * Starts the span of an attempt under that of the acquisition it belongs to. What the chain passes on as the parent is
   * no use: without an instrumenter it has lost our span.
   */
  startAttempt(recorder: Recorder, around: Recorder, name: string, attributes: Attributes): Span | undefined {
    return around.context === undefined ? undefined : this._start(recorder, name, attributes, around.context);
  }

  private _start(recorder: Recorder, name: string, attributes: Attributes, parent: Context): Span | undefined {
    const span = this._getTracer().startSpan(name, { attributes }, parent);
    // A span that is not sampled still has to reach those inside, or they would start traces of their own.
    if (span.isRecording() || span.spanContext().traceId !== INVALID_TRACEID) {
      recorder.context = trace.setSpan(parent, span);
    }
    return described(span);
  }

  /** Starts a span under that of a recorder without giving it anything to record. */
  startInside(around: Recorder, name: string, attributes: Attributes): Span | undefined {
    return around.context && this._getTracer().startSpan(name, { attributes }, around.context);
  }

  /** One event per exchange, at the time it was sent. */
  addExchanges(span: Span, exchanges: readonly Exchange[]): void {
    for (const exchange of exchanges) {
      const attributes = exchangeAttributes(exchange, this.identifiers);
      span.addEvent(semconv.EVENT_EXCHANGE, attributes, exchange.startTime - performance.timeOrigin);
    }
  }

  /** Marks why there was no token; `red` where the call itself failed. */
  addFailure(span: Span, finding: Finding, red: boolean): void {
    span.setAttributes(failureAttributes(finding, this.identifiers));
    if (!red) return;
    span.setAttribute(semconv.ATTR_ERROR_TYPE, finding.kind);
    span.setStatus({ code: SpanStatusCode.ERROR, message: finding.summary });
  }
}
