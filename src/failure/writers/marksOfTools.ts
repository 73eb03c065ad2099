import type { WriterMark } from "./marks.js";

/** A credential of an SDK that asks a tool is not the tool, and says in its own words what to do with it. */
const OF_SDK =
  /[a-z]credential\b|credentialunavailable|authenticationfailedexception|from a command prompt|azure developer cli (?:could|authentication|not)|\bazure\.identity\b|this credential doesn't/;

/**
 * What tools and editors write.
 *
 * @internal
 */
export const MARKS_OF_TOOLS: readonly WriterMark[] = [
  {
    writer: "terraform",
    words: [
      "terraform",
      "building account",
      "building armclient",
      "building authorizer for",
      "hashicorp/azure",
      "azapi_",
      "authorizing: ",
      "unable to build authorizer",
    ],
    pattern:
      /\bazurerm\b|\barm_(?:client|tenant|subscription|use|oidc|msi)_\w|\bon \w{1,60}\.tf line|could not configure (?:\w{1,20} )?authorizer/,
    unless: /\bpulumi\b|azure-native/,
  },
  {
    writer: "pulumi",
    words: ["pulumi", "azure-native:"],
  },
  {
    writer: "azcopy",
    words: [
      "azcopy",
      "failed to perform login",
      "failed to perform copy",
      "failed to perform auto-login",
      "failed to perform list",
      "failed to perform remove",
      "failed to perform sync",
      "autologin",
      "login credentials missing. no sas",
      "no sas token or oauth token is present",
    ],
    pattern: /err: \[p#\d{1,6}-t#/,
  },
  {
    writer: "azd",
    words: [
      "`azd ",
      "'azd ",
      "azd auth",
      "azd up",
      "azd provision",
      "azd deploy",
      "azd pipeline",
      "azd env",
      "azd down",
      "error: fetching token: ",
      "error: logging in: ",
      "error: getting tenant id from service principal: ",
      "azd-env-name",
      "/bin/azd",
      "azd: not found",
    ],
    unless: OF_SDK,
  },
  {
    writer: "azure-cli",
    words: [
      "azclierror",
      "cli.azure.",
      "azure.cli",
      "azure-cli-core",
      "az: error",
      "az: '",
      "please run az login",
      "please run: az login",
      "please explicitly log in with:az login",
      "please explicitly log in with: az login",
      "run `az login`",
      "run the command below to authenticate interactively",
      "az login --tenant",
      "az login --scope",
      "failed to connect to msi. please make sure msi",
      "please report to us via github",
      "microsoft azure cli",
      "use_cli_effectively",
      "selected user account does not exist in tenant",
      "az_command_data_logger",
      "could not retrieve credential from local cache",
      "no access was configured for the vm",
      "no access was configured for the managed identity",
      "using azure cli behind a proxy",
      "certificate verification failed",
      "az : error",
      "the command failed with an unexpected error. here is the traceback",
      "please ensure you have network connection. error detail",
      "use 'az login --allow-no-subscriptions'",
      "az login --service-principal",
      "az: not found",
      "run 'az account set'",
      "attempting azure cli login by. this typically happens",
      "no subscriptions found for ",
      "aux_subscriptions and aux_tenants",
      "provide only one of --client-id, --object-id",
      "invalid certificate, please use a valid pem file",
    ],
    pattern:
      /\baz (?:login|account|rest|acr|aks|keyvault|storage|ad|vm|deployment|webapp|functionapp|group) ?: |[\\/]\.azure[\\/](?:msal_|azureprofile|commands|az\.sess)/,
    unless: OF_SDK,
  },
  {
    writer: "azure-cli",
    pattern:
      /(?:^|\n|[Z\]m] ?)ERROR: (?:AADSTS|HTTPSConnectionPool|\(|Please run|For managed identity|The |No subscription|Could not)/,
    spelled: true,
    unless: OF_SDK,
  },
  {
    writer: "azure-powershell",
    words: [
      "fullyqualifiederrorid",
      "categoryinfo",
      "microsoft.azure.commands",
      "in the windows powershell session",
      "unable to acquire token for tenant",
      "please run connect-azaccount",
      "please run 'connect-azaccount",
      "clear-azcontext",
      "{connect-azaccount",
      "management.automation",
      "connect-mggraph",
      "import-module: ",
    ],
    pattern:
      /(?:connect|login|get|set|new|invoke|import|remove|update|select|disconnect)-az\w{2,40} ?: |at line:\d{1,5} char:|run (?:connect-azaccount|login-azurermaccount) to login\b(?! to azure account in)|\.ps1:\d/,
    unless:
      /powershellcredential|credentialunavailable(?:error|exception:)|(?:azure )?powershell authentication failed using|this credential doesn't|azure powershell requires/,
  },
  {
    writer: "grafana",
    words: ["grafana"],
    pattern: /\blogger=\S{2,60} t=\d{4}-/,
  },
  {
    writer: "storage-explorer",
    words: ["storageexplorer", "storage explorer"],
  },
  {
    writer: "azure-data-studio",
    words: [
      "azuredatastudio",
      "azuredata studio",
      "azure datastudio",
      "azure data studio",
      "mssql extension",
      "please add linked account or refresh account credentials",
      "sqlops",
    ],
  },
  {
    writer: "vscode",
    words: ["[msalauthprovider]", "azure-account.", "microsoft-authentication extension", "[createsession]"],
    pattern: /visual studio code(?! credential)|(?<![\w./\\-])vscode\b(?!-)/,
    unless: /credential\b|associated with visual|user details from|vscode azure account|credentialunavailable/,
  },
  {
    writer: "visual-studio",
    words: ["tf30063", "we could not refresh the credentials for the account"],
    pattern: /visual studio (?:20\d\d|installer)/,
    unless: OF_SDK,
  },
  {
    writer: "ios",
    words: ["msidoautherror", "nsurlerrordomain", "nslocalizeddescription", "error domain=", "msalcorrelationidkey"],
    pattern:
      /msal(?:internal|oauth|)(?:error)?(?:domain|suberrorkey|correlationidkey|oautherrorkey|errordescriptionkey)/,
  },
  {
    writer: "android",
    words: ["com.microsoft.identity.client", "com.microsoft.identity.common", "android.", "androidx."],
    pattern: /\badb\b.{0,20}\bmsal\b/,
  },
];
