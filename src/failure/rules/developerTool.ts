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
      /(?:azure cli|developer cli|powershell|\bazd?) (?:authentication |process |command |credential )?(?:has )?timed out|(?:powershell|\bcli\b).{0,300}execution time-?out|(?:cli|powershell) process took too long|failed to get access token in \d{1,4} seconds/,
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
    id: "developer-tool.powershell-module",
    kind: "tool_not_installed",
    pattern:
      /neither az\.accounts|az\.accounts.{0,30}(?:is missing|not installed|not found|could not be found|cannot be found)|no power ?shell (?:was )?found|az\.accounts?'? module.{0,40}(?:not (?:found|installed)|isn't installed)|no valid module file was found/,
    example: "Az.Account module >= 2.2.0 is not installed.",
    sources: ["js", "net", "python", "java", "powershell"],
    remedies: [
      {
        action: "Install or update the Az module, for the edition of PowerShell that is in use (pwsh or powershell).",
        command: "pwsh -Command Install-Module Az.Accounts -Scope CurrentUser",
        url: "https://learn.microsoft.com/powershell/azure/install-azure-powershell",
      },
      {
        action: "On a server, do not rely on developer tools: use a managed identity or workload identity.",
        url: "https://learn.microsoft.com/azure/developer/javascript/sdk/authentication/credential-chains",
      },
    ],
  },
  {
    id: "developer-tool.subscription-not-in-context",
    kind: "tool_failed",
    phrases: ["no subscription found in the context"],
    example: "No subscription found in the context. Run Connect-AzAccount to login.",
    sources: ["powershell"],
  },
  {
    id: "developer-tool.not-found",
    kind: "tool_not_installed",
    pattern:
      /(?:azure cli|developer cli|powershell|\baz\.accounts?'? module(?: >= [\d.]{1,12})?)(?: \w{1,12})? (?:not (?:found|installed)|(?:could not|couldn't|cannot) be found|(?:is not|isn't) installed)|executable (?:not found|could not be found)|unable to execute powershell|please install (?:the )?azure (?:developer )?(?:cli|powershell)|no valid module file was found|no (?:installed )?instance of visual studio/,
    example: "Azure Developer CLI could not be found.",
    sources: ["js", "go", "python", "net", "java", "powershell"],
  },
  {
    id: "developer-tool.shell-not-found",
    kind: "tool_not_installed",
    pattern:
      /exec: "(?:az|azd|pwsh|powershell|kubelogin)(?:\.exe|\.cmd)?": executable file not found|executable (?:az|azd|kubelogin) not found|credential plugin that is not installed|error running kubelogin: .{0,20}no such file|term '(?:az|azd|(?:connect|get)-az[a-z]{3,20})' is not recognized|cannot locate command line shell|\b(?:az|azd|pwsh|powershell)(?:\.exe|\.cmd)?'?:? (?:(?:command )?not found\b|is not recognized|no such file)|spawn (?:az|azd|pwsh|powershell)(?:\.exe|\.cmd)? enoent/,
    example: "/bin/sh: 1: az: not found",
    sources: ["azure-cli", "azd", "powershell", "node", "kubelogin", "terraform"],
  },
  {
    id: "developer-tool.editor-or-broker-missing",
    kind: "tool_not_installed",
    pattern:
      /visual studio code authentication is not available|no plugin was configured or no authentication record|the broker is unavailable|cannot invoke (?:the )?broker|broker\)? may not be installed|installation of broker failed|broker application must be installed|identity-broker dependency|brokercredentialbuilder class not found|failed to create interactivebrowserbroker|requires the azure\.identity\.broker|err_dlopen_failed/,
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
      /claims challenges?\b|claims-?challenge|additional claims|user interaction is required|status_interactionrequired|status_accountunusable|interactionrequired:/,
    unless: /insufficient_claims|www-authenticate/,
    answered: true,
    example:
      "This credential doesn't support claims challenges. To authenticate with the required claims, please run the following command: az login --claims-challenge",
    sources: ["js", "go", "python", "net", "java", "powershell", "azure-cli"],
  },
  {
    id: "developer-tool.editor-sign-in",
    kind: "tool_not_signed_in",
    pattern:
      /needs re-?authentication|re-?authenticate the account|no accounts found\. ?please|stored credentials not found|need to authenticate user in|failed to (?:read (?:vs code )?credentials|get (?:azure )?user details from visual studio)|authenticate via azure (?:tools|service)|log in with azure tools for/,
    example: "TS003: Error, TS005: No accounts found. Please go to Tools->Options->Azure Services Authentication",
    sources: ["net", "java", "js", "python"],
    remedies: [
      {
        action:
          "In Visual Studio, sign in or refresh the account under Tools > Options > Azure Service Authentication, and retry.",
        url: "https://aka.ms/azsdk/net/identity/troubleshoot",
      },
      {
        action:
          "In Visual Studio Code, sign in with the Azure Resources extension; in IntelliJ, with the Azure Toolkit.",
        url: "https://aka.ms/azsdk/js/identity/troubleshoot",
      },
      {
        action: "Or use the Azure CLI instead.",
        command: "az login",
        url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli",
      },
    ],
  },
  {
    id: "developer-tool.sign-in-again",
    kind: "tool_not_signed_in",
    pattern:
      /\brun:? ['"]?(?:az|azd(?: auth)?) login|\b(?:run|execute|use|call|using|with|via):? ['"]?connect-azaccount|\b(?:using|with|via|execute|explicitly log in with:) ['"]?(?:az|azd(?: auth)?) login|not logged in|can't find token from msal cache|authorization profile was not found|no authorization tokens were found|does not exist in msal token cache|interactive login is required|credentials have not been set up or have expired|no accounts were found in the cache|sharedtokencachecredential authentication unavailable|cannot load authentication record|no account.{0,20}signed in|no signed-in (?:user|account)|\b(?:azd?|azure cli) (?:auth )?login (?:is )?(?:required|needed)|needs? to be re-?authenticated|(?:azd|azure cli|power ?shell|az) (?:needs|requires|wants) you to (?:log|sign) ?in|shared cache contains no signed-in/,
    example: "Please run 'az login' to set up an account",
    sources: ["js", "go", "python", "net", "java", "azure-cli", "azd", "powershell"],
  },
  {
    id: "developer-tool.broker-refused",
    kind: "tool_failed",
    phrases: ["failed to acquire token using broker"],
    example: "Failed to acquire token using broker authentication",
    sources: ["js"],
    remedies: [
      {
        action: "Install @azure/identity-broker, register it with useIdentityPlugin, and sign in interactively once.",
        command: "npm install @azure/identity-broker",
        url: "https://aka.ms/azsdk/js/identity/troubleshoot",
      },
    ],
  },
  {
    id: "developer-tool.odd-output",
    kind: "tool_failed",
    pattern:
      /unexpected (?:output|response) from (?:azure|get-az)|failed to invoke (?:the )?(?:azure|powershell|az\b)|powershell did not return|powershell command fail|safe working directory|signal: killed|authenticating using the azure cli is only supported as a user|executable kubelogin failed|az: error: unrecognized arguments|didn't get the token: "|tokenservice\.exe"? has failed|could not load (?:file or assembly|type) '(?:microsoft\.identity|azure\.(?:core|identity))|process could not be completed|processerror:|command interpreter could not be found|no subscriptions? (?:were )?found|unknown flag|platform_broker_error|unknown_broker_error|wam_runtime_init_failed|msalruntime init|tokenservice.{0,40}(?:non-json|invalid|output)|okenprovider\.json.{0,60}(?:invalid|schema)|local application data folder|token provider process exit/,
    unless: /no access was configured/,
    example: "Unexpected output from Azure CLI: ''.",
    sources: ["js", "go", "python", "net", "java", "azure-cli"],
  },
  {
    id: "developer-tool.output-not-json",
    kind: "tool_failed",
    pattern: /credentialunavailable\w{0,12}: (?:syntaxerror: )?unexpected (?:end of json|token|non-whitespace)/,
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
