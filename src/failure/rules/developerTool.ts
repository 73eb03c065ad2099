import type { Rule } from "./rule.js";

/**
 * az, azd, PowerShell, the editors and the broker.
 *
 * @internal
 */
export const DEVELOPER_TOOL_RULES: readonly Rule[] = [
  {
    id: "developer-tool.timeout",
    kind: "tool_timeout",
    pattern:
      /(?:azure cli|developer cli|powershell|\bazd?) (?:authentication |process |command |credential )?(?:has )?timed out|(?:powershell|\bcli\b).{0,300}execution time-?out/,
    example: "Azure CLI authentication timed out.",
    sources: ["net"],
  },
  {
    id: "developer-tool.execution-policy",
    kind: "tool_failed",
    phrases: [["running scripts is disabled", "execution policy", "about_execution_policies"]],
    example: "Execution policy prevented invoking Azure PowerShell",
    sources: ["powershell", "python"],
    remedies: [
      {
        action: "Allow local scripts for this user, or sign in with the Azure CLI instead.",
        command: "Set-ExecutionPolicy -Scope CurrentUser RemoteSigned",
        url: "https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_execution_policies",
      },
    ],
  },
  {
    id: "developer-tool.not-found",
    kind: "tool_not_installed",
    pattern:
      /(?:azure cli|developer cli|powershell|\baz\.accounts?'? module(?: >= [\d.]{1,12})?)(?: \w{1,12})? (?:not (?:found|installed)|(?:could not|couldn't|cannot) be found|(?:is not|isn't) installed)|executable (?:not found|could not be found)|unable to execute powershell|no valid module file was found/,
    example: "Azure Developer CLI could not be found.",
    sources: ["js", "go", "python", "net", "java", "powershell"],
  },
  {
    id: "developer-tool.shell-not-found",
    kind: "tool_not_installed",
    pattern:
      /\b(?:az|azd|pwsh|powershell)(?:\.exe|\.cmd)?'?:? (?:(?:command )?not found\b|is not recognized)|spawn (?:az|azd|pwsh|powershell)(?:\.exe|\.cmd)? enoent/,
    example: "/bin/sh: 1: az: not found",
    sources: ["azure-cli", "azd", "powershell", "node"],
  },
  {
    id: "developer-tool.editor-or-broker-missing",
    kind: "tool_not_installed",
    pattern:
      /visual studio code authentication is not available|no plugin was configured or no authentication record|the broker is unavailable|requires the azure\.identity\.broker|err_dlopen_failed/,
    example: "Visual Studio Code Authentication is not available. Ensure you have signed into Azure via VS Code",
    sources: ["js", "java", "net"],
    remedies: [
      {
        action:
          "Install the plug-in package (@azure/identity-vscode or @azure/identity-broker) and pass it to useIdentityPlugin.",
        url: "https://aka.ms/azsdk/js/identity/troubleshoot",
      },
      { action: "In Visual Studio Code, install the Azure Resources extension and sign in to Azure." },
    ],
  },
  {
    id: "developer-tool.claims-unsupported-version",
    kind: "tool_failed",
    pattern: /installed version doesn't support this|unknown flag: --claims/,
    example:
      "Azure Developer CLI requires multifactor authentication or additional claims, however the installed version doesn't support this. Upgrade to version 1.18.1 or later",
    sources: ["go", "azd"],
  },
  {
    id: "developer-tool.claims",
    kind: "interaction_required",
    pattern:
      /claims challenges?\b|claims-?challenge|additional claims|user interaction is required|status_interactionrequired|interactionrequired:/,
    unless: /insufficient_claims|www-authenticate/,
    answered: true,
    example:
      "This credential doesn't support claims challenges. To authenticate with the required claims, please run the following command: az login --claims-challenge",
    sources: ["js", "go", "python", "net", "java", "powershell", "azure-cli"],
  },
  {
    id: "developer-tool.sign-in-again",
    kind: "tool_not_signed_in",
    pattern:
      /\brun:? ['"]?(?:az|azd(?: auth)?) login|\brun:? ['"]?connect-azaccount|not logged in|does not exist in msal token cache|interactive login is required|credentials have not been set up or have expired|no accounts were found in the cache|sharedtokencachecredential authentication unavailable|log in with azure tools for|cannot load authentication record|no account.{0,20}signed in/,
    example: "Please run 'az login' to set up an account",
    sources: ["js", "go", "python", "net", "java", "azure-cli", "azd", "powershell"],
  },
  {
    id: "developer-tool.odd-output",
    kind: "tool_failed",
    pattern:
      /unexpected (?:output|response) from (?:azure|get-az)|failed to invoke (?:the )?(?:azure|powershell|az\b)|powershell did not return|safe working directory|signal: killed|process could not be completed|processerror:|command interpreter could not be found|no subscription found|unknown flag|platform_broker_error/,
    example: "Unexpected output from Azure CLI: ''.",
    sources: ["js", "go", "python", "net", "java", "azure-cli"],
  },
  {
    id: "developer-tool.output-not-json",
    kind: "tool_failed",
    pattern: /^credentialunavailable\w{0,12}: (?:syntaxerror: )?unexpected (?:end of json|token|non-whitespace)/,
    example: "CredentialUnavailableError: Unexpected end of JSON input",
    sources: ["js"],
  },
  {
    id: "developer-tool.profile-unreadable",
    kind: "tool_failed",
    phrases: [
      ["permissionerror", "permission denied", "eacces"],
      [".azure", "az.sess", "msal_token_cache"],
    ],
    example: "PermissionError: [Errno 13] Permission denied: '/home/app/.azure/az.sess'",
    sources: ["azure-cli"],
  },
];
