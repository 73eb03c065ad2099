import type { AnswerFault } from "./fault.js";

const json = (name: string, status: number, error: string, description: string): AnswerFault => ({
  type: "answer",
  name: `imds.${name}`,
  status,
  body: { error, error_description: description },
});

const text = (name: string, status: number, contentType: string, body: string): AnswerFault => ({
  type: "answer",
  name: `imds.${name}`,
  status,
  headers: { "content-type": contentType },
  body,
});

/**
 * What the instance metadata service, or a proxy in front of it, answers when it does not give a token.
 *
 * @see https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#error-handling
 * @public
 * @since 0.1.0
 */
export const imdsFaults = {
  /** 400: the machine has no such identity (the text is the same for system- and user-assigned ones). */
  identityNotFound: (): AnswerFault => json("identityNotFound", 400, "invalid_request", "Identity not found"),
  /** 400: several user-assigned identities, and the request does not say which. */
  multipleIdentities: (): AnswerFault =>
    json(
      "multipleIdentities",
      400,
      "invalid_request",
      "Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in the token request",
    ),
  /** 404: the service is updating; a client is to retry. */
  notFound: (): AnswerFault => json("notFound", 404, "not_found", "Not found"),
  /** 410: the service is updating, for up to 70 seconds. */
  gone: (): AnswerFault => json("gone", 410, "gone", "IMDS is updating"),
  /** 429. Without `retryAfterSeconds` no `Retry-After` is sent, and the JavaScript SDK does not retry. */
  tooManyRequests: (options: { readonly retryAfterSeconds?: number } = {}): AnswerFault => ({
    ...json("tooManyRequests", 429, "too_many_requests", "Too many requests"),
    ...(options.retryAfterSeconds === undefined
      ? {}
      : { headers: { "retry-after": String(options.retryAfterSeconds) } }),
  }),
  /** 500: the service could not get a token from Entra ID. */
  internalError: (): AnswerFault =>
    json(
      "internalError",
      500,
      "unknown",
      "Failed to retrieve token from the Active directory. For details see logs in C:\\Packages\\Plugins\\Microsoft.ManagedIdentity",
    ),
  /** 502, in HTML: a proxy sits between the machine and the service. */
  badGateway: (): AnswerFault =>
    text("badGateway", 502, "text/html", "<html><head><title>502 Bad Gateway</title></head></html>"),
  /** 503. */
  unavailable: (): AnswerFault => json("unavailable", 503, "service_unavailable", "Service unavailable"),
  /** 504, in plain text. */
  gatewayTimeout: (): AnswerFault =>
    text("gatewayTimeout", 504, "text/plain; charset=utf-8", "upstream request timeout"),
  /** 403 from Docker Desktop, which the SDK's probe reads as "there is no such service". */
  dockerDesktop: (): AnswerFault =>
    text(
      "dockerDesktop",
      403,
      "text/plain; charset=utf-8",
      "connecting to 169.254.169.254:80: connecting to 169.254.169.254:80: dial tcp 169.254.169.254:80: connectex: A socket operation was attempted to an unreachable network.",
    ),
} as const;

/**
 * What App Service's token endpoint answers when it does not give a token.
 *
 * @see https://learn.microsoft.com/azure/app-service/overview-managed-identity
 * @public
 * @since 0.1.0
 */
export const appServiceFaults = {
  /** 400: the identity that was asked for is not assigned to the app. */
  identityNotFound: (): AnswerFault =>
    appService(
      "identityNotFound",
      400,
      "No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.",
    ),
  /** 400: the system-assigned identity is off. */
  notLoaded: (): AnswerFault => appService("notLoaded", 400, "Unable to load the proper Managed Identity."),
  /** 500. The spelling is the host's. */
  internalError: (): AnswerFault =>
    appService("internalError", 500, "An unexpected error occured while fetching the AAD Token."),
} as const;

function appService(name: string, statusCode: number, message: string): AnswerFault {
  return { type: "answer", name: `appService.${name}`, status: statusCode, body: { statusCode, message } };
}
