import {
  type Attributes,
  type Counter,
  createNoopMeter,
  type Histogram,
  type Meter,
  type MeterProvider,
  metrics,
} from "@opentelemetry/api";
import type { AttemptDiagnosis } from "../failure/types.js";
import { VERSION } from "../version.js";
import type { Outcome } from "./outcome.js";
import * as semconv from "./semconv.js";

/**
 * Both ends matter: a token from the cache takes less than a millisecond, the metadata service's probe gives up after one
 * second, and its retries go on for tens of seconds. In seconds.
 */
const DURATION_BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
/** From the point where a client refreshes at once to the longest-lived token of a managed identity. In seconds. */
const LIFETIME_BUCKETS = [60, 120, 300, 600, 900, 1800, 3600, 7200, 28800, 86400];

function seconds(meter: Meter, name: string, description: string, buckets: number[]): Histogram<Attributes> {
  return meter.createHistogram(name, { unit: "s", description, advice: { explicitBucketBoundaries: buckets } });
}

/** The instruments of one meter provider. */
export interface Instruments {
  readonly tokenDuration: Histogram;
  readonly attemptDuration: Histogram;
  readonly remainingLifetime: Histogram;
  readonly policyViolations: Counter;
  readonly refreshFailures: Counter;
}

/**
 * Finds the instruments to record with. The metrics API has no proxy: what is asked for before an SDK is registered stays
 * a no-op, so the provider is looked up on each call and the instruments made anew when it has changed.
 */
export class Metrics {
  private readonly _fixed: MeterProvider | undefined;
  private _provider: MeterProvider | undefined;
  private _instruments: Instruments | undefined;

  constructor(provider: MeterProvider | undefined) {
    this._fixed = provider;
  }

  /** Undefined when nobody listens. May throw what a broken provider throws. */
  instruments(): Instruments | undefined {
    const provider = this._fixed ?? metrics.getMeterProvider();
    if (provider !== this._provider) {
      this._provider = provider;
      this._instruments = undefined;
      const meter = provider.getMeter(semconv.SCOPE_NAME, VERSION, { schemaUrl: semconv.SCHEMA_URL });
      if (meter !== createNoopMeter()) {
        this._instruments = {
          tokenDuration: seconds(
            meter,
            semconv.METRIC_TOKEN_DURATION,
            "Duration of getToken, from the call to the token or the error.",
            DURATION_BUCKETS,
          ),
          attemptDuration: seconds(
            meter,
            semconv.METRIC_ATTEMPT_DURATION,
            "Duration of one member of a credential chain.",
            DURATION_BUCKETS,
          ),
          remainingLifetime: seconds(
            meter,
            semconv.METRIC_TOKEN_REMAINING_LIFETIME,
            "Time a token has to live when it is handed out.",
            LIFETIME_BUCKETS,
          ),
          policyViolations: meter.createCounter(semconv.METRIC_POLICY_VIOLATIONS, {
            unit: "{violation}",
            description: "What the credential policy found.",
          }),
          refreshFailures: meter.createCounter(semconv.METRIC_REFRESH_FAILURES, {
            unit: "{failure}",
            description: "Acquisitions that failed while the earlier token still worked.",
          }),
        };
      }
    }
    return this._instruments;
  }
}

/** Records a finished call. What was called off is neither a success nor a failure of the credential, so it counts as neither. */
export function recordMetrics(instruments: Instruments, credentialType: string, outcome: Outcome): void {
  if (outcome.state === "aborted") return;
  const { source, token, diagnosis, call } = outcome;
  const attributes: Attributes = { [semconv.ATTR_CREDENTIAL_TYPE]: credentialType };
  if (source !== undefined) attributes[semconv.ATTR_TOKEN_SOURCE] = source;
  if (token?.expiresIn !== undefined) instruments.remainingLifetime.record(Math.max(0, token.expiresIn), attributes);
  const failure = diagnosis && { [semconv.ATTR_ERROR_TYPE]: diagnosis.kind };
  instruments.tokenDuration.record(outcome.durationMs / 1000, failure ? { ...attributes, ...failure } : attributes);
  if (call.recorder.attempts !== undefined) recordAttempts(instruments, outcome.attempts);
  // Of a failure that several callers share, the one who started it counts.
  if (call.refreshFailures > 0 && !call.joined) {
    instruments.refreshFailures.add(1, { [semconv.ATTR_CREDENTIAL_TYPE]: credentialType, ...failure });
  }
}

function recordAttempts(instruments: Instruments, attempts: readonly AttemptDiagnosis[]): void {
  for (const { credentialType, outcome, durationMs, finding, attempts: inner } of attempts) {
    if (durationMs !== undefined) {
      instruments.attemptDuration.record(durationMs / 1000, {
        [semconv.ATTR_CREDENTIAL_TYPE]: credentialType,
        [semconv.ATTR_ATTEMPT_OUTCOME]: outcome,
        ...(finding && { [semconv.ATTR_FAILURE_KIND]: finding.kind }),
      });
    }
    recordAttempts(instruments, inner);
  }
}
