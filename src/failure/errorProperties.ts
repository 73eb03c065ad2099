import { get } from "./untrusted.js";

const KEYS = [
  "name",
  "constructor",
  "message",
  "errorMessage",
  "error_description",
  "errorDescription",
  "code",
  "syscall",
  "hostname",
  "address",
  "port",
  "path",
  "statusCode",
  "status",
  "errorCode",
  "subError",
  "suberror",
  "correlationId",
  "correlation_id",
  "traceId",
  "trace_id",
  "timestamp",
  "errorNo",
  "error_codes",
  "errorCodes",
  "errorResponse",
  "request",
  "response",
  "config",
  "cause",
  "innerError",
  "error",
  "errors",
] as const;

/**
 * The properties that are read of an error, whatever they hold.
 *
 * @internal
 */
export type Properties = Readonly<Record<(typeof KEYS)[number], unknown>>;

/** Written out, since an engine reads a property that is named much faster than one that is looked up. */
function readAll(value: Properties): Properties {
  return {
    name: value.name,
    constructor: value.constructor,
    message: value.message,
    errorMessage: value.errorMessage,
    error_description: value.error_description,
    errorDescription: value.errorDescription,
    code: value.code,
    syscall: value.syscall,
    hostname: value.hostname,
    address: value.address,
    port: value.port,
    path: value.path,
    statusCode: value.statusCode,
    status: value.status,
    errorCode: value.errorCode,
    subError: value.subError,
    suberror: value.suberror,
    correlationId: value.correlationId,
    correlation_id: value.correlation_id,
    traceId: value.traceId,
    trace_id: value.trace_id,
    timestamp: value.timestamp,
    errorNo: value.errorNo,
    error_codes: value.error_codes,
    errorCodes: value.errorCodes,
    errorResponse: value.errorResponse,
    request: value.request,
    response: value.response,
    config: value.config,
    cause: value.cause,
    innerError: value.innerError,
    error: value.error,
    errors: value.errors,
  };
}

/**
 * What is read of an error. A property whose getter throws is absent.
 *
 * @internal
 */
export function propertiesOf(value: object): Properties {
  try {
    return readAll(value as Properties);
  } catch {
    return Object.fromEntries(KEYS.map((key) => [key, get(value, key)])) as Properties;
  }
}
