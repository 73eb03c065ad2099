import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What a library finds on the host or in an answer before a token is had: the agent of Azure Arc, a device code, the CI
 * system, a proxy of Kubernetes, the link that a token is put on.
 *
 * @internal
 */
export const LIBRARY_HOST_RULES: readonly Rule[] = [
  {
    id: "library.arc-challenge-form",
    kind: "managed_identity_endpoint_error",
    says: "The challenge that the managed identity endpoint answered with is not in the form that is expected.",
    phrases: [["managedidentity", "managed identity", "azure arc", "arc:"]],
    pattern: anyOf(
      /\bchallenge (?:\w{2,10} )?(?:was|is) (?:invalid|malformed)/,
      /\binvalid challenge (?:was )?(?:received|returned)\b/,
      /\bchallenge (?:that )?(?:has|with) no (?:realm|key|path|file)/,
      /\binternal access ?token: /,
      /\bfind (?:the )?azure arc token directory\b/,
    ),
    unless: /aadsts|captcha/,
    answered: true,
    example: "ManagedIdentityCredential authentication failed. Challenge received was invalid: Basic /tmp/x.key",
    sources: ["rust", "go"],
  },
  {
    id: "library.no-app-service",
    kind: "managed_identity_not_configured",
    says: "This is not the kind of host whose managed identity was asked for.",
    pattern: /\b(?:msi|is) (?:is )?not (?:an? )?app service environment\b/,
    example: "MSI is not app service environment",
    sources: ["go"],
  },
  {
    id: "library.imds-upgrading",
    kind: "managed_identity_retries_exhausted",
    says: "The metadata service is being updated, and gives no tokens meanwhile.",
    pattern: /\bimds is (?:being )?(?:updat|upgrad)(?:ed|ing)\b/,
    answered: true,
    example: "MSI: wait till 70 seconds when IMDS is upgrading",
    sources: ["python", "imds"],
  },
  {
    id: "library.device-code-form",
    kind: "device_code_flow",
    says: "The device code that was passed is none, or the answer that should hold it cannot be used.",
    pattern: anyOf(
      /\bdevicecode is not valid\b|\bdevicecode was (?:either )?created outside\b/,
      /\b(?:msal|adal|entra)\b.{0,40}\bdevice code (?:that was passed )?is not valid\b/,
      /\bvalidat\w{1,3} (?:the )?(?:get )?user code response\b/,
      /\btimeout from ['"]?get_token_with_polling\b/,
    ),
    unless: /aadsts|promotion/,
    answered: true,
    example: "Error validating get user code response: {}",
    sources: ["go", "python"],
  },
  {
    id: "library.pipelines-silent",
    kind: "assertion_unavailable",
    says: "The CI system did not answer the request for the OIDC token, or with what is none.",
    phrases: [["oidc token", "azurepipelinescredential"]],
    pattern: anyOf(
      /\b(?:request|send)\b.{0,80}\b(?:null|nil|empty|no) response\b/,
      /\bno (?:response|answer) to (?:the )?oidc token request\b/,
      /\boidc token request\b.{0,60}\b(?:got|had|received) no (?:response|answer)\b/,
      /\bcreate (?:the )?oidc token request\b/,
      /\bazurepipelinescredential\b.{0,40}\b(?:pars\w{1,3} the response string as json|response could not be parsed as json)/,
    ),
    unless: /aadsts|no such host|econn|enotfound|refused/,
    example: "AzurePipelinesCredential couldn't send OIDC token request: null response.",
    sources: ["cpp", "go"],
  },
  {
    id: "library.proxy-authorities",
    kind: "certificate_unusable",
    says: "The certificate authorities that were given for the proxy of the token endpoint cannot be read.",
    phrases: ["token proxy"],
    pattern: anyOf(
      /\btoken proxy (?:ca(?: data)?|certificate authority)\b.{0,40}(?:no certificates?|invalid pem)/,
      /pars\w{1,3} (?:the )?(?:token proxy certificate authority|certificate authority of the token proxy)\b/,
    ),
    unless: /aadsts|no such file/,
    example: "failed to parse token proxy certificate authority: invalid PEM",
    sources: ["rust"],
  },
  {
    id: "library.server-without-certificate",
    kind: "tls_failure",
    says: "The server did not show a certificate.",
    pattern: anyOf(
      /\b(?:did not|didn't) receive (?:any|a) certificates? from (?:the )?server\b/,
      /\bno certificate was received from (?:the )?server\b/,
      /\bserver (?:of [\w ]{3,30} )?(?:sent|showed|provided) no certificate\b/,
    ),
    answered: true,
    example: "java.lang.RuntimeException: Did not receive any certificate from the server.",
    sources: ["java", "go"],
  },
  {
    id: "library.put-token",
    kind: "token_rejected",
    says: "The token that was put on the connection to Service Bus or Event Hubs has expired or was refused.",
    pattern: anyOf(
      /\bcbs (?:token )?(?:authentication )?(?:has )?expired\b/,
      /\bauth message has been rejected\b/,
      /\bput token error: b?'?amqp:unauthorized-access/,
    ),
    unless: /aadsts|claim\(s\) (?:is|are) required/,
    answered: true,
    example: "azure.servicebus._pyamqp.error.TokenExpired: CBS Authentication Expired.",
    sources: ["python"],
  },
  {
    id: "library.put-token-late",
    kind: "network_timeout",
    says: "Service Bus or Event Hubs did not answer in time when it was shown the token.",
    pattern: /\b(?:cbs )?authentication attempt timed[ -]out\b/,
    unless: /aadsts|imap|smtp|\bsql|ldap|\bssh\b/,
    example: "TimeoutError: Authentication attempt timed-out.",
    sources: ["python"],
  },
  {
    id: "library.challenge-scope",
    kind: "invalid_scope_or_resource",
    says: "The resource or scope that the service's challenge names is not one.",
    pattern: /\binvalid challenge resource ['"][^'"]{0,200}['"]: |\bchallenge contains (?:an )?invalid scope\b/,
    unless: /aadsts/,
    example: "The challenge contains invalid scope 'vault'.",
    sources: ["go", "python"],
  },
];
