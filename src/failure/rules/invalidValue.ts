import { TOGETHER_RULES } from "./invalidTogether.js";
import type { Rule } from "./rule.js";
import { AZURE_WORDS, BAD, UNFIT } from "./vocabulary.js";

/** Options of credentials whose value can be wrong. */
const OPTION =
  "(?:(?<!certificate )\\bauthority\\b|authority[ _-]?(?:host|ur[il])|tenant[ ._-]?id|\\btenant'? (?:parameter|name|value)|client[ ._-]?id|claims? (?:parameter|request)|redirect[ _-]?ur[il]|azure[ _]?cloud|cloud[ _-]?(?:name|environment|configuration|type|instance)|token (?:proxy|endpoint) ur[il]|(?:identity|msi|imds)_?endpoint|credential[ _-]?type|azurecredentialtype|login method|azuread:\\w{2,20}|auth(?:entication)?[ _-]?(?:type|method|mode|flow)|azure_(?:credential|token|authority|auth|cloud|environment)\\w{1,30}|fs\\.azure\\.\\S{4,60}|auto_?login_?type|login type|tenant[ _-]?identifier|thumbprint|identity ?type|identitymetadata|azure ?environment)";

/**
 * Whether a text says, in whatever words, that an option has a value that cannot work.
 *
 * @internal
 */
