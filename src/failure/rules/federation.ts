import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Failures of a federated identity provider (AD FS and others that speak WS-Trust), and of cookies and state of a web
 * sign-in.
 *
 * @internal
 */
export const FEDERATION_RULES: readonly Rule[] = [
  {
    id: "federation.protocol",
    kind: "federation_issue",
    says: "The answer about the user's home names a federation protocol that is not known.",
    pattern:
      /(?:pars\w{1,4}|unknown|unsupported|unrecogni[sz]ed|invalid|unexpected) (?:the )?federation protocol|federation protocol\b.{0,40}(?:unknown|unsupported|not (?:supported|recogni[sz]ed|known))/,
    unless: /aadsts|mastodon|activitypub/,
    answered: true,
    example: "adal.adal_error.AdalError: Cannot parse federation protocol: False",
    sources: ["python", "js"],
  },
  {
    id: "federation.refused",
    kind: "federation_issue",
    pattern: anyOf(
      /(?:ws-trust|wstrust|ws-metadata|ws metadata|wsmetadata|ws-mex|ws mex|\bmex |\brstr?\b|federated (?:service|server|identity provider|sts|url|user)|federation metadata ur[il]|user realm discovery|security token service|identity provider request|usernamemixed)[^{}]{0,120}(?:error|fail|not found|unable|unsuccessful|parse|parsing|reject|refus|denied|status code|is missing|unsupported)/,
      /(?:unable|failed|could not|couldn't|error|unsuccessful|parsing|problem|accessing)\b.{0,80}(?:ws-trust|wstrust|ws-metadata|ws metadata|wsmetadata|ws-mex|ws mex| mex|\brstr\b|federated (?:service|server|url|sts)|user realm)/,
      /\bid3242\b/,
      /\bmsis\d{4}\b/,
      /\bno ws-?trust (?:endpoint|ur[il])/,
      /no identity provider (?:matches|email address)/,
      /request to identity provider failed/,
    ),
    unless:
      /federated identity|managed ?identity|not found in metadata for .{0,40}storage|dial tcp|no such host|i\/o timeout|connection refused|x509: |getaddrinfo|enotfound|econn|tls handshake/,
    answered: true,
    example: "Server returned error in RSTR - ErrorCode: FailedAuthentication. FaultMessage: MSIS7068: Access denied.",
    sources: ["msal", "python", "java", "go", "net"],
  },
  {
    id: "federation.flow-not-for-user",
    kind: "unsupported_grant_or_response",
    says: "This way to sign in is not supported for this user, platform or library.",
    pattern: anyOf(
      /(?:integrated windows auth(?:entication)?|\bropc\b|username\/password|device code flow|resource owner password \w{0,12}).{0,40}(?:is |are )?(?:not (?:currently )?support|does(?:n't| not) support|unsupported)/,
      /integrated_windows_auth_not_supported/,
      /(?:\bwia|integrated windows auth\w{0,10}|windowsintegratedauth\w{0,12}|activedirectoryintegrated)\b.{0,120}(?:only .{0,30}federated (?:users?|accounts?)|(?:account|user) (?:is|was) managed)/,
      /unsupported user type/,
    ),
    answered: true,
    example: "Integrated Windows Auth is not supported for managed users. See https://aka.ms/msal-net-iwa for details.",
    sources: ["net", "msal"],
    remedies: [
      {
        action:
          "Use another flow here, most often an interactive sign-in in the browser: no setting of the app registration makes up for what the user, platform or library does not support.",
        url: "https://learn.microsoft.com/entra/identity-platform/msal-authentication-flows",
      },
    ],
  },
  {
    id: "federation.cookie",
    kind: "session_or_cookie",
    pattern: anyOf(
      /\bcookie (?:is |was )?(?:not found|missing|not present)/,
      /\bcorrelation failed\b/,
      /(?:correlation|nonce|state) cookie .{0,60}(?:not found|missing|could not|invalid)/,
      /\bidx2132[0-9]\b/,
      /unable to unprotect the message\.state/,
      /\bstate mismatch[:.] /,
      /\bstate secret mismatch: /,
      /\bstate (?:is |was )?missing (?:from|in) (?:the )?(?:auth|oauth)/,
      /(?:does not|doesn't|did not|didn't) include (?:an? |the )?oauth state\b/,
      /oauth state was missing or invalid/,
    ),
    answered: true,
    example: "System.Exception: An error was encountered while handling the remote login. Correlation failed.",
    sources: ["net", "js", "python"],
  },
];
