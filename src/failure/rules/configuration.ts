import { MISSING_RULES } from "./configurationMissing.js";
import type { Rule } from "./rule.js";

/** What is there but cannot work. */
const INVALID: readonly Rule[] = [
  {
    id: "configuration.tenant-not-allowed",
    kind: "tenant_not_allowed",
    pattern:
      /(?:is not|isn't) configured to acquire tokens for tenant|multi-? ?tenant authentication is disabled|cannot be replaced with a tenant|additionally ?allowed ?tenants|tenant .{0,80}(?:not (?:allowed|permitted) (?:by|for) th|not among|not (?:in|part of) (?:the )?(?:list of )?(?:additionally )?allowed)/,
    example:
      "The current credential is not configured to acquire tokens for tenant contoso.example. To enable this add it to AdditionallyAllowedTenants",
    sources: ["js", "go", "python", "net", "java"],
  },
  {
    id: "configuration.tenant-malformed",
    kind: "configuration_invalid",
    pattern:
      /\binvalid tenant ?id\b(?! or unable)|tenant ?id (?:is invalid|is not valid|must (?:be|not)(?! (?:specified|provided|set|supplied|given|present|configured|non|be (?:null|empty))))/,
    example: "invalid tenantID. You can locate your tenantID by following the instructions listed here",
    sources: ["js", "go", "python"],
  },
  {
    id: "configuration.challenge-resource",
    kind: "configuration_invalid",
    phrases: ["challenge resource", "does not match the requested domain"],
    example:
      "The challenge resource 'vault.azure.net' does not match the requested domain. Set disableChallengeResourceVerification to true in your client options to disable.",
    sources: ["js", "python", "net", "java", "go"],
  },
  {
    id: "configuration.authority-not-https",
    kind: "configuration_invalid",
    phrases: [
      [
        "must use the 'https' protocol",
        "authority host without https",
        "untrusted_authority",
        "not a trusted authority",
        "allowinsecureconnection is false",
        "authority must use https",
        "must be in a well-formed uri format",
      ],
    ],
    example: "The authorityHost address must use the 'https' protocol.",
    sources: ["js", "go"],
  },
  {
    id: "configuration.token-credentials-value",
    kind: "configuration_invalid",
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
    pattern: /environment variable (?:is malformed|\w{2,60} contains an invalid ur[il])/,
    example: "The Managed Identity's 'IDENTITY_ENDPOINT' environment variable is malformed.",
    sources: ["msal"],
  },
  {
    id: "configuration.token-proxy",
    kind: "configuration_invalid",
    pattern:
      /failed to parse custom token proxy|custom token (?:endpoint|proxy) url .{0,300}must (?:not contain|be|use)|are mutually exclusive/,
    example: "AZURE_KUBERNETES_CA_FILE and AZURE_KUBERNETES_CA_DATA are mutually exclusive. Specify only one.",
    sources: ["js"],
  },
  {
    id: "configuration.subscription",
    kind: "configuration_invalid",
    pattern:
      /subscription .{1,120}contains invalid characters|\binvalid subscription\b|subscription id .{1,60}is not known|subscription '[^']{1,120}' not found/,
    example:
      "Subscription 'Pay & Go' contains invalid characters. If this is the name of a subscription, use its ID instead.",
    sources: ["js", "go", "python", "java", "azure-cli"],
  },
  {
    id: "configuration.user-only",
    kind: "configuration_invalid",
    phrases: ["only supported as a user", "azure cli"],
    example: "Authenticating using the Azure CLI is only supported as a User (not a Service Principal).",
    sources: ["terraform"],
    remedies: [
      {
        action:
          "Give Terraform the service principal itself: ARM_CLIENT_ID, ARM_TENANT_ID, and ARM_CLIENT_SECRET or ARM_USE_OIDC, instead of an az login with it.",
        url: "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/service_principal_oidc",
      },
    ],
  },
  {
    id: "configuration.login-method",
    kind: "configuration_invalid",
    phrases: [["is not a supported login method", "pop-claims flag", "pop-enabled flag", "parse pop token claims"]],
    example: "'oidc' is not a supported login method. Supported method is one of devicecode, spn",
    sources: ["kubelogin"],
  },
  {
    id: "configuration.mutually-exclusive",
    kind: "configuration_invalid",
    pattern:
      /mutually exclusive.{0,80}(?:only one|only specify)|they're mutually exclusive|'authority' is not supported|authority validation failed/,
    example: "ClientSecret, Certificate and ClientAssertion are mutually exclusive properties. Only specify one.",
    sources: ["msal"],
  },
  {
    id: "configuration.unsafe-input",
    kind: "configuration_invalid",
    phrases: ["unsafe command line input"],
    example: "AzureCliCredential: Unsafe command line input found in Scopes: https://vault.azure.net/.default; x",
    sources: ["cpp"],
  },
  {
    id: "configuration.one-scope",
    kind: "configuration_invalid",
    pattern:
      /(?:requires|to acquire token for managed identity,|expects?|accepts?) (?:exactly|only) one scope|array must be exactly length 1|multiple scopes are not supported|only one scope is supported/,
    example: "AzureCLICredential: GetToken() requires exactly one scope",
    sources: ["js", "go", "msal"],
  },
  {
    id: "configuration.scope-malformed",
    kind: "invalid_scope_or_resource",
    pattern: /\binvalid scope\b|\bunexpected scope\b/,
    example: 'AzureCLICredential.GetToken(): invalid scope "https://vault.azure.net/.default; rm"',
    sources: ["js", "go"],
  },
  {
    id: "configuration.browser",
    kind: "configuration_invalid",
    pattern: /\bnot supported in (?:the )?browser/,
    example: "ClientCertificateCredential is not supported in the browser.",
    sources: ["js"],
  },
  {
    id: "configuration.adfs",
    kind: "configuration_invalid",
    pattern: /\badfs\b.{0,60}(?:doesn't|not) support|not support.{0,60}\badfs\b/,
    unless: /token type/,
    example: "The VisualStudioCodeCredential does not support authentication with ADFS tenants.",
    sources: ["js", "go", "net"],
    remedies: [
      {
        action: "Use another credential: this one does not work with AD FS, only with Microsoft Entra ID.",
        url: "https://learn.microsoft.com/azure/developer/javascript/sdk/authentication/credential-chains",
      },
    ],
  },
  {
    id: "configuration.authentication-record",
    kind: "configuration_invalid",
    phrases: ["unsupported authenticationrecord version"],
    example: "Unsupported AuthenticationRecord version",
    sources: ["js"],
  },
  {
    id: "configuration.chain-member-nil",
    kind: "configuration_invalid",
    phrases: ["sources cannot contain nil"],
    example: "sources cannot contain nil",
    sources: ["go"],
  },
  {
    id: "configuration.oidc-url",
    kind: "configuration_invalid",
    phrases: ["encode oidc url"],
    example: "couldn't encode OIDC URL",
    sources: ["go"],
  },
];

/**
 * In order of precedence.
 *
 * @internal
 */
export const CONFIGURATION_RULES: readonly Rule[] = [...INVALID, ...MISSING_RULES];

/**
 * The headlines of a failed chain, where what its members said is not to be had. The last resort of all rules.
 *
 * @internal
 */
export const CHAIN_RULES: readonly Rule[] = [
  {
    id: "configuration.chain-exhausted",
    kind: "no_credential_available",
    pattern:
      /failed to retrieve a valid token|failed to acquire a token (?:for|with|from|using) any of|none of them worked|no authorizer could be configured|no credential in this chain|with any of the (?:\w{2,12} ){0,2}credential|no (?:available|valid|usable) (?:azure )?credentials? (?:was |were |is |are )?(?:found|available)|unable to find (?:a |any )?(?:valid |usable )?(?:azure )?credential|defaultazurecredential:? failed to acquire a token|(?:default|chained)\w{0,12}credential:? failed to (?:retrieve|acquire|get)|failed to authenticate using (?:chained|default)\w{0,12}credential|failed to get token from (?:chained|default)\w{0,12}credential|failed to (?:retrieve|acquire) a token(?: from the included credentials)?\.|chainedtokencredential authentication failed\.?$|no credentials? succeeded|(?:all|every) (?:\w{2,12} )?credentials? .{0,30}(?:failed|unavailable)|credentials? (?:were|are) all unavailable|none of the (?:\w{2,20} )?credentials|no (?:\w{2,12} )?credentials? in the chain/,
    example: "CredentialUnavailableError: Failed to retrieve a valid token",
    sources: ["js", "go", "python", "net"],
  },
];
