import type { Rule } from "./rule.js";

/**
 * What lists of exceptions without their messages show, innermost last. After all that knows a sentence.
 *
 * @internal
 */
export const EXCEPTION_TYPE_RULES: readonly Rule[] = [
  {
    id: "exception-type.tls",
    kind: "tls_failure",
    phrases: [["azure.identity", "msal", "microsoft.identity"]],
    pattern: /system\.security\.authentication\.authenticationexception(?:$|[ ,>\]'"])/,
    example:
      "Exception type: Azure.Identity.AuthenticationFailedException ---> Inner Exception Details Exception type: System.Security.Authentication.AuthenticationException",
    sources: ["net"],
  },
  {
    id: "exception-type.socket",
    kind: "connection_failed",
    phrases: ["exception type: ", ["azure.identity", "msal", "microsoft.identity"]],
    pattern: /exception type: system\.net\.sockets\.socketexception/,
    example:
      "Exception type: Azure.Identity.CredentialUnavailableException ---> Inner Exception Details Exception type: System.Net.Sockets.SocketException",
    sources: ["net"],
  },
  {
    id: "exception-type.person",
    kind: "interaction_required",
    pattern: /microsoft\.identity\.client\.msaluirequiredexception(?:$|[ ,>\]'"])/,
    unless: /cache|aadsts|invalid_grant/,
    example: "Exception type: Microsoft.Identity.Client.MsalUiRequiredException",
    sources: ["net"],
  },
  {
    id: "exception-type.time",
    kind: "network_timeout",
    phrases: ["exception type: ", ["azure.identity", "msal", "microsoft.identity"]],
    pattern: /exception type: system\.timeoutexception/,
    example:
      "Exception type: Microsoft.Identity.Client.MsalServiceException ---> Inner Exception Details Exception type: System.TimeoutException",
    sources: ["net"],
  },
  {
    id: "service.status-word-forbidden",
    kind: "authorization_denied",
    says: "The service answered that this is forbidden for the identity.",
    pattern:
      /(?:vault\.azure\.net|management\.azure\.com|core\.windows\.net|graph\.microsoft\.com|azconfig\.io|servicebus\.windows\.net|azurecr\.io|dev\.azure\.com)\b.{0,300}status ?code['"]?[:=]? ['"]?forbidden/,
    unless: /aadsts|firewall|login\.microsoftonline/,
    answered: true,
    example:
      "Failed to query service connection API: 'https://kv.vault.azure.net/secrets?maxresults=1'. Status Code: 'Forbidden'",
    sources: ["service"],
  },
];
