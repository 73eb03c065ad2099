import { anyOf } from "../anyOf.js";
import { SILENT_RULES } from "./misuseSilent.js";
import type { Rule } from "./rule.js";
import { AZURE_WORDS } from "./vocabulary.js";

const NOT_GIVEN = "(?:\\bnil\\b|\\bnull\\b|\\bnone\\b|undefined|a function|callable|required|missing)";
const CALLBACK =
  "(?:assertion[ _]?(?:callback|provider|function|supplier|func)|get_?assertion|assertion_?func|parameter 'assertion)\\b";
const CLASH =
  "(?:conflict|clash|contradict|(?:cannot|can't|could not|couldn't|unable to|failed to|failure to|error) ?(?:be )?(?:merg|combin|add)(?:e|ed|ing)?)";

/**
 * What an SDK says to the code that calls it: arguments of the wrong type, a flow that does not fit the account.
 *
 * @internal
 */
export const MISUSE_RULES: readonly Rule[] = [
  {
    id: "misuse.no-callback",
    kind: "configuration_missing",
    says: "The function that should provide the assertion or token is missing, or is no function.",
    pattern: anyOf(
      /(?:assertion|device ?code|token|getassertion) ?(?:callback|function|provider|delegate) (?:must|should|has to|needs to) be (?:a |an )?(?:valid |callable |non-?(?:null|empty|nil) )?(?:function|callable|callback|provided|set|given)/,
      /requires? an? (?:get)?assertion (?:function|callback)/,
      /requires? a getassertion\b/,
      /no (?:token|assertion) (?:supplier|callback|provider) (?:was |is )?(?:given|set|provided|configured)/,
    ),
    unless: /aadsts/,
    example: "The assertionCallback must be a valid function that returns assertions.",
    sources: ["cpp", "js", "python"],
  },
  {
    id: "misuse.no-scope",
    kind: "configuration_missing",
    says: "No scope was given.",
    pattern:
      /\brequires? specifying (?:a|one|the|at least one) scopes?\b|\bscopes? (?:must|needs? to) be specified in (?:the )?tokenrequest/,
    example: "authenticating in this environment requires specifying a scope in TokenRequestOptions",
    sources: ["go"],
  },
  {
    id: "misuse.scopes-type",
    kind: "configuration_invalid",
    says: "The scopes were passed in a form or number that this call does not take.",
    phrases: [
      [
        "msal",
        "azure",
        "token",
        "credential",
        "clientconfigurationerror",
        "acquire",
        "entra",
        "openid",
        "input scopes",
      ],
    ],
    pattern: anyOf(
      /\bscopes? (?:cannot|can't|must|should|has to|have to|needs? to) (?:not )?be (?:passed |given |provided )?(?:as |in )?(?:an? )?(?:non-?array|array|list|tuple|sequence|iterable)/,
      /scopes? (?:is|are) of type/,
      /(?:exactly|only) one scope (?:is |was |can be )?(?:required|expected|allowed|supported|must)/,
    ),
    unless: /eslint|aadsts/,
    example: "ClientConfigurationError: Scopes must be passed as an array.",
    sources: ["msal", "python", "rust"],
  },
  {
    id: "misuse.assertion-callback",
    kind: "configuration_missing",
    says: "The function that should provide the assertion is missing, or is no function.",
    pattern: new RegExp(
      `${CALLBACK}.{0,40}?${NOT_GIVEN}|(?:cannot|can't|must not|may not) be (?:null|nil|none).{0,30}${CALLBACK}|must be (?:a |an )?(?:function|callable|delegate) (?:\\w{2,10} ){1,4}assertions?\\b`,
    ),
    unless: /aadsts|returned|cannot read|typeerror: (?!.{0,60}must be)/,
    example: "getAssertion can't be nil. It must be a function that returns client assertions",
    sources: ["go", "js", "net", "python"],
  },
  {
    id: "misuse.claims-json",
    kind: "configuration_invalid",
    says: "The claims that were passed are not valid JSON.",
    pattern: anyOf(
      /\bclaims? (?:parameter |request |challenge |value |string |passed to \w{3,20} ){0,2}(?:must|should|has to|have to|needs? to) be (?:an? )?(?:\w{4,12} )?json\b/,
      /\bclaims? (?:parameter |request |challenge |value |string ){0,2}(?:is not|are not|isn't|aren't|was not) (?:a )?(?:valid )?json/,
      /pars\w{1,4} (?:the )?claims? (?:\w{2,12} )?(?:as|into) json/,
    ),
    unless: /aadsts|fixture|insurance/,
    example: "claims must be JSON. Are they base64 encoded?",
    sources: ["go", "msal"],
  },
  {
    id: "misuse.claims-and-capabilities",
    kind: "configuration_invalid",
    says: "The claims that were passed and the capabilities of the client cannot be joined.",
    phrases: ["capabilit"],
    pattern: anyOf(
      `\\bclaims?\\b.{0,60}${CLASH}.{0,60}capabilit`,
      `capabilit.{0,60}${CLASH}.{0,60}\\bclaims?\\b`,
      `${CLASH}.{0,40}(?:capabilit.{0,40}\\bclaims?\\b|\\bclaims?\\b.{0,40}capabilit)`,
      `(?:capabilit.{0,40}\\bclaims?\\b|\\bclaims?\\b.{0,40}capabilit).{0,40}${CLASH}`,
    ),
    unless: /aadsts|insur/,
    example: "unable to merge client capabilities and claims: unexpected end of JSON input",
    sources: ["go", "msal"],
  },
  {
    id: "misuse.authority-of-no-tenant",
    kind: "configuration_invalid",
    says: "This flow needs the authority of one tenant, not one that is shared by all, such as /common.",
    phrases: [["authority", "endpoint", "tenant"]],
    pattern:
      /\/(?:common|organizations|consumers)\b.{0,120}(?:on-behalf-of|not (?:a )?tenanted|(?:needs?|requires?|use) a tenanted|should target|specify (?:your|the|a) tenant|same tenant)|(?:must not|mustn't|cannot|can't|do not|don't|never|instead of|rather than) (?:use |using |target )?(?:the )?(?:authority )?\/(?:common|organizations|consumers)\b/,
    unless: /aadsts|multi-?tenant|created after/,
    example:
      "The current authority is targeting the /common or /organizations endpoint. Instead, it should target the same tenant as the client",
    sources: ["msal", "net"],
  },
  {
    id: "misuse.secret-value",
    kind: "configuration_missing",
    says: "A required value was not given, or not in the form that is needed.",
    phrases: [[...AZURE_WORDS, "none"]],
    pattern:
      /\b(?:secret|tenant_?id|client_?id|certificate(?:_?data)?)['"]? should be (?:either |an? |the |your ){0,2}(?:\w{2,12}(?:'s)? ){0,3}(?:client secret|application'?s? (?:client )?(?:id|secret)|(?:an? |the )?id of an? |tenant of|path or|bytes|non-?empty)|should be (?:an? |the )?(?:\w{2,12} ){0,4}, got (?:none|null|nil)\b/,
    unless: /aadsts|characters/,
    example: "ValueError: secret should be a Microsoft Entra application's client secret",
    sources: ["python"],
  },
  {
    id: "misuse.null-argument",
    kind: "configuration_missing",
    says: "A value that the credential needs is null or empty.",
    pattern:
      /exception: ['"]?(?:user ?name|password|refresh ?token|authorization ?code|device ?code|client ?assertion|key ?store ?password|thumbprint)['"]? is null or (?:empty|blank)\b/,
    unless: /aadsts|\bsql|jdbc|datasource|redis|mail|ldap/,
    example: "java.lang.IllegalArgumentException: password is null or empty",
    sources: ["java"],
  },
  {
    // Nothing else is said: who says it is one of the first SDK for Go.
    id: "misuse.no-proof",
    kind: "configuration_missing",
    says: "No certificate, secret or assertion was given.",
    pattern:
      /^(?:[\d/:.\-tz ]{10,32} )?(?:azidentity: |azure: |msal: )?(?:missing|no) (?:client )?(?:certificate|secret|assertion)(?: (?:was )?(?:provided|specified|given|set))?\.?$/,
    example: "2021/08/12 09:14:03 missing certificate",
    sources: ["go"],
  },
  ...SILENT_RULES,
];
