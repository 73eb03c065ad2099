import type { Rule } from "./rule.js";

/**
 * What services say to a token they were shown.
 *
 * @internal
 */
export const AUTHORIZATION_RULES: readonly Rule[] = [
  {
    id: "authorization.claims-challenge",
    kind: "claims_challenge",
    pattern: /insufficient_claims|www-authenticate: bearer .{0,300}claims=/,
    example: 'WWW-Authenticate: Bearer realm="", error="insufficient_claims", claims="eyJ..."',
    sources: ["service"],
  },
  {
    id: "authorization.permission",
    kind: "authorization_denied",
    pattern:
      /authorizationpermissionmismatch|authorizationfailed|forbiddenbyrbac|forbiddenbypolicy|using this permission|not authorized to perform (?:action|this action)|does not have authorization to perform|does not have .{1,60} permission|insufficient privileges to complete|authorization_requestdenied|caller is not authorized|linkedauthorizationfailed|required rbac|principal .{1,80} does not have/,
    example: "Caller is not authorized to perform action on resource.",
    sources: ["service", "js", "go"],
  },
  {
    id: "authorization.network-rule",
    kind: "network_rule_denied",
    pattern:
      /client address is not authorized|forbiddenbyfirewall|forbiddenbyconnection|public ?network ?access is disabled|client with ip(?: address)? .{1,60} is not allowed|not allowed (?:by|to access).{0,40}(?:firewall|network|virtual network)|ipauthorization|request originated from ip .{1,60}(?:blocked|not allowed)|access denied due to virtual network\/firewall|authorizationfailure\b/,
    example: "Client address is not authorized and caller is not a trusted service.",
    sources: ["service"],
  },
  {
    id: "authorization.token-rejected",
    kind: "token_rejected",
    pattern:
      /akv10032|invalidauthenticationtoken|expiredauthenticationtoken|invalid_token\b|(?:invalid|wrong) audience|audience validation failed|idx10(?:214|205|223|501)|wrong issuer|invalidauthenticationinfo|lifetime validation failed|jwt (?:is )?expired/,
    example: "AKV10032: Invalid issuer. Expected one of https://sts.windows.net/",
    sources: ["service"],
  },
];
