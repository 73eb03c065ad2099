import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Forward proxies that refuse or drop a request for a token, in the words of HTTP clients.
 *
 * @internal
 */
export const PROXY_RULES: readonly Rule[] = [
  {
    id: "proxy.refused",
    kind: "proxy_failure",
    phrases: [
      [
        "login.microsoftonline",
        "login.windows.net",
        "sts.windows.net",
        "azure",
        "msal",
        "adal",
        "azidentity",
        "credential",
        "microsoft.identity",
        "azaccount",
        "entra",
      ],
    ],
    pattern: anyOf(
      /\(407\)/,
      /\b407 ?\(/,
      /proxy[^.]{0,40}\b407\b/,
      /failed to authenticate with (?:the )?proxy/,
      /connection to (?:the )?proxy (?:was )?(?:closed|refused|dropped|reset)/,
      /\bsocks[45]?h? proxy.{0,40}(?:authentication|auth|credentials|request) (?:failed|rejected|refused|required)/,
      /proxy connect aborted/,
      /cntlm (?:proxy )?error/,
      /proxy (?:server )?(?:requires|requested|demands|wants) (?:\w{2,12} )?authentication/,
      /proxy credentials (?:are |were )?(?:missing|rejected|invalid|required|wrong)/,
      /connect (?:request|method) .{0,40}(?:refused|denied|forbidden|blocked) by (?:the )?proxy/,
    ),
    unless: /aadsts|nuget|npmjs|pypi|docker\.io|\bgit\b|kube-?proxy|registry\.|database/,
    answered: true,
    example:
      "java.io.IOException: Failed to authenticate with proxy at com.azure.identity.implementation.IdentityClient",
    sources: ["java", "net", "go"],
  },
];
