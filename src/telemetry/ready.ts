import type { GetTokenOptions } from "@azure/core-auth";
import { type Context, type Span, SpanStatusCode } from "@opentelemetry/api";
import type { Diagnosis } from "../failure/types.js";
import type { TelemetryGuard } from "./guard.js";
import * as semconv from "./semconv.js";
import type { Tracing } from "./tracing.js";

/** The span of one `ready()`: the tries are spans under it, and events say how it went on. */
export class ReadySpan {
  private readonly _span: Span | undefined;
  private readonly _context: Context | undefined;
  private readonly _tracing: Tracing;
  private readonly _guard: TelemetryGuard;

  constructor(tracing: Tracing, guard: TelemetryGuard, span: Span | undefined, context: Context | undefined) {
    this._tracing = tracing;
    this._guard = guard;
    this._span = span;
    this._context = context;
  }

  /** What makes the tries nest under it. */
  options(): Pick<GetTokenOptions, "tracingOptions"> {
    return this._context === undefined ? {} : { tracingOptions: { tracingContext: this._context } };
  }

  /** @param delayMs - until the next try; undefined if there is none */
  tried(tries: number, { kind }: Diagnosis, delayMs: number | undefined): void {
    this._guard.run(() =>
      this._span?.addEvent(semconv.EVENT_READY_TRY, {
        [semconv.ATTR_READY_TRIES]: tries,
        [semconv.ATTR_FAILURE_KIND]: kind,
        ...(delayMs !== undefined && { [semconv.ATTR_READY_DELAY]: delayMs / 1000 }),
      }),
    );
  }

  tries(count: number): void {
    this._guard.run(() => this._span?.setAttribute(semconv.ATTR_READY_TRIES, count));
  }

  failed(diagnosis: Diagnosis | undefined): void {
    this._guard.run(() => {
      if (this._span === undefined) return;
      if (diagnosis === undefined) this._span.setStatus({ code: SpanStatusCode.ERROR });
      else this._tracing.addFailure(this._span, diagnosis, true);
    });
  }

  end(): void {
    this._guard.run(() => this._span?.end());
  }
}
