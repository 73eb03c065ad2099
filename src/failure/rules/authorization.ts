import { SQL_RULES } from "./authorizationSql.js";
import { NETWORK_RULE_RULES } from "./networkRule.js";
import type { Rule } from "./rule.js";
import { TOKEN_REJECTED_RULES } from "./tokenRejected.js";

/**
 * What services say to a token they were shown. In order of precedence.
 *
 * @internal
 */
export const AUTHORIZATION_RULES: readonly Rule[] = [
  {
    id: "authorization.storage-firewall",
    kind: "network_rule_denied",
    pattern: /\bauthorizationfailure\b/,
    unless: /using this permission/,
    example: "403 This request is not authorized to perform this operation. ERROR CODE: AuthorizationFailure",
    sources: ["service"],
  },
  {
    id: "authorization.claims-challenge",
    kind: "claims_challenge",
    pattern:
      /insufficient_claims|www-authenticate: bearer .{0,300}claims=|continuous access evaluation resulted in|tokencreatedwithoutdatedpolicies|locationconditionevaluationsatisfied|tokenissuedbeforerevocationtimestamp|www-authenticate.{0,80}\bclaims\b.{0,120}continuous access evaluation|\bclaims\b.{0,60}www-authenticate.{0,80}continuous access evaluation|(?:continuous access evaluation|\bcae\b).{0,80}\bclaims\b.{0,60}www-authenticate/,
    example: 'WWW-Authenticate: Bearer realm="", error="insufficient_claims", claims="eyJ..."',
    sources: ["service", "azure-cli"],
  },
  ...SQL_RULES,
  {
    id: "authorization.permission",
    kind: "authorization_denied",
    pattern:
      /authorizationpermissionmismatch|\bauthorizationfailed\b|\bauthorizationfailedexception\b|forbiddenbyrbac|forbiddenbypolicy|accesstokeyvaultdenied|site was denied access to key vault|using this permission|not authorized to perform (?:action|this action)|does not have authorization to perform|does not have .{1,60} permission|(?:lacks?|does not have|doesn't have|missing) the required .{0,40}(?:data ?action|permission|role|scope)|insufficient privileges|insufficientpermissions?|authorization_requestdenied|caller is not authorized|not found on any access policy|linked(?:authorization|access)failed|required rbac|principal .{1,80} does not have|cannot be authorized by aad token|claim\(s\) are required|claims? are required|claim is required|claims required (?:to|for)|is forbidden: user|update role assignment to allow access|\(permissiondenied\)|permissiondenied for url|does not have access to (?:api|the resource|this resource|resource|subscription)|invalid status(?: code)? 'forbidden'|insufficientaccountpermissions|authorizationresourcetypemismatch|keybasedauthenticationnotpermitted|key ?-?based authentication is (?:disabled|not permitted|not allowed)|publicaccessnotpermitted|principal does not have|tf400813|tf401444|\berroraccessdenied\b|notauthorizedexception\b.{0,120}power|powerbinotauthorized|\b403\b.{0,40}user not authorized|status code \[manifests [^\]]{1,80}\]: 403|serviceexception: code: accessdenied|api requires one of '|missing (?:the )?(?:required )?(?:application |delegated )?(?:scope|role) permissions|roleassignmentupdatenotpermitted|\b403\b.{0,40}\bno role assignment|no role assignment .{0,60}on the|none of the scopes .{0,80}(?:accepted|in token)|either scp or roles claim|(?:neither|missing|no) .{0,20}(?:scopes?|scp|roles?) .{0,20}claim|no access was configured for the (?:managed )?identity|authorization_identitynotfound|failed to fetch (?:anonymous|oauth) token: unexpected status[^{}]{0,300}(?:\b403\b|forbidden)/,
    unless: /insufficient_claims|oidc (?:endpoint|request)|oidctoken/,
    example: "Caller is not authorized to perform action on resource.",
    sources: ["service", "js", "go"],
  },
  ...NETWORK_RULE_RULES,
  {
    id: "authorization.operation",
    kind: "authorization_denied",
    says: "The service does not let the identity do this. Storage says the same where a role is missing and where its firewall is in the way.",
    // Storage says this of its firewall too, with another code.
    phrases: ["not authorized to perform this operation"],
    example: "RestError: This request is not authorized to perform this operation.",
    sources: ["service"],
  },
  ...TOKEN_REJECTED_RULES,
];