export const INVALID_VALUE_RULES: readonly Rule[] = [
  {
    id: "invalid.missing-or-not-https",
    kind: "configuration_invalid",
    says: "An address that has to be https is missing or is something else.",
    phrases: [["authority", "token", "credential", "identity", "azure", "login."]],
    pattern: /(?:metadata|authority|endpoint|address|ur[il])\b.{0,40}must be provided and must be an? https\b/,
    example: "In BearerStrategy constructor: options.identityMetadata must be provided and must be a https url",
    sources: ["js"],
    remedies: [
      {
        action:
          "Give the option that the message names an https address, and check that the setting it is read from reaches the process.",
      },
    ],
  },
  {
    id: "invalid.not-https",
    kind: "configuration_invalid",
    says: "An address that has to be https is not.",
    pattern:
      /(?:authority|endpoint|metadata|address|\bur[il]\b|token|scheme).{0,80}(?:must|should|shall|needs? to|have to|doesn't|does not|not) .{0,40}\b(?:https\b(?!:)|tls protected|tls-protected)|requires? an? (?:\w{1,12} ){0,3}https\b(?!:)|requires? an? ur[il] using the https|not permitted for non-tls|only (?:be sent|works?|supported|allowed) over https/,
    phrases: [["authority", "token", "credential", "identity", "azure", "login."]],
    example: "the Authority(http://login.example/contoso) does not appear to use https",
    sources: ["go", "python", "js", "rust", "net", "java"],
  },
  {
    id: "invalid.unencrypted",
    kind: "configuration_invalid",
    says: "A token is sent over https only, and the address is not https.",
    phrases: [["authorized req", "authenticated req", "authentication", "token", "credential", "aad auth"]],
    pattern:
      /(?:not permitted|not allowed|refus(?:e|es|ed|ing)|may not|must not|cannot|can't|never) .{0,60}(?:non[- ]tls|non[- ]https|(?:plain|over|unencrypted|insecure) http\b|when tls is not|unencrypted|insecure (?:endpoint|connection|channel|ur[il])|\ban http (?:endpoint|ur[il]|address))|(?:tokens?|credentials?) (?:always )?(?:requires?|needs?) https|(?:token ?credentials?|bearer|\baad\b|entra).{0,60}(?:without https|only .{0,20}(?:with|over|on) https)|(?:must|should|has to|have to) (?:use|be) ['"]?https['"]? .{0,40}(?:credential|\baad\b|bearer|token)|https (?:is|must be) (?:required|used) .{0,30}(?:bearer|token ?credential|\baad\b)|(?:scheme|endpoint|ur[il]) ['"]?http['"]? (?:can't|cannot|may not|must not) .{0,40}(?:\baad\b|token|credential)/,
    unless: /websocket|cookie|\bgit\b|registry|docker|\bldap/,
    example: "authorized requests are not permitted for non-TLS protected endpoints",
    sources: ["rust", "go", "net", "js"],
  },
  {
    id: "invalid.asked-valid",
    kind: "configuration_invalid",
    phrases: [[...AZURE_WORDS, "authority"]],
    pattern: new RegExp(
      `(?:must|should|please|needs? to|has to|have to) (?:\\w{2,12} )?(?:provide|specify|supply|pass|give|enter|use|be|have) (?:the |with )?an? (?:valid|well-formed|absolute|correct) .{0,30}?${OPTION}`,
    ),
    example: "Must provide a valid URI for authority host.",
    sources: ["java"],
  },
  {
    id: "invalid.connection-string",
    kind: "configuration_invalid",
    says: "The connection string cannot be read.",
    phrases: [
      "connection string",
      ["well-known tokens", "servicebus", "service bus", "event hub", "eventhub", "sharedaccess", "sb://", "endpoint"],
    ],
    pattern:
      /connection string.{0,12} (?:could not be parsed|can't be parsed|cannot be parsed|is (?:either )?(?:blank or )?(?:malformed|invalid|not valid)|has (?:an )?(?:invalid|incorrect|malformed)|(?:due to|because of) (?:an? )?(?:incorrect|unmatched|malformed|invalid))|(?:malformed|invalid) connection string|pars\w{1,3} (?:the )?connection string/,
    unless: /aadsts|storage|cosmos|redis|\bsql|database|iot ?hub|\bmongo/,
    example:
      "System.FormatException: The connection string could not be parsed; either it was malformed or contains no well-known tokens.",
    sources: ["net", "go", "python", "js", "java"],
  },
  ...TOGETHER_RULES,
  {
    id: "invalid.option",
    kind: "configuration_invalid",
    pattern: new RegExp(
      `${OPTION}.{0,110}?${UNFIT}|${OPTION}['"]? must be (?!set\\b|given|provided|passed|present|specified|non|not )[\\w'"-]{2,30}(?:, [\\w'"-]{2,30}){0,6},? or |only .{0,60}(?:is|are) (?:supported|allowed|accepted) .{0,20}${OPTION}|(?:is not|isn't) (?:a |an )?(?:valid|supported|known|recogni[sz]ed) ['"]?${OPTION}|environment (?:name )?.{0,10}azure.{0,60}(?:invalid|unknown|not (?:found|valid|supported))|(?:azure|arm)_\\w{4,40}\\b.{0,20}(?:not among|not one of|expected (?:one|to be))|(?:azure|arm)_\\w{4,40}:? (?:has an? )?(?:unexpected|unknown|invalid|bad) |(?:unsupported|unknown|invalid) (?:azure )?cloud\\b|\\bbad (?:value (?:for|of) )?(?:azure|arm)_|(?:authority|tenant)(?!'s).{0,30}(?:cannot|could not|can't) (?:be )?pars|redirect ur[il] has to be|${OPTION}.{0,60}(?:can ?not|can't|must not|may not) be (?:set to )?['"]?\\/?(?:common|organizations|consumers)\\b|scope must be a single|several scopes|tenant .{1,80}contains? (?:invalid |illegal )?characters|not supported (?:in|by) this azure (?:cloud|environment)|(?:error|failed|failure|could not|couldn't|unable to|cannot) (?:to )?(?:pars|validat|interpret)(?:e|ing)? (?:the |value of )?['"]?${OPTION}|(?:known|valid|supported|recogni[sz]ed) azure (?:cloud|environment)|${BAD} (?:value for |\\w{1,20} ){0,2}['"]?${OPTION}`,
    ),
    unless:
      /not found in (?:the )?(?:directory|tenant)|request to the authority host was invalid|device_code|issued by|tls certificate|possible causes|an azure active directory|\bsasl|signed by|fingerprint|must not be (?:null|empty|blank|undefined|none)/,
    example: "unknown cloud configuration name: AzureSkyCloud",
    sources: ["go", "python", "js", "java", "net"],
  },
  {
    id: "invalid.credential-type",
    kind: "configuration_invalid",
    phrases: [[...AZURE_WORDS, "scope", "token"]],
    pattern:
      /(?:unknown|unsupported|unrecogni[sz]ed|invalid (?:type|kind) of) (?:(?:type|kind) of )?(?:client[ _]?)?credentials?\b(?! helper)|\bi?client_?credentials? (?:must|should) be (?:an? |one |of |either )|(?:\b|client)credentials? (?:of type \S{1,80} )?(?:is|are) (?:of an? (?:unsupported|unknown)|not (?:a )?supported)|\bcredentials? must be (?:of type|one of)|unable to load .{0,20}token provider class|unsupported value .{0,60}for (?:environment|auth)|\b(?:login|authentication)['"]? must be one of|invalid value .{0,60}\bauthentication\b|(?:unknown|unsupported|invalid) fedauth|(?:unknown|invalid|unsupported) environment ['"]?azure|cannot be (?:true|false) (?:while|when|if)|(?:unexpected|unknown|unsupported) (?:federated )?token provider|(?:unexpected|unknown|unsupported) (?:auth|credential|identity)\w{0,12} (?:type|kind|mode|method)|(?:object|client|resource) id is (?:deprecated|no longer)|is not a (?:valid|known|supported|legal) value for (?:azure|arm)_|\bazure_\w{3,30}=\S{1,60} is (?:not|un)|is not one of the (?:supported|known|valid|allowed)|\bcloud\b.{0,30} is not one of\b|must be \w{3,20} to use a token provider|(?:doesn't|does not) (?:let|allow) .{0,30}user[- ]assigned|is not a (?:valid|supported|known) (?:\w{2,20} )?(?:azure)?(?:credential|auth\w{0,12}|identity)(?: ?(?:type|name|kind|method))|\b(?:type|method)"? property must|scope value that is reserved|reserved (?:scope|list)|cannot set the accesstoken|parameter set cannot be resolved using|content is not a valid json|configured to authenticate only|\/(?:common|organizations)\b.{0,60}(?:not recommended|not supported|not allowed|cannot be used)/,
    example: "'Certificate' is not a valid AzureCredentialType",
    sources: ["python", "js", "net"],
  },
  {
    id: "invalid.identity-variable",
    kind: "configuration_invalid",
    says: "A sentence stands where the URL of the managed identity endpoint belongs.",
    phrases: [["managed identity has been configured", "this value is not viewable"]],
    example: "No connection adapters were found for '[Managed identity has been configured]?api-version=2019-08-01'",
    sources: ["python", "app-service"],
    remedies: [
      {
        action:
          "IDENTITY_ENDPOINT holds a placeholder instead of an address: remove the application setting of that name, so that the platform's own value reaches the process.",
        url: "https://learn.microsoft.com/azure/app-service/overview-managed-identity",
      },
    ],
  },
];
