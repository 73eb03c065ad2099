import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Tools in which somebody has to sign in, for the first time, again, or with more than a password.
 *
 * @internal
 */
export const TOOL_SIGN_IN_RULES: readonly Rule[] = [
  {
    id: "developer-tool.claims-unsupported-version",
    kind: "tool_failed",
    says: "The developer tool, in the version that is installed, does not know the option for claims.",
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
    pattern: anyOf(
      /needs re-?authentication/,
      /re-?authenticate the account/,
      /no accounts found\. ?please/,
      /stored credentials not found/,
      /need to authenticate user in/,
      /failed to (?:read (?:vs code )?credentials|get (?:azure )?user details from visual studio)/,
      /authenticate via azure (?:tools|service)/,
      /log in with azure tools for/,
    ),
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
    pattern: anyOf(
      /\brun:? ['"]?(?:az|azd(?: auth)?) login/,
      /\b(?:run|execute|use|call|using|with|via):? ['"]?connect-azaccount/,
      /\b(?:using|with|via|execute|explicitly log in with:) ['"]?(?:az|azd(?: auth)?) login/,
      /not logged in/,
      /can't find token from msal cache/,
      /authorization profile was not found/,
      /no authorization tokens were found/,
      /does not exist in msal token cache/,
      /interactive login is required/,
      /credentials have not been set up or have expired/,
      /no accounts were found in the cache/,
      /sharedtokencachecredential authentication unavailable/,
      /cannot load authentication record/,
      /no account.{0,20}signed in/,
      /no signed-in (?:user|account)/,
      /\b(?:azd?|azure cli) (?:auth )?login (?:is )?(?:required|needed)/,
      /needs? to be re-?authenticated/,
      /(?:azd|azure cli|power ?shell|az) (?:needs|requires|wants) you to (?:log|sign) ?in/,
      /shared cache contains no signed-in/,
    ),
    example: "Please run 'az login' to set up an account",
    sources: ["js", "go", "python", "net", "java", "azure-cli", "azd", "powershell"],
  },
];
