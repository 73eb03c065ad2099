import { anyOf } from "../anyOf.js";

/**
 * That the environment holds no credential.
 *
 * @internal
 */
export const NO_ENVIRONMENT = [
  "environment variables are not fully conf",
  "environment variables not set",
  "environment variables are not set",
  "environment variables missing",
  "environment not configured",
  "environment is not configured",
  "environment not set",
  "env vars not set",
  "env vars missing",
  "missing environment variable",
  "environment variable azure_",
  "env credential: azure_",
  "environmentcredential is unavailable",
  "environmentcredential: missing",
  "incomplete environment configuration",
  "no underlying credential could be used",
  "no environment credential",
];

/**
 * That the Azure CLI, or PowerShell, is not there.
 *
 * @internal
 */
export const NO_TOOL = [
  "az not found",
  "az: not found",
  "az cli not found",
  "az cli: not found",
  "az: command not found",
  "command not found: az",
  "'az' not found",
  "'az' is not recognized",
  "'az' wasn't found",
  '"az" not found',
  '"az" is not recognized',
  '"az" wasn\'t found',
  "az isn't installed",
  "az not installed",
  "az is not installed",
  "find az in path",
  "azure cli not found",
  "azure cli not installed",
  "azure cli is not installed",
  "azure cli could not be found",
  "azure cli couldn't be found",
  "azure cli: not found",
  "azure cli: not installed",
  "powershell is not installed",
  "unable to execute powershell",
];

/**
 * What managed identities are called.
 *
 * @internal
 */
export const IDENTITY = [
  "managed identity",
  "managedidentity",
  "imds",
  "msi endpoint",
  "msi: ",
  "msi not",
  "msi auth",
  "no msi",
];

/**
 * That there is no managed identity here.
 *
 * @internal
 */
export const NO_IDENTITY =
  /(?:managed ?identity(?:credential)?|\bimds|\bmsi)(?: endpoint| authorizer)?:? .{0,60}(?:unavailable|not available|isn't available|not found|unreachable|not there|cannot be established|no response|not (?:set|configured|enabled|supported|detected)|none|missing|absent)|\bno (?:managed ?identity|imds|msi)\b/;

/**
 * How a paste of one line names the environment and its absence.
 *
 * @internal
 */
export const ENVIRONMENT_ABSENT = anyOf(
  /\b(?:environment|environmentcredential|env)\b(?: variables?| vars?| credential)?(?: authentication)?:? ?(?:is |are |was |were )?(?:unavailable|not (?:configured|set|available|present)|missing|unset)/,
  /no azure_\W? ?(?:environment|env)/,
  /none of (?:the )?environment\b/,
);

/**
 * The same of the Azure CLI alone, in the few words of a paste of one line.
 *
 * @internal
 */
export const CLI_ABSENT = [
  ...NO_TOOL,
  "cli not installed",
  "cli not found",
  "cli: not",
  "cli: unavailable",
  "cli unavailable",
  "cli missing",
  "no az cli",
  "no azure cli",
  "no az in",
  "cli is set up here",
];

/**
 * What the headlines of chains name.
 *
 * @internal
 */
export const HEADLINE = [
  "defaultazurecredential",
  "chainedtokencredential",
  "included credentials",
  "from any credential",
];

/**
 * What shows that one member was meant to work.
 *
 * @internal
 */
export const STANDS_OUT = anyOf(
  /aadsts/,
  /(?:run|please|try|use) ['"`]?(?:az login|azd auth|connect-azaccount)/,
  /(?:not|isn't) (?:logged|signed) in/,
  /timed? ?-?out/,
  /invalid_(?:client|grant)/,
  /\bexpired/,
  /forbidden/,
  /\b(?:40[013]|429|50\d)\b/,
  /denied/,
  /not assigned/,
  /identity not found/,
  /no default identity/,
  /unexpected (?:answer|response|output|token|status)/,
  /unauthorized/,
  /certificate/,
  /token file/,
  /\bboto/,
  /\baws\b/,
  /gcloud/,
  /google/,
  /installer/,
  /no such file or directory: /,
  /deadline/,
);
