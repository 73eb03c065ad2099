import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What keeps Azure PowerShell from working on a machine.
 *
 * @internal
 */
export const POWERSHELL_RULES: readonly Rule[] = [
  {
    id: "developer-tool.execution-policy",
    kind: "tool_failed",
    says: "The execution policy of PowerShell does not let the script run.",
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
    pattern: anyOf(
      /neither az\.accounts/,
      /az\.accounts.{0,30}(?:is missing|not installed|not found|could not be found|cannot be found)/,
      /no power ?shell (?:was )?found/,
      /az\.accounts?'? module.{0,40}(?:not (?:found|installed)|isn't installed)/,
      /no valid module file was found/,
    ),
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
    says: "The PowerShell session has no subscription in its context.",
    phrases: ["no subscription found in the context"],
    example: "No subscription found in the context. Run Connect-AzAccount to login.",
    sources: ["powershell"],
  },
];
