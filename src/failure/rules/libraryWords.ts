import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What kubelogin, Terraform, Spring, the drivers for SQL and the libraries before MSAL say to the program that uses them,
 * in words that only they have.
 *
 * @internal
 */
export const LIBRARY_WORD_RULES: readonly Rule[] = [
  {
    id: "library.word-invalid",
    kind: "configuration_invalid",
    says: "A setting was given that this library or tool does not take, or that does not go with another.",
    pattern: anyOf(
      /\bsupports (?:only )?one scope per (?:request|call)/,
      /tenant ?id can(?:'t|not) be assigned through the gettokenoptions/,
      /\b\w{6,30}credential is not supported in node\b/,
      /['"]?spring\.cloud\.azure\.[\w.-]{3,80}['"]?.{0,40} (?:the configured value is|contains 'all', no other|should be|must be configured to)/,
      /\bin (?:bearer|oidc)strategy constructor: invalid\b/,
      /config\.authentication(?:\.[\w.]{2,40})?['"]? property must be\b/,
      /did(?:n't| not) expect applicationid and identityresourceid/,
      /\bauxiliary tokens (?:are )?not supported in cloud shell|\bone to three auxiliary tenants/,
      /\badal\w{4,30}credential is not supported in non-legacy mode/,
      /options\.transport is not an? \*?http\.client/,
      /\b(?:parse|parsing) pop claims\b|\bnumber of pop claims is invalid/,
    ),
    unless: /aadsts/,
    example: "InteractiveBrowserCredential is not supported in Node.js.",
    sources: ["js", "python", "go", "java", "kubelogin", "terraform"],
  },
  {
    id: "library.word-missing",
    kind: "configuration_missing",
    says: "A setting or argument that is needed here was not given.",
    pattern: anyOf(
      /cannot create any credentials? with the current environment variables/,
      /['"]?spring\.cloud\.azure\.[\w.-]{3,100}['"]? must be (?:configured|set|provided)(?! to)/,
      /\bin (?:bearer|oidc)strategy constructor: \w{2,20} (?:is required|must be (?!provided and)|cannot be empty)/,
      /either provide ['"]?msisecret\b/,
      /\bplease supply (?:the )?tenant using\b/,
      /\bparameter '(?:certificate|secret|jwt|jwtcallback|privatekey|oauthconfig|token)' cannot be (?:nil|zero-initialized)|\bparameter '(?:jwtcallback|oauthconfig|clientid|tenantid|clientsecret|secret)' cannot be empty/,
      /required u-claim not provided\b/,
      /\bmsalclientoptions is empty\b/,
      /\btoken_callback is none\b/,
      /\bno key vault secret client, credential or\b/,
      /authorizer misconfigured; .{1,40} was nil/,
    ),
    unless: /aadsts/,
    example: "Cannot create any credentials with the current environment variables",
    sources: ["js", "python", "go", "java", "kubelogin", "terraform"],
  },
  {
    id: "library.word-certificate",
    kind: "certificate_unusable",
    pattern: anyOf(
      /\bmsal - .{0,40}certificate\b.{0,20}(?:error|couldn't be generated)/,
      /certificate key must be an instance of\b/,
      /\bpkcs8 contained non-rsa key/,
      /unable to find a matching public certificate/,
      /failed to encode and sign jwt assertion\b/,
    ),
    unless: /aadsts/,
    example: "pkcs8 contained non-RSA key. Expected RSA key",
    sources: ["go", "java", "kubelogin", "terraform"],
  },
];
