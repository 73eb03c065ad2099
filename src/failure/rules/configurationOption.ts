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
    says: "The subscription that was named is not one that can be found or used here.",
    pattern:
      /subscription .{1,120}contains invalid characters|\binvalid subscription\b|subscription id .{1,60}is not known|subscription '[^']{1,120}' not found|subscription .{1,120}(?:doesn't|does not) exist in cloud\b/,
    example:
      "Subscription 'Pay & Go' contains invalid characters. If this is the name of a subscription, use its ID instead.",
    sources: ["js", "go", "python", "java", "azure-cli"],
  },
  {
    id: "configuration.user-only",
    kind: "configuration_invalid",
    says: "The Azure CLI is signed in as a service principal, and this works for users only.",
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
    says: "The login method of kubelogin, or a flag that goes with it, is not one that it takes.",
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
    says: "A value holds characters that are not passed on to a command line.",
    phrases: ["unsafe command line input"],
    unless: /found in scopes/,
    example: "AzureCliCredential: Unsafe command line input found in TenantID: contoso.com; x",
    sources: ["cpp"],
  },
  {
    id: "configuration.one-scope",
    kind: "configuration_invalid",
    says: "This credential takes exactly one scope, and the call does not name exactly one.",
    pattern:
      /(?:requires|to acquire token for managed identity,|expects?|accepts?) (?:exactly|only) one scope|array must be exactly length 1|multiple scopes are not supported|only one scope is supported/,
    example: "AzureCLICredential: GetToken() requires exactly one scope",
    sources: ["js", "go", "msal"],
  },
  {
    id: "configuration.scope-malformed",
    kind: "invalid_scope_or_resource",
    says: "The scope does not have a form that can be used.",
    pattern: /\binvalid scope\b|\bunexpected scope\b/,
    example: 'AzureCLICredential.GetToken(): invalid scope "https://vault.azure.net/.default; rm"',
    sources: ["js", "go"],
  },
  {
    id: "configuration.browser",
    kind: "configuration_invalid",
    says: "What was used here does not work in a browser.",
    pattern:
      /(?:credential|auth|token|certificate|identity|proxy|tls|cache|broker|sign-?in|allowinsecure)\w{0,40}\b.{0,80}\bnot supported in (?:the )?browser/,
    example: "ClientCertificateCredential is not supported in the browser.",
    sources: ["js"],
  },
  {
    id: "configuration.adfs",
    kind: "configuration_invalid",
    says: "AD FS is not supported here.",
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
    says: "The stored authentication record is of a version that this SDK does not support.",
    phrases: ["unsupported authenticationrecord version"],
    example: "Unsupported AuthenticationRecord version",
    sources: ["js"],
  },
  {
    id: "configuration.chain-member-nil",
    kind: "configuration_invalid",
    says: "One of the credentials that were given to the chain is nil.",
    phrases: ["sources cannot contain nil"],
    example: "sources cannot contain nil",
    sources: ["go"],
  },
  {
    id: "configuration.oidc-url",
    kind: "configuration_invalid",
    says: "The URL of the OIDC endpoint could not be built from what was given.",
    phrases: ["encode oidc url"],
    example: "couldn't encode OIDC URL",
    sources: ["go"],
  },
];
