import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";
import { AZURE_WORDS, near } from "./vocabulary.js";

const TWO =
  "(?:only one of|at most one of|not both|cannot both|can't both|mutually exclusive|not allowed with argument)";

/** Options of credentials that are numbers, of times mostly. */
const NUMBER_OPTION =
  "(?:(?:token[ _]?)?refresh[ _]?(?:buffer|offset|margin|interval|window|skew)|process[ _]?timeout|(?:credential|identity|probe)[ _]?(?:process )?timeout|max[ _]?retr(?:y|ies)|timeout)";

/**
 * Options whose form or number cannot work, by names that others use too: tenants beside subscriptions, several ways to
 * sign in, a secret for a client that may have none.
 *
 * @internal
 */
export const OPTION_SHAPE_RULES: readonly Rule[] = [
  {
    id: "option.one-of",
    kind: "configuration_invalid",
    says: "Options were given that exclude each other.",
    phrases: [["tenant", "--identity", "service-principal"]],
    pattern: new RegExp(
      near("(?:\\b(?:aux[_-])?(?:tenants?|subscriptions?)\\b|--identity\\b|--service-principal\\b)", TWO, 60),
    ),
    unless: /aadsts|topic|vnet/,
    example: "ERROR: Please specify only one of subscription and tenant, not both",
    sources: ["azure-cli"],
  },
  {
    id: "option.several-methods",
    kind: "configuration_invalid",
    says: "Several ways to sign in are configured, of which only one may be.",
    phrases: [[...AZURE_WORDS, "databricks"]],
    pattern:
      /(?:more than one|multiple|several|two) (?:auth\w{0,12}|credential|sign-?in|login) (?:method|type|scheme|mode|flow)s? (?:is |are |was |were |has been |have been )?(?:configured|set\b|given|specified|provided|enabled)/,
    unless: /aadsts/,
    example: "databricks: multiple authentication methods configured: pat and azure-cli",
    sources: ["python", "go"],
  },
  {
    id: "option.public-client",
    kind: "configuration_invalid",
    says: "A secret or certificate was given to a public client, which may have none.",
    pattern:
      /\bpublic ?clients?(?: ?applications?)? (?:(?:should|must|may|can|does|do) ?not|(?:shouldn't|mustn't|can't|doesn't|don't)) (?:possess|have|hold|accept|be given|take|use|carry|support|be configured with) .{0,20}(?:secrets?|credentials?|certificates?|client_credential)\b/,
    unless: /aadsts/,
    example: "ValueError: Public Client should not possess credentials",
    sources: ["msal", "python"],
  },
  {
    id: "option.only-identity-option",
    kind: "configuration_invalid",
    says: "On this host a managed identity cannot be selected in the way that was asked for.",
    pattern:
      /['"]?(?:client|object|resource|principal)[ _]?id['"]? is the only .{0,40}(?:identity|identifier|option)\b/,
    unless: /aadsts/,
    example: 'ValueError: "client_id" is the only supported explicit identity option on WebApp',
    sources: ["python"],
  },
  {
    id: "option.credential-form",
    kind: "configuration_invalid",
    says: "An option has a value of a form that it does not take.",
    pattern: anyOf(
      /\bclient_credential (?:needs to|must|should|has to|is not|isn't) (?:follow|be (?:an? )?(?:dict|string|str|object)|in the)/,
      /\bcredential[ _]?class\b.{0,40}(?:dotted|import(?:able)? path|full path)/,
      /\bazure_ad_token_provider (?:must|should|has to|needs to) be/,
      /\bvalidate_?authority (?:must|should|has to|needs to) be/,
    ),
    unless: /aadsts/,
    example:
      "ValueError: client_credential needs to follow this format https://msal-python.readthedocs.io/en/latest/#msal.ClientApplication.params.client_credential",
    sources: ["python", "msal", "js"],
  },
  {
    id: "option.number",
    kind: "configuration_invalid",
    says: "An option holds a number that cannot work.",
    phrases: [["identity", "credential", "azure", "entra", "msal"]],
    pattern: new RegExp(
      `\\b${NUMBER_OPTION}\\b.{0,60}(?:must|should|has to|needs to|cannot|can't|may not) (?:not )?be (?:an? )?(?:negative|positive|non-?negative|finite|zero|greater|at least|more than|less than)|(?:requires?|needs|expects?) an? (?:[\\w-]{2,14},? ){0,3}(?:finite|positive|non-?negative)[\\w, -]{0,20} ${NUMBER_OPTION}\\b`,
    ),
    unless: /aadsts|\bpool\b|database|http client/,
    example: "openai.OpenAIError: X.509 workload identity requires a finite, non-negative refresh buffer",
    sources: ["python", "js", "net", "java"],
  },
  {
    id: "option.tenant-of-authority",
    kind: "configuration_invalid",
    says: "The address of the authority names no tenant.",
    pattern:
      /(?:could not|couldn't|cannot|unable to|failed to) (?:determine|extract|find) (?:the |a )?tenant (?:of|from|in) (?:the )?authority|could not determine (?:the )?tenant(?:\.|'\)|$| of the authority| at authority)/,
    unless: /aadsts/,
    example: "Error: Could not determine tenant.",
    sources: ["js"],
  },
  {
    id: "option.no-credential-object",
    kind: "configuration_invalid",
    says: "What was given as the credential is none.",
    pattern:
      /\bcredential['"]? (?:must|should|has to|needs to|is not|isn't|expected to) (?:be |implement )?(?:an? )?(?:instance of |object of type |of type )?(?:[\w.]{1,60}\.)?(?:async)?(?:token|azurekey)credential\b/,
    unless: /aadsts|error\[e\d|incompatible types|cannot be converted/,
    example: "TypeError: credential must be an instance of TokenCredential, got str",
    sources: ["python", "js"],
  },
  {
    id: "option.response-type",
    kind: "unsupported_grant_or_response",
    says: "The response type is not one that is supported.",
    pattern:
      /\bresponse_type\b[ =:]{0,3}['"]?(?:code |id_token |token |\.\.\. ?|,){0,3}(?:\w{0,9}token|token|code|\.\.\.)?['"]? (?:is |must |may )not (?:allowed|supported|permitted|be used)|\b(?:unsupported|disallowed) response_type\b/,
    unless: /aadsts/,
    example: 'ValueError: response_type="token ..." is not allowed',
    sources: ["msal", "python", "js"],
  },
];
