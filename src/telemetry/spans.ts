import type { Span } from "@opentelemetry/api";
import { membersNotTried, tokenSource } from "../acquisition/acquisition.js";
import type { Attempt } from "../acquisition/chain.js";
import type { AttemptDiagnosis, Exchange } from "../failure/types.js";
import { setWireAttributes } from "./attributes.js";
import type { TelemetryGuard } from "./guard.js";
import { isFailure, type Outcome, selectedIn } from "./outcome.js";
import * as semconv from "./semconv.js";
import { startAttributes, type Tracing } from "./tracing.js";

/** Describes and ends the spans of a finished call, those of its attempts first. */
export function endSpans(tracing: Tracing, guard: TelemetryGuard, span: Span, outcome: Outcome): void {
  const { attempts } = outcome;
  const { recorder } = outcome.call;
  const red = isFailure(outcome);
  let unshown: Exchange[] = [];
  if (recorder.attempts !== undefined) unshown = endAttempts(tracing, guard, recorder.attempts, attempts, red);
  else if (attempts.length > 0) addUntimed(tracing, guard, outcome, red);
  guard.run(() => describeCall(tracing, span, outcome, red, unshown));
  guard.run(() => span.end());
}

function describeCall(
  tracing: Tracing,
  span: Span,
  outcome: Outcome,
  red: boolean,
  unshown: readonly Exchange[],
): void {
  const { call, chain, source, token, diagnosis } = outcome;
  const { recorder, change } = call;
  setWireAttributes(span, recorder);
  if (source !== undefined) span.setAttribute(semconv.ATTR_TOKEN_SOURCE, source);
  if (token?.expiresIn !== undefined) span.setAttribute(semconv.ATTR_TOKEN_EXPIRES_IN, token.expiresIn);
  if (token?.refreshIn !== undefined) span.setAttribute(semconv.ATTR_TOKEN_REFRESH_IN, token.refreshIn);
  if (chain !== undefined) {
    span.setAttribute(semconv.ATTR_CREDENTIAL_CHAIN, [...chain]);
    const notTried = membersNotTried(recorder, chain);
    if (notTried.length > 0) span.setAttribute(semconv.ATTR_CREDENTIAL_NOT_TRIED, [...notTried]);
  }
  const selected = selectedIn(outcome);
  if (selected !== undefined) span.setAttribute(semconv.ATTR_CREDENTIAL_SELECTED, selected);
  if (call.callers > 1) span.setAttribute(semconv.ATTR_TOKEN_CALLERS, call.callers);
  if (call.refreshFailures > 0) span.setAttribute(semconv.ATTR_REFRESH_FAILURES, call.refreshFailures);
  if (change !== undefined) {
    span.addEvent(semconv.EVENT_CREDENTIAL_CHANGED, {
      [semconv.ATTR_CREDENTIAL_PREVIOUS]: change.previous,
      [semconv.ATTR_CREDENTIAL_SELECTED]: change.selected,
    });
  }
  if (diagnosis !== undefined) tracing.addFailure(span, diagnosis, red);
  if (recorder.exchangeCount > 0) tracing.addExchanges(span, [...unshown, ...recorder.ownExchanges()]);
}

/**
 * Attempt spans end here and not when the attempt does, with the time it took: only now is it known whether a member was
 * skipped on the way to a token or failed, and a span cannot be changed once it has ended.
 *
 * @returns the exchanges of attempts without a span, which a sampler may have dropped
 */
function endAttempts(
  tracing: Tracing,
  guard: TelemetryGuard,
  attempts: readonly Attempt[],
  diagnoses: readonly AttemptDiagnosis[],
  red: boolean,
): Exchange[] {
  return attempts.flatMap((attempt, position) => {
    const { recorder, span } = attempt;
    const diagnosis = diagnoses[position];
    const inner = recorder.attempts
      ? endAttempts(tracing, guard, recorder.attempts, diagnosis?.attempts ?? [], red)
      : [];
    const exchanges = recorder.exchangeCount > 0 ? [...inner, ...recorder.ownExchanges()] : inner;
    if (span === undefined) return exchanges;
    guard.run(() => {
      setWireAttributes(span, recorder);
      if (attempt.result === "token") span.setAttribute(semconv.ATTR_TOKEN_SOURCE, tokenSource(recorder));
      if (diagnosis !== undefined) describeAttempt(tracing, span, diagnosis, red);
      tracing.addExchanges(span, exchanges);
    });
    guard.run(() => span.end(attempt.endedAt));
    return [];
  });
}

function describeAttempt(tracing: Tracing, span: Span, diagnosis: AttemptDiagnosis, red: boolean): void {
  span.setAttribute(semconv.ATTR_ATTEMPT_OUTCOME, diagnosis.outcome);
  if (diagnosis.decisive) span.setAttribute(semconv.ATTR_ATTEMPT_DECISIVE, true);
  if (diagnosis.finding !== undefined) {
    tracing.addFailure(span, diagnosis.finding, red && diagnosis.outcome === "failed");
  }
}

/** Attempts that were only read off the error of a chain that could not be watched: spans without a length. */
function addUntimed(tracing: Tracing, guard: TelemetryGuard, outcome: Outcome, red: boolean): void {
  for (const diagnosis of outcome.attempts) {
    guard.run(() => {
      const { credentialType, index } = diagnosis;
      const attributes = {
        ...startAttributes(credentialType, undefined),
        [semconv.ATTR_ATTEMPT_INDEX]: index,
      };
      const span = tracing.startInside(outcome.call.recorder, semconv.SPAN_ATTEMPT_PREFIX + credentialType, attributes);
      if (span === undefined) return;
      describeAttempt(tracing, span, diagnosis, red);
      span.end();
    });
  }
}
