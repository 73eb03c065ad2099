import type { Rule } from "./rule.js";

/**
 * Environment variables that are set to something that cannot be used.
 *
 * @internal
 */
export const VARIABLE_RULES: readonly Rule[] = [
  {
    id: "configuration.token-credentials-value",
    kind: "configuration_invalid",
    says: "AZURE_TOKEN_CREDENTIALS has a value that is not known.",
    phrases: ["azure_token_credentials", ["invalid value", "invalid azure_token_credentials", "valid values"]],
    example: 'invalid AZURE_TOKEN_CREDENTIALS value "local". Valid values are "dev" and "prod"',
    sources: ["js", "go", "net"],
    remedies: [
      {
        action:
          "Set AZURE_TOKEN_CREDENTIALS to dev, prod or one of the listed credential names (BrokerCredential needs its own package), or unset it.",
        url: "https://learn.microsoft.com/azure/developer/javascript/sdk/authentication/credential-chains",
      },
    ],
  },
  {
    id: "configuration.variable-name-invalid",
    kind: "configuration_invalid",
    says: "The name that was given for an environment variable is not a valid name.",
    phrases: ["invalid environment variable name"],
    example: "Invalid environment variable name: 'MY-VAR'. Only letters, digits, and underscores are allowed.",
    sources: ["net"],
    remedies: [
      {
        action: "Give the variable a name of letters, digits and underscores only, none of which is a digit in front.",
      },
    ],
  },
  {
    id: "configuration.endpoint-variable-malformed",
    kind: "configuration_invalid",
    says: "An environment variable holds something that is no valid URL where the URL of an endpoint belongs.",
    pattern: /environment variable (?:is malformed|\w{2,60} contains an invalid ur[il])/,
    example: "The Managed Identity's 'IDENTITY_ENDPOINT' environment variable is malformed.",
    sources: ["msal"],
  },
  {
    id: "configuration.token-proxy",
    kind: "configuration_invalid",
    pattern:
      /failed to parse custom token proxy|custom token (?:endpoint|proxy) url .{0,300}must (?:not contain|be|use)|(?:\bazure_|\barm_|credential|token|client|tenant|identity|certificate|secret|auth|scope)[^.]{0,100} are mutually exclusive/,
    example: "AZURE_KUBERNETES_CA_FILE and AZURE_KUBERNETES_CA_DATA are mutually exclusive. Specify only one.",
    sources: ["js"],
  },
];
