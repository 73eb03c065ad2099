import type { KindInfo } from "../kinds.js";
import { NO_TOOLS_ON_SERVERS } from "../writers/chains.js";
import { RAISE_TIME, RAISE_TIME_IF_SLOW } from "../writers/toolTime.js";

/**
 * The kinds of failures of developer tools.
 *
 * @internal
 */
export const DEVELOPER_TOOL_KINDS = {
  tool_not_installed: {
    stage: "developer_tool",
    owner: "developer",
    retryable: false,
    title: "Developer tool not installed",
    means: "A tool, module or package that the credential relies on was not found.",
    summary: "A developer tool that the credential relies on is not there.",
    remedies: [
      {
        action: "Install the tool that the message names, and make sure its folder is on the PATH of this process.",
        command: "az version",
        url: "https://learn.microsoft.com/cli/azure/install-azure-cli",
      },
      { action: "Restart the process (and the editor it was started from) after changing PATH." },
      NO_TOOLS_ON_SERVERS.usual,
    ],
  },
  tool_not_signed_in: {
    stage: "developer_tool",
    owner: "developer",
    retryable: false,
    title: "Developer tool not signed in",
    means: "The developer tool has no valid sign-in.",
    summary: "The developer tool has no valid sign-in.",
    remedies: [
      {
        action: "Sign in with the tool, as the same operating system user as this process.",
        command: "az login",
        url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli",
      },
      {
        action: "For the Azure Developer CLI or Azure PowerShell, sign in there.",
        command: "azd auth login",
        url: "https://learn.microsoft.com/azure/developer/azure-developer-cli/install-azd",
      },
      {
        action: "Check which account is signed in.",
        command: 'az account show --query "{user:user.name,tenant:tenantId}"',
        url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli",
      },
    ],
  },
  tool_failed: {
    stage: "developer_tool",
    owner: "developer",
    retryable: false,
    title: "Developer tool failed",
    means: "The developer tool is there, but it failed to give a token.",
    summary: "The developer tool failed to give a token.",
    remedies: [
      {
        action: "Run the tool by hand as the same user and read what it says.",
        command: "az account get-access-token --query expiresOn",
        url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli",
      },
      {
        action: "Update the tool, and check that nothing in its start-up prints warnings or upgrade notices.",
        command: "az upgrade",
        url: "https://learn.microsoft.com/cli/azure/install-azure-cli",
      },
      RAISE_TIME_IF_SLOW.usual,
    ],
  },
  tool_timeout: {
    stage: "developer_tool",
    owner: "developer",
    retryable: true,
    title: "Developer tool timed out",
    means: "The developer tool did not answer in time.",
    summary: "The developer tool did not answer in time.",
    remedies: [
      RAISE_TIME.usual,
      {
        action: "Run the tool by hand to see how long it takes.",
        command: "time az account get-access-token --query expiresOn",
        url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli",
      },
    ],
  },
} as const satisfies Record<string, KindInfo>;
