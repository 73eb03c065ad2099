import type { Rule } from "./rule.js";

/**
 * What Azure DevOps answers to those who ask for its repositories and feeds, and what becomes of the provider that brings
 * their credentials to package managers.
 *
 * @internal
 */
export const AZURE_DEVOPS_RULES: readonly Rule[] = [
  {
    id: "azure-devops.permission",
    kind: "authorization_denied",
    says: "The identity lacks a permission in Azure DevOps, or what was asked for does not exist.",
    pattern:
      /\b(?:tf|vs)\d{5,6}: .{0,200}(?:(?:do|does) not have (?:\w{2,12} )?permissions?|(?:don't|doesn't) have (?:\w{2,12} )?permissions?|you need the .{1,60}permission|not have sufficient permissions)/,
    unless: /aadsts|oidc|assertion/,
    answered: true,
    example: "VS800075: The project web does not exist, or you do not have permission to access it.",
    sources: ["service"],
  },
  {
    id: "azure-devops.feed",
    kind: "token_rejected",
    says: "The feed of Azure Artifacts did not accept the credentials.",
    phrases: [["pkgs.dev.azure.com", "pkgs.visualstudio.com"]],
    pattern: /\b401\b|\bunauthorized\b|\be401\b/,
    unless: /aadsts|credential ?provider|keyring|credentialunavailable|\b403\b/,
    answered: true,
    example: "yarn: https://pkgs.dev.azure.com/contoso/_packaging/web/npm: Request failed 401 Unauthorized",
    sources: ["service"],
  },
  {
    id: "azure-devops.provider-absent",
    kind: "tool_not_installed",
    says: "The Azure Artifacts Credential Provider was not found.",
    pattern:
      /(?:unable to find|could not find|couldn't find|cannot find|can't find) (?:the )?(?:azure )?(?:artifacts )?credential ?provider\b.{0,40}(?:\bin\b|at\b|path|$)|(?:artifacts credential ?provider|credentialprovider\.microsoft(?:\.exe|\.dll)?|artifacts-credprovider) (?:was |is |could )?not (?:be )?(?:found|installed|present)/,
    unless: /aadsts|chain|none of/,
    example:
      "RuntimeError: Unable to find credential provider in the expected path: /opt/venv/artifacts_keyring/plugins/CredentialProvider.Microsoft",
    sources: ["python", "service"],
    remedies: [
      {
        action: "Install the Azure Artifacts Credential Provider for the user that runs the package manager.",
        url: "https://github.com/microsoft/artifacts-credprovider",
      },
    ],
  },
  {
    id: "azure-devops.provider-failed",
    kind: "tool_failed",
    says: "The Azure Artifacts Credential Provider could not be run.",
    phrases: [["artifacts", "credentialprovider.microsoft"]],
    pattern:
      /(?:set executable permissions|make executable).{0,60}credential ?provider|credential ?provider\b.{0,80}(?:could not be (?:started|run|executed)|exited with|crashed|not executable|cannot execute|failed to start)/,
    unless: /aadsts/,
    example:
      "RuntimeError: Failed to set executable permissions for the Credential Provider plugins directory /opt/venv/artifacts_keyring/plugins",
    sources: ["python", "service"],
  },
];
