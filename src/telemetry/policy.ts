import type { Span } from "@opentelemetry/api";
import type { PolicyViolation } from "../policy/types.js";
import type { Instruments } from "./metrics.js";
import { type IdentifierPolicy, redactText } from "./redact.js";
import * as semconv from "./semconv.js";

/**
 * Marks a call with what the policy found: the rules as an attribute, an event for each violation that is new. What was
 * found at construction stands for every call, so it is an event, and counted, once.
 */
export function markViolations(
  span: Span | undefined,
  instruments: Instruments | undefined,
  all: readonly PolicyViolation[],
  fresh: readonly PolicyViolation[],
  identifiers: IdentifierPolicy,
): void {
  span?.setAttribute(semconv.ATTR_POLICY_VIOLATIONS, [...new Set(all.map(({ ruleId }) => ruleId))]);
  for (const { ruleId, severity, message } of fresh) {
    const attributes = { [semconv.ATTR_POLICY_RULE]: ruleId, [semconv.ATTR_POLICY_SEVERITY]: severity };
    instruments?.policyViolations.add(1, attributes);
    span?.addEvent(semconv.EVENT_POLICY_VIOLATION, {
      ...attributes,
      [semconv.ATTR_POLICY_MESSAGE]: redactText(message, identifiers),
    });
  }
}
