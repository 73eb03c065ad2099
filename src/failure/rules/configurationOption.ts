import type { Rule } from "./rule.js";

/**
 * Options and arguments that a credential or a tool does not accept, and where it does not work at all.
 *
 * @internal
 */
export const OPTION_RULES: readonly Rule[] = [
  {
    id: "configuration.subscription",
    kind: "configuration_invalid",
    pattern:
      /subscription .{1,120}contains invalid characters|\binvalid subscription\b|subscription id .{1,60}is not known|subscription '[^']{1,120}' not found|subscription .{1,120}(?:doesn't|does not) exist in cloud\b/,
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
    unless: /found in scopes/,
    example: "AzureCliCredential: Unsafe command line input found in TenantID: contoso.com; x",
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
