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
];
