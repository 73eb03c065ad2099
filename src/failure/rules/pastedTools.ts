import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

const ARGUMENT =
  "(?:expected (?:one|at least one) argument|arguments? (?:.{0,60} )?(?:are|is) required|unrecognized arguments?|ignored explicit argument)";

/**
 * What people copy from a terminal of the Azure CLI, of PowerShell or of a tool that uses them.
 *
 * @internal
 */
export const PASTED_TOOL_RULES: readonly Rule[] = [
  {
    id: "pasted.run-azure-cli",
    kind: "tool_not_signed_in",
    says: "The Azure CLI is not signed in.",
    pattern:
      /(?:please |first |must |need to |to )?(?:run|use) (?:the )?(?:azure cli|az cli) to (?:authenticate|log ?in|sign ?in)\b|(?:authenticate|log in|sign in) with the azure cli (?:before|first)/,
    unless: /aadsts|not (?:found|installed)|timed out/,
    example: "In order to obtain AAD token, Please run azure cli to authenticate",
    sources: ["python"],
  },
  {
    id: "pasted.call-connect",
    kind: "tool_not_signed_in",
    says: "The PowerShell session has no sign-in: the Connect cmdlet has to be run first.",
    pattern:
      /authentication (?:is )?(?:needed|required)[.,;:]? (?:please )?(?:call|run|use) ['"]?connect-(?:mg|az|entra|azuread|graph)/,
    unless: /aadsts/,
    example: "Get-MgUser_List1: Authentication needed, call Connect-Graph.",
    sources: ["powershell"],
  },
  {
    id: "pasted.tool-arguments",
    kind: "tool_failed",
    says: "The az command was called with arguments that it does not take, or without one that it needs.",
    pattern: anyOf(
      `\\baz (?:login|account get-access-token)\\b: ?(?:error: )?.{0,80}(?:${ARGUMENT}|is not in the 'az login)`,
      `unrecognized arguments: .{0,80}\\baz (?:login|account get-access-token)\\b`,
      `^(?:error: )?argument --(?:username|password|tenant|federated-token|service-principal|certificate)\\b.{0,20}: expected one argument`,
    ),
    unless: /aadsts/,
    example: "az login: error: argument --password/-p: expected one argument",
    sources: ["azure-cli"],
  },
  {
    id: "pasted.cmdlet-unknown",
    kind: "tool_not_installed",
    says: "The cmdlet is not known here: the PowerShell module that it belongs to is not installed or not loaded.",
    pattern:
      /the term '(?:connect-(?:az(?:account|uread)?|mggraph|entra|graph|azuread)|(?:set|get|clear|enable|disable|save|import|select)-az(?:context(?:autosave)?|accesstoken|default|environment)?|login-azaccount|login-azurermaccount|connect-azurermaccount)' is not recognized/,
    unless: /aadsts/,
    example: "The term 'Disable-AzContextAutosave' is not recognized as the name of a cmdlet",
    sources: ["powershell"],
  },
  {
    id: "pasted.cmdlet-too-old",
    kind: "tool_failed",
    says: "The PowerShell modules that are installed do not fit what was asked of them.",
    pattern: anyOf(
      /parameter cannot be found that matches parameter name '(?:federatedtoken|assecurestring|usedeviceauthentication|serviceprincipal|managedserviceprincipal|resourcetypename|accesstoken|graphaccesstoken|certificatepath|authscope|clientsecretcredential|skipcontextpopulation)'/,
      /method invocation failed because \[microsoft\.(?:azure\.powershell|azure\.commands\.common|identity)/,
      /connect-(?:mggraph|azaccount|entra)\b.{0,20}(?:method not found|could not load (?:file or assembly|type))/,
    ),
    unless: /aadsts/,
    example: "A parameter cannot be found that matches parameter name 'FederatedToken'.",
    sources: ["powershell"],
  },
  {
    id: "pasted.interactive-again",
    kind: "interaction_required",
    says: "The user of the developer tool has to sign in again.",
    pattern: /interactive authentication is needed\. please run: az login/,
    unless: /aadsts|credential|response_status/,
    example: "Interactive authentication is needed. Please run: az login",
    sources: ["azure-cli"],
  },
  {
    id: "pasted.local-cache-empty",
    kind: "tool_not_signed_in",
    says: "The local token cache holds no token.",
    phrases: ["could not retrieve token from local cache"],
    unless: /aadsts/,
    example: "Could not retrieve token from local cache.",
    sources: ["azure-cli"],
  },
  {
    id: "pasted.cache-folder",
    kind: "token_cache_unavailable",
    says: "The token cache in the folder .IdentityService could not be opened.",
    phrases: [".identityservice"],
    pattern:
      /could not find (?:file|a part of the path) '[^']{0,200}\.identityservice|access to the path '[^']{0,200}\.identityservice[^']{0,60}' is denied/,
    unless: /aadsts|tokenprovider|token provider|azureserviceauth/,
    example: "Could not find file 'C:\\home\\site\\wwwroot\\.IdentityService'",
    sources: ["powershell", "net"],
  },
  {
    id: "pasted.two-guesses",
    kind: "unknown",
    phrases: ["are likely to be incorrect, or the service principal does not have permission"],
    unless: /aadsts|\b40[13]\b|authorizationfailed|invalid_client/,
    example:
      "Credentials for accessing the Azure Resource Manager API are likely to be incorrect, or the service principal does not have permission to use the Azure Service Management API.",
    sources: ["terraform"],
  },
];
