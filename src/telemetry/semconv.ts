/**
 * Every name that this library puts into telemetry. Keys under `azure.identity.` are its own; no registry has them.
 * The others are copied from OpenTelemetry's semantic conventions, as its JS project advises libraries to do for names
 * that may still change (https://github.com/open-telemetry/opentelemetry-js/tree/main/semantic-conventions#unstable-semconv).
 */

export const SCOPE_NAME = "diagnostic-credential";
/** The schema in which the registered names below are all current. */
export const SCHEMA_URL = "https://opentelemetry.io/schemas/1.37.0";

export const SPAN_CALL_PREFIX = "getToken ";
export const SPAN_READY_PREFIX = "ready ";
export const SPAN_ATTEMPT_PREFIX = "attempt ";

export const ATTR_AZURE_RESOURCE_PROVIDER_NAMESPACE = "azure.resource_provider.namespace";
/** Deprecated in the registry, still what Azure's own client libraries write and Azure Monitor reads. */
export const ATTR_AZ_NAMESPACE = "az.namespace";
export const RESOURCE_PROVIDER_NAMESPACE = "Microsoft.AAD";

export const ATTR_CREDENTIAL_TYPE = "azure.identity.credential.type";
export const ATTR_CREDENTIAL_NAME = "azure.identity.credential.name";
export const ATTR_CREDENTIAL_CHAIN = "azure.identity.credential.chain";
export const ATTR_CREDENTIAL_SELECTED = "azure.identity.credential.selected";
export const ATTR_CREDENTIAL_PREVIOUS = "azure.identity.credential.previous";
export const ATTR_CREDENTIAL_SELECTION = "azure.identity.credential.selection";
export const ATTR_CREDENTIAL_NOT_TRIED = "azure.identity.credential.not_tried";

export const ATTR_TOKEN_SCOPES = "azure.identity.token.scopes";
export const ATTR_TOKEN_SOURCE = "azure.identity.token.source";
export const ATTR_TOKEN_CALLERS = "azure.identity.token.callers";
export const ATTR_TOKEN_EXPIRES_IN = "azure.identity.token.expires_in";
export const ATTR_TOKEN_REFRESH_IN = "azure.identity.token.refresh_in";

export const ATTR_ATTEMPT_INDEX = "azure.identity.attempt.index";
export const ATTR_ATTEMPT_OUTCOME = "azure.identity.attempt.outcome";

export const ATTR_ATTEMPT_DECISIVE = "azure.identity.attempt.decisive";

export const ATTR_ERROR_TYPE = "error.type";
export const ATTR_FAILURE_KIND = "azure.identity.failure.kind";
export const ATTR_FAILURE_STAGE = "azure.identity.failure.stage";
export const ATTR_FAILURE_OWNER = "azure.identity.failure.owner";
export const ATTR_FAILURE_RETRYABLE = "azure.identity.failure.retryable";
export const ATTR_FAILURE_REMEDY = "azure.identity.failure.remedy";
export const ATTR_FAILURE_REMEDY_COMMAND = "azure.identity.failure.remedy_command";
export const ATTR_FAILURE_REMEDY_URL = "azure.identity.failure.remedy_url";
export const ATTR_FAILURE_AADSTS_CODES = "azure.identity.failure.aadsts_codes";
export const ATTR_FAILURE_CORRELATION_ID = "azure.identity.failure.correlation_id";
export const ATTR_FAILURE_TRACE_ID = "azure.identity.failure.trace_id";
export const ATTR_FAILURE_TIMESTAMP = "azure.identity.failure.timestamp";

/** One try of `ready` that failed. */
export const EVENT_READY_TRY = "azure.identity.ready.try";
export const ATTR_READY_TRIES = "azure.identity.ready.tries";
export const ATTR_READY_DELAY = "azure.identity.ready.delay";

export const ATTR_EXCHANGE_COUNT = "azure.identity.exchange.count";
export const ATTR_EXCHANGE_RETRIES = "azure.identity.exchange.retries";
export const ATTR_EXCHANGE_CLOCK_SKEW = "azure.identity.exchange.clock_skew";
export const ATTR_EXCHANGE_DURATION = "azure.identity.exchange.duration";

export const ATTR_REFRESH_FAILURES = "azure.identity.refresh.failures";

/** The chain took its token from another member than before. */
export const EVENT_CREDENTIAL_CHANGED = "azure.identity.credential.changed";
/** The caller who started the acquisition has gone; it goes on for those who joined it. */
export const EVENT_CALLER_GONE = "azure.identity.caller.gone";

export const EVENT_EXCHANGE = "azure.identity.exchange";
export const ATTR_HTTP_REQUEST_METHOD = "http.request.method";
export const ATTR_HTTP_RESPONSE_STATUS_CODE = "http.response.status_code";
export const ATTR_SERVER_ADDRESS = "server.address";
export const ATTR_SERVER_PORT = "server.port";
export const ATTR_URL_PATH = "url.path";
export const ATTR_AZURE_SERVICE_REQUEST_ID = "azure.service.request.id";

export const ATTR_POLICY_VIOLATIONS = "azure.identity.policy.violations";
export const EVENT_POLICY_VIOLATION = "azure.identity.policy.violation";
export const ATTR_POLICY_RULE = "azure.identity.policy.rule";
export const ATTR_POLICY_SEVERITY = "azure.identity.policy.severity";
export const ATTR_POLICY_MESSAGE = "azure.identity.policy.message";

export const METRIC_POLICY_VIOLATIONS = "azure.identity.policy.violations";
export const METRIC_REFRESH_FAILURES = "azure.identity.refresh.failures";
export const METRIC_TOKEN_DURATION = "azure.identity.token.duration";
export const METRIC_ATTEMPT_DURATION = "azure.identity.attempt.duration";
export const METRIC_TOKEN_REMAINING_LIFETIME = "azure.identity.token.remaining_lifetime";

/** Diagnostics channel on which each finished acquisition is published. */
export const CHANNEL_ACQUISITION = "diagnostic-credential.acquisition";
