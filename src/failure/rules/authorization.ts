import { NETWORK_RULE_RULES } from "./networkRule.js";
import type { Rule } from "./rule.js";
import { TOKEN_REJECTED_RULES, VAGUE_TOKEN_REJECTED_RULES } from "./tokenRejected.js";

/** Claims challenges, databases, and roles and permissions in the words of the services that know no others. */
const ROLE_RULES: readonly Rule[] = [
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
      /insufficient_claims|www-authenticate: bearer .{0,300}claims=|continuous access evaluation resulted in|tokencreatedwithoutdatedpolicies|locationconditionevaluationsatisfied|tokenissuedbeforerevocationtimestamp/,
    example: 'WWW-Authenticate: Bearer realm="", error="insufficient_claims", claims="eyJ..."',
    sources: ["service", "azure-cli"],
  },
  {
    id: "authorization.sql-token",
    kind: "token_rejected",
    phrases: [
      "token-identified principal",
      ["invalid token", "accept this token", "token is expired", "token expired"],
    ],
    example:
      "Login failed for user '<token-identified principal>'. The server is not currently configured to accept this token.",
    sources: ["service"],
    remedies: [
      {
        action:
          "Ask for a token of Azure SQL: the scope is https://database.windows.net/.default, in the tenant of the server.",
        url: "https://learn.microsoft.com/azure/azure-sql/database/authentication-aad-configure",
      },
      {
        action: "Check that Microsoft Entra authentication is switched on: the server needs an Entra administrator.",
        command: "az sql server ad-admin list -g <group> -s <server>",
        url: "https://learn.microsoft.com/azure/azure-sql/database/authentication-aad-configure",
      },
    ],
  },
  {
    id: "authorization.sql-user",
    kind: "authorization_denied",
    phrases: ["token-identified principal"],
    example: "Login failed for user '<token-identified principal>'.",
    sources: ["service", "net", "go"],
    remedies: [
      {
        action:
          "Create a user for this identity in the database itself: CREATE USER [<identity-name>] FROM EXTERNAL PROVIDER, and add it to a role.",
        url: "https://learn.microsoft.com/azure/azure-sql/database/authentication-aad-configure",
      },
      {
        action: "Name the database in the connection: without it the login goes to master, where the user is unknown.",
        url: "https://learn.microsoft.com/azure/azure-sql/database/authentication-aad-configure",
      },
    ],
  },
  {
    id: "authorization.permission",
    kind: "authorization_denied",
    pattern:
      /authorizationpermissionmismatch|\bauthorizationfailed\b|\bauthorizationfailedexception\b|forbiddenbyrbac|forbiddenbypolicy|accesstokeyvaultdenied|site was denied access to key vault|using this permission|not authorized to perform (?:action|this action)|does not have authorization to perform|does not have .{1,60} permission|(?:lacks?|does not have|doesn't have|missing) the required .{0,40}(?:data ?action|permission|role|scope)|insufficient privileges|insufficientpermissions?|authorization_requestdenied|caller is not authorized|not found on any access policy|linked(?:authorization|access)failed|required rbac|principal .{1,80} does not have|cannot be authorized by aad token|claim\(s\) are required|claims? are required|claim is required|claims required (?:to|for)|is forbidden: user|update role assignment to allow access|\(permissiondenied\)|permissiondenied for url|does not have access to (?:api|the resource|this resource|resource|subscription)|invalid status(?: code)? 'forbidden'|insufficientaccountpermissions|authorizationresourcetypemismatch|keybasedauthenticationnotpermitted|key ?-?based authentication is (?:disabled|not permitted|not allowed)|publicaccessnotpermitted|principal does not have|tf400813|tf401444|\berroraccessdenied\b|notauthorizedexception\b.{0,120}power|powerbinotauthorized|\b403\b.{0,40}user not authorized|status code \[manifests [^\]]{1,80}\]: 403|serviceexception: code: accessdenied|api requires one of '|missing (?:the )?(?:required )?(?:application |delegated )?(?:scope|role) permissions|roleassignmentupdatenotpermitted|\b403\b.{0,40}\bno role assignment|no role assignment .{0,60}on the|none of the scopes .{0,80}(?:accepted|in token)|either scp or roles claim|(?:neither|missing|no) .{0,20}(?:scopes?|scp|roles?) .{0,20}claim|no access was configured for the (?:managed )?identity|authorization_identitynotfound|failed to fetch (?:anonymous|oauth) token: unexpected status[^{}]{0,300}(?:\b403\b|forbidden)/,
    unless: /insufficient_claims|oidc (?:endpoint|request)|oidctoken/,
    example: "Caller is not authorized to perform action on resource.",
    sources: ["service", "js", "go"],
  },
];

/**
 * What services say to a token they were shown.
 *
 * @internal
 */
export const AUTHORIZATION_RULES: readonly Rule[] = [
  ...ROLE_RULES,
  ...NETWORK_RULE_RULES,
  {
    id: "authorization.operation",
    kind: "authorization_denied",
    // Storage says this of its firewall too, with another code.
    phrases: ["not authorized to perform this operation"],
    example: "RestError: This request is not authorized to perform this operation.",
    sources: ["service"],
  },
  ...TOKEN_REJECTED_RULES,
];

/**
 * Who lacks what, in the words of any service; they count where the text names Azure, and where no rule says more.
 *
 * @internal
 */
export const VAGUE_AUTHORIZATION_RULES: readonly Rule[] = [
  ...VAGUE_TOKEN_REJECTED_RULES,
  {
    id: "authorization.somehow",
    kind: "authorization_denied",
    phrases: [
      [
        "azure",
        "microsoft",
        "windows.net",
        "entra",
        "service principal",
        "managed identity",
        "servicebus",
        "cosmos",
        "key vault",
        "keyvault",
        "kusto",
        "graph",
        "subscription",
        "databricks",
        "azurecr",
        "resource group",
        "microsoft.",
        "storage blob data",
        "event hubs",
        "eventhub",
      ],
    ],
    pattern:
      /insufficient permissions?|\bpermission_denied\b|(?:principal|identity|caller|client|user|application|app|account|you|spn?)\b.{0,100}(?:does not have|doesn't have|do not have|don't have|lacks?|without|has no|have no|is missing|is not granted|has not been granted|was not granted|is not assigned|requires?)\b.{0,60}(?:permissions?|roles?|(?:data|secrets) (?:reader|contributor|owner|user|sender|receiver)|role assignments?|authorization|privileges?|rights|data actions?|access)\b|(?:principal|identity|caller|client|user|application|app|account|you|spn)\b.{0,80}(?:is not|isn't|are not|aren't|not) (?:authorized|permitted|allowed) to (?:access|perform|read|write|list|use|connect|view|manage)|(?:lacks?|without|missing|needs?|requires?) (?:the )?(?:action |permission )?'?microsoft\.[a-z]{3,30}\/|not authorized to access (?:topics?|group|resource|this)|unauthorized (?:access|operation)\. .{0,40}claim/,
    unless:
      /(?:failed|unable) to (?:get|acquire|obtain|retrieve) (?:a |an |the )?(?:access )?token|credential authentication failed|aadsts|managed identity (?:is )?not|no managed identity|identity_endpoint|imds|az login|sign ?in/,
    example: "Error from Kusto: the principal 'aadapp=1111' is not authorized to read database 'Logs'.",
    sources: ["service"],
  },
];
