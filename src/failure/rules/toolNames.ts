import { oneOf } from "../anyOf.js";
/**
 * The tools by the names that the SDKs and shells give them.
 *
 * @internal
 */
export const TOOL = oneOf(
  "azure[ -]cli",
  "\\baz cli",
  "azure ?developer ?cli",
  "\\bazd\\b",
  "power ?shell",
  "\\bpwsh\\b",
  "get-azaccesstoken",
  "azureauth",
  "azure(?:developer)?clicredential",
  "azurepowershellcredential",
  "az account get-access-token",
  "\\baz\\b(?![.-])",
  "pscontextcredential",
  "azure account extension",
);

/**
 * The same as they are named where a token was asked of them: their other commands fail for other reasons.
 *
 * @internal
 */
export const TOKEN_TOOL =
  "(?:azure[ -]cli|azure ?developer ?cli|azure ?power ?shell|\\bpwsh\\b|get-azaccesstoken|azureauth|azure(?:developer)?clicredential|azurepowershellcredential|az account get-access-token|azd auth|pscontextcredential)";

/**
 * The authentication broker of the operating system, and the library that speaks with it.
 *
 * @internal
 */
export const BROKER = "(?:\\bbroker\\b|msalruntime|\\bwam\\b|authentication broker)";

/**
 * The editors in which one signs in to Azure, and their extensions.
 *
 * @internal
 */
export const EDITOR =
  "(?:visual studio(?: code)?|vs ?code|intellij|azure account'? extension|azure resources extension)";
