import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Sessions of PowerShell and of pipelines, whose sign-in is missing or cannot be asked for there.
 *
 * @internal
 */
export const TOOL_SESSION_RULES: readonly Rule[] = [
  {
    id: "tool-session.conflict",
    kind: "tool_failed",
    says: "Libraries whose versions clash were loaded by PowerShell modules.",
    pattern:
      /\b[a-z]{3,12}-az[a-z]{2,30} ?: .{0,100}(?:method not found: |could not load (?:file or assembly|type)|does not have an implementation)/,
    unless: /aadsts/,
    example: "Connect-AzAccount : ClientCertificateCredential authentication failed: Method not found: 'Void X.Y()'.",
    sources: ["powershell"],
  },
  {
    id: "tool-session.password-unsupported",
    kind: "configuration_invalid",
    says: "User name and password cannot be used for the sign-in in this PowerShell.",
    phrases: [["connect-az", "power shell", "powershell", "azure", "-credential"]],
    pattern:
      /user ?name ?(?:\+|and|&) ?password authentication is not (?:supported|available)|(?:password|credential)-based (?:log|sign)[- ]?in is not supported in/,
    unless: /aadsts|database/,
    example: "Connect-AzAccount : Username + Password authentication is not supported in PowerShell Core.",
    sources: ["powershell"],
  },
  {
    id: "tool-session.no-browser",
    kind: "interaction_required",
    says: "This session cannot show an interactive sign-in.",
    phrases: [["connect-az", "azure", "azd", "az login", "interactivebrowsercredential", "entra", "mggraph"]],
    pattern:
      /interactive (?:authentication|sign-?in|log-?in) (?:is not|isn't|is) (?:not )?(?:supported|possible|available|allowed|impossible) (?:in|on|from|within)|(?:browser|user interface) is not available (?:in|on|for) (?:this|the|your) (?:session|environment|machine|host)/,
    unless: /aadsts/,
    example:
      "Connect-AzAccount: Interactive authentication is not supported in this session, please run cmdlet 'Connect-AzAccount -UseDeviceAuthentication'.",
    sources: ["powershell", "azure-cli", "azd"],
  },
  {
    id: "tool-session.module",
    kind: "tool_not_installed",
    says: "A PowerShell module that the task needs was not found.",
    pattern: /could not find the modules?:? ['"]?az(?:urerm)?\.\w{3,30}/,
    unless: /aadsts/,
    example: "##[error]Could not find the modules: 'Az.Accounts' with Version: ''.",
    sources: ["powershell"],
  },
  {
    id: "tool-session.cmdlet",
    kind: "tool_not_signed_in",
    says: "The PowerShell session has no valid sign-in: the Connect cmdlet has to be run.",
    pattern:
      /\b(?:run|call|execute|invoke|use):? (?:the )?['"]?(?:(?:login|connect)-az(?:urerm)?account|login-azurerm\w{0,12}|connect-(?:mggraph|azuread|msolservice|exchangeonline|azaccount)|add-azureaccount)\b|connect-(?:mggraph|azuread|msolservice|azaccount) (?:must|has to|needs to) be (?:run|called)/,
    unless: anyOf(
      /aadsts/,
      /devic(?:e|ecode)/,
      /not recogni[sz]ed/,
      /module/,
      /-identity\b/,
      /-tenant\w{0,3} /,
      /-subscription /,
      /re-?authenticate/,
      /token cache/,
      /no subscriptions? (?:(?:was|were) )?found/,
      /credential authentication (?:failed|unavailable)/,
      /is not installed/,
      /mfa/,
      /multi-?factor/,
    ),
    example: "Get-MgUser : Authentication needed. Please call Connect-MgGraph.",
    sources: ["powershell"],
  },
  {
    id: "tool-session.editor-plugin",
    kind: "tool_not_installed",
    says: "The plugin package that the credential needs is not installed.",
    pattern:
      /no implementation of ['"]?(?:visualstudiocode|broker)credential['"]? is available|must install the identity-(?:vscode|broker) plugin/,
    example:
      "No implementation of `VisualStudioCodeCredential` is available. You must install the identity-vscode plugin package",
    sources: ["js"],
  },
  {
    id: "tool-session.native-broker",
    kind: "tool_failed",
    says: "The authentication broker of the operating system failed.",
    phrases: [["msal", "broker"]],
    pattern: /native broker (?:has )?failed|apicontractviolation/,
    unless: /aadsts|no_?network/,
    example: "[MSAL] Native broker failed, falling back to browser interactive auth.",
    sources: ["msal"],
  },
  {
    id: "service-connection.secret-expired",
    kind: "expired_client_secret",
    pattern: anyOf(
      /\bsecrets?\b.{0,60}\b(?:expired|ha(?:s|ve) expired)\b.{0,100}(?:service[ -]connection|_settings\/adminservices|azdo-rm)/,
      /(?:service[ -]connection).{0,60}\bsecrets? (?:of .{0,40})?(?:is|has|was|have)? ?expired/,
      /\bsecrets? of the (?:\w{2,12} )?service connection .{0,12}expired/,
    ),
    unless: /aadsts|docker|github/,
    answered: true,
    example:
      "##[error]Secret expired, update service connection at https://dev.azure.com/contoso/Orders/_settings/adminservices",
    sources: ["service"],
  },
  {
    id: "service-connection.unusable",
    kind: "configuration_invalid",
    says: "The pipeline names a service connection that does not exist, is disabled or may not be used by it.",
    pattern:
      /\b(?:azure\w{2,20}|connectedservicename\w{0,6}|pipeline)\b.{0,200}(?:references service connection .{0,80}could not be found|service connection .{0,20}(?:does not exist|has been disabled|(?:hasn't|has not) been authorized))/,
    unless: /docker|npm|nuget/,
    example:
      "Step AzureCLI input connectedServiceNameARM references service connection sc-prod which could not be found. The service connection does not exist or hasn't been authorized for use.",
    sources: ["service"],
  },
  {
    id: "service-connection.no-reason",
    kind: "unknown",
    pattern: /failed to obtain the json web token.{0,160}object reference not set/,
    example:
      "Failed to obtain the Json Web Token(JWT) for service principal id '1' Exception Message: Object reference not set to an instance of an object.",
    sources: ["service"],
  },
  {
    id: "configuration.connection-string",
    kind: "configuration_invalid",
    says: "The connection string that says how to authenticate is not valid.",
    phrases: [["runas", "azureservicetokenprovider", "azureservicesauthconnectionstring"]],
    pattern: /connection string .{0,400}is not (?:valid|in a proper format)/,
    unless: /aadsts/,
    example: `Connection string "RunAs=App;AppId=1" is not valid. Must contain 'TenantId' attribute and it must not be empty.`,
    sources: ["net"],
  },
  {
    id: "configuration.other-tenant",
    kind: "tenant_not_allowed",
    pattern: anyOf(
      /tenant (?:different|other) (?:than|from) (?:the )?(?:one|tenant)?.{0,30}configured/,
      /(?:token request|requested|request(?:ed)? tenant|tenant (?:requested|in the (?:token )?request)).{0,60}(?:differs from|different from|does not match|doesn't match|is not|isn't) the (?:tenant )?(?:configured|one|tenant).{0,40}/,
      /multi-?tenant authentication (?:was |is |has been )?(?:not enabled|disabled)/,
      /(?:is not|isn't) configured to (?:acquire|get|request|allow) tokens (?:for|from|of|in) (?:the |an)?(?:other )?tenants?/,
      /azure_identity_disable_multitenantauth/,
    ),
    phrases: [["credential", "azure_identity", "gettoken", "getaccesstoken", "additionallyallowed"]],
    unless: /aadsts|service principal|not found in (?:the )?directory/,
    example:
      "A getToken request was attempted with a tenant different than the tenant configured at the initialization of the credential",
    sources: ["js", "net", "python", "java"],
  },
];

/**
 * The key that a client assertion is signed with, in the words of the libraries that sign.
 *
 * @internal
 */
export const SIGNING_KEY_RULES: readonly Rule[] = [
  {
    id: "certificate.signing-key",
    kind: "certificate_unusable",
    says: "The key that should sign the assertion is missing, or is none that can.",
    phrases: [
      [
        "msal",
        "azure",
        "azidentity",
        "entra",
        "clientassertion",
        "client assertion",
        "certificatecredential",
        "confidentialclient",
      ],
    ],
    pattern: anyOf(
      /secretorprivatekey (?:must|is not|has a|needs)/,
      /expecting a pem-formatted key/,
      /supplied key .{0,30}is not an? /,
      /(?:signing|private) key (?:is|was) (?:missing|an? (?:ec|dsa|ed25519)|not an?|too (?:small|short))/,
      /key (?:is )?(?:too small|too short|size too small)/,
    ),
    unless: /aadsts|no such file|managed ?identity|our login|passport/,
    example: "@azure/msal-node: secretOrPrivateKey must be an asymmetric key when using RS256",
    sources: ["js", "java", "python"],
  },
];
