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
      /authorizationpermissionmismatch|\bauthorizationfailed\b|\bauthorizationfailedexception\b|forbiddenbyrbac|forbiddenbypolicy|using this permission|not authorized to perform (?:action|this action)|does not have authorization to perform|does not have .{1,60} permission|(?:lacks|does not have|doesn't have) the required .{0,20}(?:data action|permission|role)|insufficient privileges to complete|authorization_requestdenied|caller is not authorized|not found on any access policy|linked(?:authorization|access)failed|required rbac|principal .{1,80} does not have|cannot be authorized by aad token|claims?(?:\(s\))?(?: are)? required (?:to perform|for) this operation|is forbidden: user|update role assignment to allow access|\(permissiondenied\)|permissiondenied for url|does not have access to api|invalid status(?: code)? 'forbidden'|insufficientaccountpermissions|authorizationresourcetypemismatch|keybasedauthenticationnotpermitted|publicaccessnotpermitted|service principal does not have permission|tf400813|\berroraccessdenied\b/,
    example: "Caller is not authorized to perform action on resource.",
    sources: ["service", "js", "go"],
  },
  {
    id: "authorization.network-rule",
    kind: "network_rule_denied",
    pattern:
      /client address is not authorized|forbiddenbyfirewall|forbiddenbyconnection|public ?network ?access(?: on this server)? is disabled|deny public network access|public access is disabled|client with ip(?: address)? .{1,60} is not allowed|not allowed (?:by|to access).{0,40}(?:firewall|network|virtual network)|ipauthorization|request originated from .{1,80}(?:blocked|not allowed)|blocked by your .{1,60} firewall|access denied due to virtual network\/firewall|ip has been prevented to connect|\bauthorizationfailure\b|private ?endpoint connection .{0,40}(?:required|only)|traffic is not from an approved private endpoint|virtual network is configured for this resource|authorizationsourceipmismatch|network ?acls? .{0,40}den(?:y|ied)/,
    example: "Client address is not authorized and caller is not a trusted service.",
    sources: ["service"],
  },
  {
    id: "authorization.operation",
    kind: "authorization_denied",
    // Storage says this of its firewall too, with another code.
    phrases: ["not authorized to perform this operation"],
    example: "RestError: This request is not authorized to perform this operation.",
    sources: ["service"],
  },
  {
    id: "authorization.token-rejected",
    kind: "token_rejected",
    pattern:
      /\bakv100\d\d\b|invalidauthenticationtoken|expiredauthenticationtoken|authenticationfailedinvalidheader|\binvalid_token\b|(?:invalid|wrong) (?:authorization token )?audience|invalidaudience|audience (?:validation failed|did not match)|\bidx10\d{3}\b|(?:wrong|invalid) issuer|invalidissuer|invalidauthenticationinfo|noauthenticationinformation|server failed to authenticate the request|lifetime validation failed|jwt (?:is )?expired|claim is empty or token is invalid|token has an invalid signature|compacttoken (?:parsing|validation) failed|access token (?:has expired|is expired|is invalid|is empty|is missing|expiry utc time|validation failure|not valid)|access token .{0,20}from the wrong issuer|the issuer '.{1,120}' is invalid|you must be logged in to the server|authorization' header is missing|local authorization is disabled|failed to fetch (?:anonymous|oauth) token: unexpected status|unexpected status code 401 from exchange|aka\.ms\/acr\/authorization|connectivity_refresh_token_error|invalid status(?: code)? 'unauthorized'|the token is expired|received access token is not valid/,
    example: "AKV10032: Invalid issuer. Expected one of https://sts.windows.net/",
    sources: ["service", "kubelogin"],
  },
];
