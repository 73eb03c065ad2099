import { randomUUID } from "node:crypto";
import { lookupAadsts } from "../../failure/aadsts.js";
import type { AadstsFaultOptions } from "../faults/fault.js";
import { type Answer, type Call, header } from "../http.js";
import { resourceOf } from "./scope.js";
import { type RefusalFacts, refusalTexts } from "./texts.js";

/** Thrown inside the emulated Entra ID to refuse a request. @internal */
export class EntraRefusal extends Error {
  readonly code: number;
  readonly detail: string;
  readonly options: AadstsFaultOptions;

  constructor(code: number, detail = "", options: AadstsFaultOptions = {}) {
    super(`AADSTS${code}`);
    this.name = "EntraRefusal";
    this.code = code;
    this.detail = detail;
    this.options = options;
  }
}

const statusOfError: Readonly<Record<string, number>> = {
  invalid_client: 401,
  temporarily_unavailable: 503,
  server_error: 500,
};

/**
 * The answer by which Entra ID refuses a request.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 * @internal
 */
export function entraRefusal(
  code: number,
  call: Call,
  tenant: { readonly tenantName: string },
  options: AadstsFaultOptions = {},
  detail = "",
): Answer {
  const known = lookupAadsts(code);
  const error = options.error ?? known?.oauthError ?? "invalid_request";
  const scope = call.form.get("scope") ?? "";
  const facts: RefusalFacts = {
    clientId: call.form.get("client_id") ?? call.url.searchParams.get("client_id") ?? "",
    tenant: decodeURIComponent(call.url.pathname.split("/")[1] ?? ""),
    tenantName: tenant.tenantName,
    scope,
    resource: call.url.searchParams.get("resource") ?? resourceOf(scope) ?? scope,
    detail,
  };
  const text = options.description ?? refusalTexts[code]?.(facts) ?? known?.summary ?? "The request was refused.";
  const traceId = randomUUID();
  const correlationId = requestIdOf(call) ?? randomUUID();
  const timestamp = entraTimestamp(new Date());
  return {
    status: options.status ?? statusOfError[error] ?? 400,
    headers: { ...entraHeaders(traceId, correlationId), ...options.headers },
    body: {
      error,
      error_description: `AADSTS${code}: ${text} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
      ...(options.subError ? { suberror: options.subError } : {}),
      ...(options.claims ? { claims: options.claims } : {}),
    },
  };
}

/** The client's own id of the request, which Entra ID takes for its correlation id. MSAL puts it in the query. @internal */
export function requestIdOf(call: Call): string | undefined {
  const name = "client-request-id";
  return header(call, name) || call.url.searchParams.get(name) || call.form.get(name) || undefined;
}

/** Headers that every answer of Entra ID has. @internal */
export function entraHeaders(requestId: string, correlationId?: string): Record<string, string> {
  return {
    "cache-control": "no-store, no-cache",
    pragma: "no-cache",
    "x-ms-request-id": requestId,
    "x-ms-ests-server": "2.1.0 - emulated",
    ...(correlationId ? { "client-request-id": correlationId } : {}),
  };
}

/** `2026-03-02 18:25:26Z`. */
function entraTimestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace("T", " ")}Z`;
}
