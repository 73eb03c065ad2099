import type { Remedy } from "./types.js";

interface Tool {
  /** In place of the commands of the Azure CLI. */
  readonly commands: Readonly<Record<string, string>>;
  readonly url: string;
}

const AZD_CHECK = "azd auth login --check-status";
const POWERSHELL_CHECK = 'pwsh -Command "Get-AzContext | Format-List Account, Tenant"';

const TOOLS: Readonly<Record<string, Tool>> = {
  AzureDeveloperCliCredential: {
    commands: {
      "az version": "azd version",
      "az login": "azd auth login",
      'az account show --query "{user:user.name,tenant:tenantId}"': AZD_CHECK,
      "az account get-access-token --query expiresOn": AZD_CHECK,
      "time az account get-access-token --query expiresOn": `time ${AZD_CHECK}`,
      "az upgrade": "azd version",
    },
    url: "https://aka.ms/azsdk/js/identity/azdevclicredential/troubleshoot",
  },
  AzurePowerShellCredential: {
    commands: {
      "az version": 'pwsh -Command "Get-Module -ListAvailable Az.Accounts"',
      "az login": 'pwsh -Command "Connect-AzAccount"',
      'az account show --query "{user:user.name,tenant:tenantId}"': POWERSHELL_CHECK,
      "az account get-access-token --query expiresOn": POWERSHELL_CHECK,
      "time az account get-access-token --query expiresOn": `time ${POWERSHELL_CHECK}`,
      "az upgrade": 'pwsh -Command "Update-Module Az.Accounts"',
    },
    url: "https://aka.ms/azsdk/js/identity/powershellcredential/troubleshoot",
  },
};

/** What is advised for the other tools, where it is known which one it is. */
const FOR_OTHERS = /^For the Azure Developer CLI or Azure PowerShell/;

/**
 * The same advice with the commands of the tool that a credential asks: the usual ones are those of the Azure CLI.
 *
 * @param remedies - most likely first
 * @param credentialType - class name of the credential, where it is known
 * @internal
 */
export function forTool(remedies: readonly Remedy[], credentialType: string | undefined): readonly Remedy[] {
  const tool = credentialType !== undefined && Object.hasOwn(TOOLS, credentialType) ? TOOLS[credentialType] : undefined;
  if (tool === undefined && credentialType !== "AzureCliCredential") return remedies;
  return remedies
    .filter(({ action }) => !FOR_OTHERS.test(action))
    .map((remedy) => {
      const command = remedy.command === undefined ? undefined : tool?.commands[remedy.command];
      return tool === undefined || command === undefined ? remedy : { ...remedy, command, url: tool.url };
    });
}
