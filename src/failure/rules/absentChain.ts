import {
  CLI_ABSENT,
  ENVIRONMENT_ABSENT,
  HEADLINE,
  IDENTITY,
  NO_ENVIRONMENT,
  NO_IDENTITY,
  NO_TOOL,
  STANDS_OUT,
} from "./absentWords.js";
import type { Rule } from "./rule.js";

/**
 * Pastes of failed chains that are in no layout of an SDK's: at least two members that are merely absent, none that stands
 * out. Before the rules about those members.
 *
 * @internal
 */
export const ABSENT_CHAIN_RULES: readonly Rule[] = [
  {
    id: "absent-chain.headline-and-tool",
    kind: "no_credential_available",
    phrases: [HEADLINE, CLI_ABSENT],
    pattern:
      /fail(?:ed|ure)? to (?:get|retrieve|acquire|obtain) (?:a |an )?(?:access )?token (?:from|with|using|by) (?:the )?(?:(?:default|chained)(?:azure|token)credential|included credentials)|didn't succeed to get a token from any credential/,
    unless: STANDS_OUT,
    example: "/bin/sh: 1: az: not found\nFailed to get token from DefaultAzureCredential.",
    sources: ["cpp"],
  },
  {
    id: "absent-chain.headline-and-environment",
    kind: "no_credential_available",
    phrases: [HEADLINE, NO_ENVIRONMENT],
    pattern:
      /fail(?:ed|ure)? to (?:get|retrieve|acquire|obtain) (?:a |an )?(?:access )?token (?:from|with|using|by) (?:the )?(?:default|chained)(?:azure|token)credential\b/,
    unless: STANDS_OUT,
    example: "Failed to get token from DefaultAzureCredential. EnvironmentCredential: missing environment variable",
    sources: ["cpp"],
  },
  {
    id: "absent-chain.in-one-line",
    kind: "no_credential_available",
    phrases: [["msi", "imds", "managed identity", "managedidentity"], CLI_ABSENT],
    pattern: ENVIRONMENT_ABSENT,
    unless: STANDS_OUT,
    example:
      "EnvironmentCredential: not configured. ManagedIdentityCredential: not available. AzureCliCredential: CLI not installed.",
    sources: ["js", "go", "net"],
  },
  {
    id: "absent-chain.only-tool",
    kind: "tool_not_signed_in",
    says: "Of what was tried, only a developer tool is there, and it is not signed in.",
    phrases: [
      ["msi", "imds", "managed identity", "managedidentity"],
      ["az login", "azd auth login", "not logged in", "not signed in"],
    ],
    pattern: ENVIRONMENT_ABSENT,
    unless:
      /aadsts|authenticate to your azure account using|timed? ?-?out|invalid_(?:client|grant)|forbidden|\b(?:40[013]|429|50\d)\b|not assigned|identity not found|\bboto|\baws\b|gcloud/,
    example: "env vars not set; IMDS unreachable; azd: not logged in, run azd auth login",
    sources: ["go", "rust"],
  },
  {
    id: "absent-chain.any-credential",
    kind: "no_credential_available",
    says: "No credential of the chain gave a token, and the message does not say why.",
    phrases: ["succeed to get a token from any credential"],
    unless: STANDS_OUT,
    example: "DefaultAzureCredential: Didn't succeed to get a token from any credential in the chain.",
    sources: ["cpp"],
  },
  {
    id: "absent-chain.environment-and-tool",
    kind: "no_credential_available",
    phrases: [NO_ENVIRONMENT, NO_TOOL],
    unless: STANDS_OUT,
    example: 'environment variable AZURE_CLIENT_ID not set\n"az" wasn\'t found on PATH',
    sources: ["rust", "java", "js", "python"],
  },
  {
    id: "absent-chain.environment-and-identity",
    kind: "no_credential_available",
    phrases: [NO_ENVIRONMENT, IDENTITY],
    pattern: NO_IDENTITY,
    unless: new RegExp(
      `${STANDS_OUT.source}|environment variable (?:identity|msi|imds)_|(?:identity|msi)_(?:endpoint|header|secret)`,
    ),
    example:
      "EnvironmentCredential: missing environment variable AZURE_TENANT_ID; ManagedIdentityCredential: no IMDS found",
    sources: ["go", "rust", "java"],
  },
  {
    id: "absent-chain.identity-and-tool",
    kind: "no_credential_available",
    phrases: [IDENTITY, NO_TOOL],
    pattern: NO_IDENTITY,
    unless: STANDS_OUT,
    example: "could not configure MSI Authorizer: MSI not available; could not find az in PATH",
    sources: ["terraform", "go", "java"],
  },
  {
    id: "absent-chain.cut",
    kind: "configuration_missing",
    says: "The environment variables that EnvironmentCredential reads are not set, or not all of them.",
    phrases: ["environmentcredential authentication unavailable. environment variables are not full"],
    pattern: /environment variables are not full\w{0,2}(?: c(?:o(?:n(?:f(?:i(?:g)?)?)?)?)?)?$/,
    example:
      "EnvironmentCredential: EnvironmentCredential authentication unavailable. Environment variables are not fully conf",
    sources: ["python", "java", "net"],
  },
  {
    id: "absent-chain.no-endpoint",
    kind: "managed_identity_unreachable",
    says: "No managed identity endpoint was found.",
    phrases: [
      ["managedidentitycredential", "managed identity credential", "imdscredential"],
      ["no imds", "endpoint", "failed unavailable", "failed. unavailable"],
    ],
    pattern:
      /managed ?identity ?credential: .{0,40}\bno imds\b|managed identity credential: no .{0,20}endpoint|managedidentitycredential authentication failed\.? unavailable$/,
    example: "ManagedIdentityCredential: no IMDS available",
    sources: ["go", "rust", "js"],
  },
];
