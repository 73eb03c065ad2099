import type { Span } from "@opentelemetry/api";
import { membersNotTried } from "../acquisition/acquisition.js";
import type { AcquisitionRecord } from "../acquisition/record.js";
import { type Outcome, selectedIn } from "./outcome.js";
import { redactScopes } from "./redact.js";

function spanIds(span: Span | undefined): { traceId?: string; spanId?: string } {
  if (span === undefined) return {};
  const { traceId, spanId } = span.spanContext();
  return { traceId, spanId };
}

/**
 * The record of a finished call, for the diagnostics channel. It stays in the process, so identifiers are plain; what
 * could hold a secret is left out as everywhere.
 */
export function acquisitionRecord(
  credentialType: string,
  credentialName: string | undefined,
  outcome: Outcome,
): AcquisitionRecord {
  const { call, chain, token, source, diagnosis } = outcome;
  const { recorder, change, leader, callers, refreshFailures } = call;
  const selected = selectedIn(outcome);
  return {
    credentialType,
    ...(credentialName !== undefined && { credentialName }),
    scopes: redactScopes(call.scopes, "plain"),
    outcome: outcome.state,
    startTime: performance.timeOrigin + recorder.startedAt,
    durationMs: outcome.durationMs,
    ...(source !== undefined && { tokenSource: source }),
    ...(token?.expiresIn !== undefined && { expiresInSeconds: token.expiresIn }),
    ...(token?.refreshIn !== undefined && { refreshInSeconds: token.refreshIn }),
    ...(chain !== undefined && { chain, notTried: membersNotTried(recorder, chain) }),
    ...(selected !== undefined && { selected }),
    attempts: outcome.attempts,
    // Those that the diagnosis speaks of; a caller who joined has sent nothing.
    exchanges: call.joined ? [] : (diagnosis?.exchanges ?? recorder.exchanges()),
    processes: recorder.processes(),
    ...(diagnosis !== undefined && { diagnosis }),
    ...(callers > 1 && { callers }),
    ...(leader !== undefined && { leader: { traceId: leader.traceId, spanId: leader.spanId } }),
    ...(refreshFailures > 0 && { refreshFailures }),
    ...(change !== undefined && { previouslySelected: change.previous }),
    ...spanIds(call.span),
  };
}
