import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Tools, plug-ins and brokers that are not there.
 *
 * @internal
 */
export const TOOL_MISSING_RULES: readonly Rule[] = [
  {
    id: "developer-tool.not-found",
    kind: "tool_not_installed",
    pattern: anyOf(
      /(?:azure cli|developer cli|powershell|\baz\.accounts?'? module(?: >= [\d.]{1,12})?)(?: \w{1,12})? (?:not (?:found|installed)|(?:could not|couldn't|cannot) be found|(?:is not|isn't) (?:installed|available))/,
      /executable (?:not found|could not be found)/,
      /unable to execute powershell/,
      /please install (?:the )?azure (?:developer )?(?:cli|powershell)/,
      /no valid module file was found/,
      /no (?:installed )?instance of visual studio/,
    ),
    example: "Azure Developer CLI could not be found.",
    sources: ["js", "go", "python", "net", "java", "powershell"],
  },
  {
    id: "developer-tool.shell-not-found",
    kind: "tool_not_installed",
    pattern: anyOf(
      /exec: "(?:az|azd|pwsh|powershell|kubelogin)(?:\.exe|\.cmd)?": executable file not found/,
      /executable (?:az|azd|kubelogin) not found/,
      /credential plugin that is not installed/,
      /error running kubelogin: .{0,20}no such file/,
      /term '(?:az|azd|(?:connect|get)-az[a-z]{3,20})' is not recognized/,
      /cannot locate command line shell/,
      /\b(?:az|azd|pwsh|powershell)(?:\.exe|\.cmd)?'?:? (?:(?:command )?not found\b|is not recognized|no such file)/,
      /spawn (?:az|azd|pwsh|powershell)(?:\.exe|\.cmd)? enoent/,
    ),
    example: "/bin/sh: 1: az: not found",
    sources: ["azure-cli", "azd", "powershell", "node", "kubelogin", "terraform"],
  },
  {
    id: "developer-tool.editor-or-broker-missing",
    kind: "tool_not_installed",
    pattern: anyOf(
      /visual studio code authentication (?:is not available|(?:failed|could not|was unable|unable) (?:to )?(?:be )?initiali[sz]e)/,
      /visual ?studio ?code ?credential (?:failed to|could not be|cannot be) initiali[sz]ed?/,
      /no plugin was configured or no authentication record/,
      /the broker is unavailable/,
      /cannot invoke (?:the )?broker/,
      /broker\)? may not be installed/,
      /installation of broker failed/,
      /broker application must be installed/,
      /identity-broker dependency/,
      /brokercredentialbuilder class not found/,
      /failed to create interactivebrowserbroker/,
      /requires the azure\.identity\.broker/,
      /err_dlopen_failed/,
    ),
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
];
