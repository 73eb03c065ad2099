import type { Program } from "./writer.js";

/**
 * A program that people sign in with.
 *
 * @internal
 */
export interface Tool {
  /** What to type; absent where there is nothing to type. */
  readonly signIn?: (tenant: string | undefined, scope: string | undefined) => string;
  /** How one signs in where there is nothing to type. */
  readonly action?: string;
  readonly url?: string;
  /** In place of the other commands of the Azure CLI. */
  readonly commands?: Readonly<Record<string, string>>;
}

const SHOW = 'az account show --query "{user:user.name,tenant:tenantId}"';
const TOKEN = "az account get-access-token --query expiresOn";
const AZD_CHECK = "azd auth login --check-status";
const CONTEXT = "Get-AzContext | Format-List Account, Tenant";
const CLI = "https://learn.microsoft.com/cli/azure/authenticate-azure-cli";

/** An option, where there is a value for it. */
function option(name: string, value: string | undefined): string {
  return value === undefined ? "" : ` ${name} ${value}`;
}

function powershell(wrap: (command: string) => string): Tool {
  return {
    signIn: (tenant, scope) => wrap(`Connect-AzAccount${option("-Tenant", tenant)}${option("-AuthScope", scope)}`),
    url: "https://learn.microsoft.com/powershell/azure/authenticate-interactive",
    commands: {
      "az version": wrap("Get-Module -ListAvailable Az.Accounts"),
      [SHOW]: wrap(CONTEXT),
      [TOKEN]: wrap(CONTEXT),
      [`time ${TOKEN}`]: wrap(`Measure-Command { ${CONTEXT} }`),
      "az upgrade": wrap("Update-Module Az.Accounts"),
    },
  };
}

/**
 * Azure PowerShell, from another shell.
 *
 * @internal
 */
export const FROM_SHELL: Tool = powershell((command) => `pwsh -Command "${command}"`);

/** With the Azure CLI, whatever it is used for. */
const BY_CLI: Tool = {
  signIn: (tenant, scope) => `az login${option("--tenant", tenant)}${option("--scope", scope)}`,
  url: CLI,
};

/**
 * How one signs in with a program.
 *
 * @internal
 */
export const TOOLS: Partial<Readonly<Record<Program, Tool>>> = {
  "azure-cli": BY_CLI,
  terraform: BY_CLI,
  pulumi: BY_CLI,
  azd: {
    signIn: (tenant) => `azd auth login${option("--tenant-id", tenant)}`,
    url: "https://learn.microsoft.com/azure/developer/azure-developer-cli/reference#azd-auth-login",
    commands: {
      "az version": "azd version",
      [SHOW]: AZD_CHECK,
      [TOKEN]: AZD_CHECK,
      [`time ${TOKEN}`]: `time ${AZD_CHECK}`,
      "az upgrade": "azd version",
    },
  },
  "azure-powershell": powershell((command) => command),
  azcopy: {
    signIn: (tenant) => `azcopy login${option("--tenant-id", tenant)}`,
    url: "https://learn.microsoft.com/azure/storage/common/storage-use-azcopy-authorize-user-identity",
    commands: { "az version": "azcopy --version", [SHOW]: "azcopy login status", [TOKEN]: "azcopy login status" },
  },
  kubelogin: {
    signIn: () => "kubelogin remove-cache-dir && kubectl auth whoami",
    url: "https://azure.github.io/kubelogin/concepts/login-modes.html",
    commands: { "az version": "az aks install-cli", "az upgrade": "az aks install-cli" },
  },
  vscode: {
    action: "In Visual Studio Code, sign in again: the Accounts menu, or the command Azure: Sign In.",
    url: "https://code.visualstudio.com/docs/azure/overview",
  },
  "visual-studio": {
    action:
      "In Visual Studio, enter the credentials of the account again: File > Account Settings, or Tools > Options > Azure Service Authentication.",
    url: "https://learn.microsoft.com/visualstudio/ide/work-with-multi-factor-authentication",
  },
  "azure-data-studio": { action: "In Azure Data Studio, refresh or remove and add the account under Accounts." },
  "storage-explorer": {
    action: "In Storage Explorer, enter the credentials of the account again under Account Management.",
    url: "https://learn.microsoft.com/troubleshoot/azure/azure-storage/blobs/alerts/storage-explorer-troubleshooting",
  },
  ios: { action: "Let the app ask the user to sign in: acquireToken with MSALInteractiveTokenParameters." },
  android: { action: "Let the app ask the user to sign in: acquireToken with AcquireTokenParameters." },
};
