import { anyOf } from "../anyOf.js";
import { VARIABLE_MISSING_RULES } from "./configurationVariableMissing.js";
import type { Rule } from "./rule.js";

/**
 * What is absent: options, environment variables, parameters.
 *
 * @internal
 */
export const MISSING_RULES: readonly Rule[] = [
  {
    id: "configuration.no-sources",
    kind: "no_credential_available",
    says: "There was no credential to try.",
    phrases: ["no credential sources were available"],
    example: "No credential sources were available to be used for authentication.",
    sources: ["rust"],
  },
  {
    id: "configuration.variables-partial",
    kind: "configuration_missing",
    says: "Some of the environment variables that EnvironmentCredential reads are set, others are missing.",
    pattern: /incomplete environment variable|only azure_\w{2,40}(?: and azure_\w{2,40})? (?:is|are) set/,
    example:
      "EnvironmentCredential: incomplete environment variable configuration. Only AZURE_TENANT_ID and AZURE_CLIENT_ID are set",
    sources: ["go"],
  },
  {
    // Of a chain the environment is looked at first: where nothing else is said, the rest was cut off.
    id: "configuration.variables-of-chain",
    kind: "no_credential_available",
    pattern:
      /(?:failed to get token from|\bexception occurred: .{0,80}(?:chained|default)\w{4,12}credential failed).{0,200}environmentcredential|environmentcredential .{0,40}unavailable.{0,400}(?:chained|defaultazure)\w{0,5}credential failed to (?:retrieve|acquire)/,
    unless: /only \w{1,40} (?:is|are|and)\b|is missing|half|partial/,
    example:
      "DefaultAzureCredential: Failed to get token from EnvironmentCredential: EnvironmentCredential authentication unavailable. Environment variables are not fully configured.",
    sources: ["cpp", "python"],
  },
  {
    id: "configuration.variables-incomplete",
    kind: "configuration_missing",
    says: "The environment variables that EnvironmentCredential reads are not set, or not all of them.",
    pattern:
      /incomplete environment configuration|environment variables? (?:aren't|are not|is not|isn't) fully configured|environmentcredential is unavailable/,
    unless: /failed to (?:read|load)/,
    example: "EnvironmentCredential authentication unavailable. Environment variables are not fully configured.",
    sources: ["js", "go", "python", "net", "java"],
  },
  {
    id: "configuration.apple-team",
    kind: "configuration_missing",
    says: "The team id of the app is missing, so the broker cannot be used.",
    phrases: ["teamid is missing"],
    example: "0xffffffffffff5bf0 - Application's teamId is missing, so the broker cannot be used",
    sources: ["net"],
    remedies: [
      {
        action:
          "Register the redirect URI msauth.com.msauth.unsignedapp://auth on the application and set RedirectUri to it, or sign the app.",
        url: "https://aka.ms/azsdk/net/identity/troubleshoot",
      },
    ],
  },
  ...VARIABLE_MISSING_RULES,
  {
    id: "configuration.parameter-missing",
    kind: "configuration_missing",
    says: "A required parameter is missing or empty.",
    phrases: [["credential", "authenticat", "azure", "tenant", "client", "token", "federated"]],
    pattern: anyOf(
      /\b(?:is|are) (?:a )?required (?:parameters?|options?)\b/,
      /parameters are required/,
      /must provide (?:non-null values?|either an? \w{2,40} or \w{2,40})/,
      /must be supplied\b/,
      /'\w{2,40}' is required\b/,
      /cannot be left undefined/,
      /\bid is required\b/,
      /(?:cannot|must not) be (?:null or )?empty/,
    ),
    unless:
      /(?:lock|continuation|cancellation|sync|page|pagination)[ _]?token|grant type|aadsts|cannot be empty$|assertion jwt|invalid_client_credential/,
    example: "ClientSecretCredential: clientId is a required parameter.",
    sources: ["js", "python", "java"],
  },
  {
    id: "configuration.not-specified",
    kind: "configuration_missing",
    says: "A value that is needed was not given.",
    pattern: anyOf(
      /\bno (?:client id\/tenant id\/token file|client ?id|tenant ?id|token file|service connection id|system access token|certificate|secret|subscription)(?: path)?(?: was)? specified/,
      /\bnot all values are present\b/,
      /must be (?:configured|specified|provided|set) when authenticating/,
      /one client credential type required/,
      /unable to determine tenant ?id/,
      /no redirecturi was configured/,
      /service connection id (?:was |is )?not (?:found|set|provided)/,
      /\bsubscription_?(?: ?id)?'? (?:could not be determined(?!: .{0,60}az login)|is a required provider property)/,
    ),
    example:
      "WorkloadIdentityCredential: no token file specified. Check pod configuration or set TokenFilePath in the options",
    sources: ["go", "azure-cli", "terraform", "msal"],
  },
  {
    id: "configuration.workload-identity-options",
    kind: "configuration_missing",
    says: "What workload identity needs (tenant, client, token file) is not given, or not all of it.",
    phrases: [["workload options are not fully configured", "workload identity authentication is not available"]],
    example: "WorkloadIdentityCredential authentication unavailable. The workload options are not fully configured",
    sources: ["python", "net", "java"],
  },
  {
    id: "configuration.certificate-not-given",
    kind: "configuration_missing",
    says: "Neither a certificate nor the path of one was given.",
    phrases: ["provide either a pem certificate"],
    example:
      "ClientCertificateCredential: Provide either a PEM certificate in string form, or the path to that certificate in the filesystem.",
    sources: ["js"],
    remedies: [
      {
        action: "Pass exactly one of certificate (the PEM text) and certificatePath.",
        url: "https://learn.microsoft.com/javascript/api/@azure/identity/clientcertificatecredential",
      },
    ],
  },
  {
    id: "configuration.chain-empty",
    kind: "configuration_missing",
    says: "The chain holds no credential.",
    phrases: [["must contain at least one tokencredential", "at least one credential is required"]],
    example: "sources must contain at least one TokenCredential",
    sources: ["go", "python"],
  },
  {
    id: "configuration.authority-missing",
    kind: "configuration_missing",
    says: "The configuration of the cloud lacks the authority host.",
    phrases: ["missing activedirectoryauthorityhost"],
    example: "missing ActiveDirectoryAuthorityHost for specified cloud",
    sources: ["go"],
  },
  {
    id: "configuration.cache-plugin-missing",
    kind: "configuration_missing",
    says: "A persistent token cache was asked for, but nothing is set up that provides it.",
    phrases: [["no persistence provider was configured", "data protection scope not provided"]],
    example: "Persistent token caching was requested, but no persistence provider was configured.",
    sources: ["js", "msal"],
  },
  {
    id: "configuration.token-file-path-missing",
    kind: "configuration_missing",
    says: "The path of the federated token file is not set.",
    phrases: ["invalid file path provided undefined"],
    example: "WorkloadIdentityCredential: is unavailable. Invalid file path provided undefined.",
    sources: ["js"],
  },
  {
    id: "configuration.accounts-ambiguous",
    kind: "configuration_missing",
    says: "The token cache holds several accounts, and none of them was chosen.",
    phrases: ["multiple accounts were found in the cache"],
    example: "SharedTokenCacheCredential authentication unavailable. Multiple accounts were found in the cache.",
    sources: ["java", "python"],
  },
];
