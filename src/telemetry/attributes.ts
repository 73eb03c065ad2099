import type { Attributes, Span } from "@opentelemetry/api";
import type { Recorder } from "../acquisition/recorder.js";
import type { Exchange, Finding } from "../failure/types.js";
import { type IdentifierPolicy, redactHost, redactPath, redactText, requestId, timestamp } from "./redact.js";
import * as semconv from "./semconv.js";

/** A `Date` header has whole seconds and travels a while, so less than this says nothing. In seconds. */
const LEAST_CLOCK_SKEW = 5;

/** The attributes of a failure or of a skipped attempt, `error.type` aside. */
export function failureAttributes(finding: Finding, identifiers: IdentifierPolicy): Attributes {
  const { entra, remedies } = finding;
  const remedy = remedies[0];
  const attributes: Attributes = {
    [semconv.ATTR_FAILURE_KIND]: finding.kind,
    [semconv.ATTR_FAILURE_STAGE]: finding.stage,
    [semconv.ATTR_FAILURE_OWNER]: finding.owner,
    [semconv.ATTR_FAILURE_RETRYABLE]: finding.retryable,
  };
  if (remedy !== undefined) attributes[semconv.ATTR_FAILURE_REMEDY] = redactText(remedy.action, identifiers);
  if (remedy?.command !== undefined) {
    attributes[semconv.ATTR_FAILURE_REMEDY_COMMAND] = redactText(remedy.command, identifiers);
  }
  const url = remedies.find((item) => item.url !== undefined)?.url;
  if (url !== undefined) attributes[semconv.ATTR_FAILURE_REMEDY_URL] = url;
  if (entra !== undefined) {
    if (entra.codes.length > 0) attributes[semconv.ATTR_FAILURE_AADSTS_CODES] = [...entra.codes];
    const facts: [string, string | undefined][] = [
      [semconv.ATTR_FAILURE_CORRELATION_ID, requestId(entra.correlationId)],
      [semconv.ATTR_FAILURE_TRACE_ID, requestId(entra.traceId)],
      [semconv.ATTR_FAILURE_TIMESTAMP, timestamp(entra.timestamp)],
    ];
    for (const [key, value] of facts) if (value !== undefined) attributes[key] = value;
  }
  return attributes;
}

/** What an acquisition or attempt did on the wire, in numbers. */
export function setWireAttributes(span: Span, recorder: Recorder): void {
  span.setAttribute(semconv.ATTR_EXCHANGE_COUNT, recorder.exchangeCount);
  if (recorder.exchangeCount === 0) return;
  if (recorder.retries > 0) span.setAttribute(semconv.ATTR_EXCHANGE_RETRIES, recorder.retries);
  let skew = 0;
  for (const { clockSkewSeconds = 0 } of recorder.exchanges()) {
    if (Math.abs(clockSkewSeconds) > Math.abs(skew)) skew = clockSkewSeconds;
  }
  if (Math.abs(skew) > LEAST_CLOCK_SKEW) span.setAttribute(semconv.ATTR_EXCHANGE_CLOCK_SKEW, skew);
}

/** The attributes of the event for one exchange. */
export function exchangeAttributes(exchange: Exchange, identifiers: IdentifierPolicy): Attributes {
  const { status, errorCode } = exchange;
  const attributes: Attributes = {
    [semconv.ATTR_HTTP_REQUEST_METHOD]: exchange.method,
    [semconv.ATTR_SERVER_ADDRESS]: redactHost(exchange.host),
    [semconv.ATTR_SERVER_PORT]: exchange.port,
    [semconv.ATTR_URL_PATH]: redactPath(exchange.path, identifiers),
    [semconv.ATTR_EXCHANGE_DURATION]: exchange.durationMs / 1000,
  };
  if (status !== undefined) attributes[semconv.ATTR_HTTP_RESPONSE_STATUS_CODE] = status;
  if (errorCode !== undefined) attributes[semconv.ATTR_ERROR_TYPE] = errorCode;
  // As the HTTP conventions have it: the status as a string where nothing else names the error.
  else if (status !== undefined && status >= 400) attributes[semconv.ATTR_ERROR_TYPE] = String(status);
  const id = requestId(exchange.requestId);
  if (id !== undefined) attributes[semconv.ATTR_AZURE_SERVICE_REQUEST_ID] = id;
  return attributes;
}
