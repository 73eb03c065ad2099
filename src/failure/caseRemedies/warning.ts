import type { Evidence } from "../evidence.js";
import type { Remedy } from "../types.js";

const BREAKING = /breaking changes? in the cmdlet '?get-azaccesstoken/;

const REMEDIES: readonly Remedy[] = [
  {
    action: "Switch off the warning of Azure PowerShell that stands before the token.",
    command: "pwsh -Command 'Update-AzConfig -DisplayBreakingChangeWarning $false'",
    url: "https://learn.microsoft.com/powershell/azure/configure-global-settings",
  },
  {
    action:
      "Update the Azure SDK of the application before Az.Accounts: from version 5.0.0 on the cmdlet gives a SecureString, as the warning says.",
  },
];

/**
 * What to do about a warning of Azure PowerShell where a token was awaited: a newer module does not end it.
 *
 * @internal
 */
export function ofWarning({ plain }: Evidence): readonly Remedy[] | undefined {
  return BREAKING.test(plain) ? REMEDIES : undefined;
}
