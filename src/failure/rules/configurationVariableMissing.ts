import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Single environment variables that are not set.
 *
 * @internal
 */
export const VARIABLE_MISSING_RULES: readonly Rule[] = [
  {
    id: "configuration.variable-missing",
    kind: "configuration_missing",
    says: "An environment variable that is needed is not set.",
    phrases: [
      [
        "azure",
        "cred",
        "identity",
        "tenant",
        "client",
        "token",
        "msi_",
        "systemroot",
        "system_",
        "oidc",
        "configurationenvironment",
      ],
    ],
    pattern: anyOf(
      /(?:missing|no value for|required|expects an?)(?: [\w'"-]{1,40}){0,4} (?:environment|system) variable/,
      /no value for azure_/,
      /environment variables? [^.]{0,80}?\b(?:not set|has no value|not defined|is empty|not found)/,
      /missing system variable/,
      /(?:azure|system|identity|msi|imds)_\w{2,40} is not set/,
      /configurationenvironmentvariablename null/,
    ),
    example: "EnvironmentCredential: missing environment variable AZURE_TENANT_ID",
    sources: ["js", "go", "python", "net", "java"],
    remedies: [
      {
        action:
          "Set the variable that the message names before this process starts, or pass the value (or the variable’s name) as the option that asks for it; remove it from requiredEnvVars where it is not needed.",
        command: "env | cut -d= -f1 | grep -E '^(AZURE|IDENTITY|MSI|SYSTEM)_'",
        url: "https://aka.ms/azsdk/js/identity/environmentcredential/troubleshoot",
      },
      { action: "Check that the variables reach this very process: service unit, container, or pod template." },
      {
        action:
          "On AKS, check the pod label azure.workload.identity/use, the service account annotation and the webhook.",
        url: "https://azure.github.io/azure-workload-identity/docs/troubleshooting.html",
      },
      {
        action:
          "In Azure Pipelines, run the code inside a task that sets SYSTEM_OIDCREQUESTURI, and map System.AccessToken.",
        url: "https://aka.ms/azsdk/js/identity/azurepipelinescredential/troubleshoot",
      },
    ],
  },
  {
    id: "configuration.systemroot-missing",
    kind: "configuration_missing",
    says: "The environment variable SystemRoot is not set, without which the Azure CLI is not run.",
    pattern: /systemroot'? environment variable/,
    example: "Azure CLI credential expects a 'SystemRoot' environment variable",
    sources: ["js"],
  },
];
