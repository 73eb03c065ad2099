import type { Rule } from "./rule.js";

/**
 * What libraries say that others have followed: ADAL, the first MSAL, blobfuse, and endpoints as they were then.
 *
 * @internal
 */
export const OLD_GENERATION_RULES: readonly Rule[] = [
  {
    id: "old.token-lifetime",
    kind: "invalid_assertion",
    says: "The external token is valid for longer than is allowed.",
    pattern:
      /(?:token|assertion) must have a lifetime of (?:less|at most|no more)|(?:token|assertion)'s lifetime is (?:too long|longer than)/,
    phrases: [["oidc", "federat", "client assertion", "entra", "aad", "identity provider"]],
    example: "External OIDC Provider token must have a lifetime of less than or equal to 1.01:00:00",
    sources: ["service"],
  },
  {
    id: "old.imds-cancelled-probe",
    kind: "managed_identity_probe_timeout",
    phrases: ["169.254.169.254", ["taskcancel", "operationcancel"]],
    pattern: /took 0{1,2}[01]\.\d{1,3} ?s|\b0?0:00:0[01]\b|timeout of [01](?:\.\d)? ?s/,
    unless: /aadsts|login\.microsoftonline/,
    example:
      "Request attempt number 3 took 01.1s Request GET http://169.254.169.254/metadata/identity/oauth2/token exception System.Threading.Tasks.TaskCanceledException",
    sources: ["net"],
  },
  {
    id: "old.imds-cancelled",
    kind: "managed_identity_unreachable",
    says: "The request to the metadata service was given up before an answer came.",
    phrases: ["169.254.169.254", ["taskcancel", "operationcancel"]],
    pattern: /get https?:\/\/169\.254\.169\.254.{0,900}(?:task|operation)cancel/,
    unless: /aadsts|login\.microsoftonline|cancel\w{0,6} by (?:the )?(?:caller|user)/,
    example:
      "Request GET http://169.254.169.254/metadata/identity/oauth2/token exception System.Threading.Tasks.TaskCanceledException: A task was canceled.",
    sources: ["net"],
  },
  {
    id: "old.identity-200",
    kind: "managed_identity_endpoint_error",
    says: "The managed identity endpoint answered with success, but its answer could not be used.",
    managedIdentity: true,
    pattern: /service request failed\.? ?status: 2\d\d\b/,
    answered: true,
    example:
      "ManagedIdentityCredential authentication failed: Service request failed. Status: 200 (OK) Content: {} Headers: Server: Kestrel",
    sources: ["net"],
  },
  {
    id: "old.app-service-retriable",
    kind: "managed_identity_retries_exhausted",
    says: "The managed identity endpoint answered 503.",
    phrases: ["exceptionmessage", "errorcode", "serviceerrorcodes"],
    pattern: /['"]?statuscode['"]?: ?503\b/,
    unless: /aadsts/,
    answered: true,
    example:
      '{"ExceptionMessage":"","ErrorCode":"request_timeout","ServiceErrorCodes":null,"StatusCode":503,"Message":null}',
    sources: ["app-service"],
  },
  {
    id: "old.identity-request-failed",
    kind: "managed_identity_endpoint_error",
    says: "The request to the managed identity endpoint failed, and the message does not say why.",
    managedIdentity: true,
    pattern: /managedidentitycredential authentication failed: service request failed\.?(?: ?(?:at |see |$))/,
    unless: /status|aadsts/,
    example: "ManagedIdentityCredential authentication failed: Service request failed.",
    sources: ["net"],
  },
  {
    id: "old.methods-cut-off",
    kind: "no_credential_available",
    says: "No way to get a token worked, and the text ends before it says why.",
    pattern:
      /tried the following \d{1,2} methods to get an access token, but none of them worked\.?$|exception message: tried to get token using [a-z ]{4,60}$/,
    example:
      "AzureServiceTokenProviderException: Exception Message: Tried the following 3 methods to get an access token, but none of them worked.",
    sources: ["net"],
  },
  {
    id: "old.renewal",
    kind: "network_timeout",
    pattern: /token renewal (?:operation )?(?:failed due to|failed because of|ended in|ran into) (?:a )?time-?out/,
    example: "ClientAuthError: Token renewal operation failed due to timeout.",
    sources: ["msal"],
  },
  {
    id: "old.blobfuse-403",
    kind: "authorization_denied",
    says: "The storage account answered blobfuse with 403.",
    phrases: ["blobfuse"],
    pattern: /failed to connect to the storage container.{0,300}errno ?= ?403/,
    unless: /aadsts|ip address|firewall/,
    answered: true,
    example: "Unable to start blobfuse. Failed to connect to the storage container. errno=403",
    sources: ["service"],
  },
  {
    id: "old.blobfuse-keys",
    kind: "not_authentication",
    phrases: ["account key", "sas token", "specified in the config"],
    pattern: /exactly one of account key and sas token/,
    example:
      "Unable to start blobfuse. Exactly one of Account Key and SAS token must be specified in the config file, and the other line should be deleted.",
    sources: ["service"],
  },
  {
    id: "old.user-flow-empty",
    kind: "interaction_required",
    says: "The sign-in of a user ended without a token.",
    pattern: /(?:interactivebrowser|devicecode|usernamepassword|authorizationcode)credential: no token found/,
    example: "InteractiveBrowserCredential: no token found",
    sources: ["go"],
  },
  {
    id: "old.marked-non-null",
    kind: "configuration_missing",
    says: "A required parameter is null.",
    pattern:
      /(?:clientid|clientcredential|authorizationcode|redirecturi|userassertion|clientassertion|devicecodeconsumer|refreshtoken|authority) is marked (?:@?non-?null) but is null/,
    example: "java.lang.NullPointerException: authorizationCode is marked non-null but is null",
    sources: ["java"],
  },
  {
    id: "old.cached-jwt",
    kind: "token_cache_unavailable",
    says: "A token in the cache cannot be read.",
    pattern:
      /cached (?:jwt|id ?token|token|account) (?:could not|cannot|can't|couldn't) be (?:pars|read|decod|deseriali)/,
    example: "MsalClientException: Cached JWT could not be parsed: Invalid JWT serialization: Missing dot delimiter(s)",
    sources: ["java"],
  },
];
