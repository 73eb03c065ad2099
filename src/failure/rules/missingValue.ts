import type { Rule } from "./rule.js";
import { ABSENT, ASKED, AZURE_WORDS, GIVEN } from "./vocabulary.js";

/** Options of credentials by the names that all languages and tools give them. */
const OPTION =
  "(?:(?:identity ?client|tenant|client|subscription|service[ _-]?connection|service[ _-]?principal|principal|server)[ ._-]?id\\b|client[ ._-]?(?:secret|assertion|certificate|credential)|federated[ _-]?token|token[ _-]?file|system[ ._-]?access[ _-]?token|\\boidc\\b|\\bauthority\\b|authority[ _-]?host|\\bazure_\\w{2,60}|\\barm_\\w{2,40}|secretref\\b|certificate[ _-]?(?:path|file|data)|\\b(?:user_?)?assertion\\b|\\b_?(?:auth|msal)config(?:\\.\\w{2,20}){1,3}|msi_?endpoint|identity_(?:endpoint|header)|imds_endpoint|redirect[ _-]?ur[il]|azuread:\\w{2,20}|\\bidentitymetadata\\b|tokencredential|keepass|endpoint auth|tenant (?:domain|guid)|user[ -]flow)";
/** Names that others use too. */
const COMMON =
  "(?:user[ _-]?name|password|\\bsecrets?\\b|\\bscopes?\\b|certificate|private ?key|credentials?\\b|authorizer|auth(?:entication|orization)? (?:data|info(?:rmation)?|method|config(?:uration)?|details|parameters?|settings?|type|object)|service principal|oauth token|access[ _-]?key|account key|application[ _-]?id|app[ _-]?id\\b|user[ _-]?assertion|login method|\\btenant\\b|auth(?:entication)? method|environment\\b|subscription(?! key))";
/** What may stand between the word and the option it is about. */
const FILLER = "[\\w:'\", ()/-]{0,40}?";

/**
 * Whether a text says, in whatever words, that an option is missing.
 *
 * @internal
 */
export const MISSING_VALUE_RULES: readonly Rule[] = [
  {
    id: "missing.option-absent",
    kind: "configuration_missing",
    says: "A value that is needed is missing or empty.",
    pattern: new RegExp(
      `${OPTION}.{0,60}?${ABSENT}|(?:property|parameter|option|setting|keyword|annotation|variable) .{0,60}${OPTION}.{0,60}not found|${OPTION}[^.]{0,40} (?:property|parameter|option|setting|variable|annotation) .{0,30}not found|(?:cannot|can't|must not|may not) be (?:an? )?(?:null|empty|none|blank|white ?space)\\b.{0,30}${OPTION}|argumentnullexception: ['"(]?${OPTION}|\\bset (?:the )?(?:environment variables? )?azure_(?:client|tenant|username).{0,120} to |${OPTION}.{0,20}not found in .{0,30}(?:secret|annotation|config|metadata|file|environment|service account|creds|settings|spec\\b)|(?:set|export|define)(?:\\/export)? (?:the )?environment variable.{0,10}(?:azure|arm)_|usage error:.{0,60}(?:service-principal|--tenant|--identity)|neither ${FILLER}${OPTION}.{0,60}${GIVEN}|should be (?:the id of )?an azure active directory|\\bno ['"]?${OPTION}['"]? (?:in|on) (?:the |your )?(?:\\w{1,20} ){0,3}(?:config|settings|spec|options|metadata|manifest)\\b|\\bmissing scopes?\\b|\\bno scopes? (?:was |were )?(?:provided|specified|given|set)|at least one scope|(?:expected|expects|requires?) (?:the |an? )?environment variable ['"]?(?:azure|arm)_|expected ${FILLER}${OPTION}['"]? to be (?:an? )?(?:non|set|defined|provided|string)|requires? ['"]?${OPTION}|missing_?environment_?variable.{0,10}(?:azure|arm)_|input required(?: and not supplied)?: (?:azure|connected ?service|tenant|client|subscription|creds)|keyerror: ['"](?:azure|arm|msi|identity)_|\\bno .{0,30} in (?:the )?(?:environment )?(?:variable )?(?:azure|arm)_\\w{3,40}|(?:did not|didn't|failed to) (?:inject|export|pass) .{0,20}(?:azure|arm)_\\w{3,40}|arguments are required: .{0,40}(?:--tenant|--service-principal|--username)|system access token not found|\\bsecret (?:can't|cannot|must not) be (?:an? )?empty`,
    ),
    unless:
      /(?:tokencredential|\bgettoken\w{0,6}) returned (?:null|undefined|none|nil)|(?:argparse|\bnpm|eslint|usage)\b.{0,60}scope|subscription key|assertion jwt|not found in (?:the )?(?:directory|tenant)|is required for this (?:operation|resource)/,
    example: "parameter 'tenantID' cannot be empty",
    sources: ["go", "python", "js", "java", "net", "rust", "cpp", "kubelogin"],
  },
  {
    id: "missing.no-option",
    kind: "configuration_missing",
    says: "A value that is needed was not given.",
    pattern: new RegExp(`\\bno ${FILLER}${OPTION}.{0,60}?${GIVEN}`),
    unless: /permission|attempting to authenticate with/,
    example: "Workload identity was selected but no client ID was provided.",
    sources: ["go", "python", "js", "java", "net"],
  },
  {
    id: "missing.option-asked",
    kind: "configuration_missing",
    pattern: new RegExp(
      `(?:ensure|make sure|check|verify) (?:that )?.{0,20}${OPTION}.{0,40}(?:is|are) ${GIVEN}|(?:${ASKED}|\\bmissing|\\bunset|\\bundefined|\\blacks?|\\bwithout|requires?(?: either| an?| the| both| one of|(?! field))|ha(?:s|ve) no (?:key|entry|field|value|property)|needs?(?: an?| the)?|expects?(?: an?| the)?|configure .{0,40}with an?|pass a value for|(?:have|has|did) not (?:specified|provided|set|configured|given|specify|provide)|(?:could not|couldn't|cannot|unable to|failed to) (?:find|determine|resolve|locate|infer|get|load)|there (?:is|are) no) ${FILLER}${OPTION}`,
    ),
    unless:
      /only one|at most one|not both|must (?:provide|specify|supply|pass|give) an? (?:valid|well-formed|absolute|correct)\b/,
    example: "could not validate provider: missing tenantID in store config",
    sources: ["go", "python", "js", "java", "net"],
  },
  {
    id: "missing.common-option",
    kind: "configuration_missing",
    phrases: [AZURE_WORDS],
    pattern: new RegExp(
      `${COMMON}[^.]{0,60}?${ABSENT}|\\b(?:no|without) ${FILLER}${COMMON}.{0,40}?${GIVEN}|\\b(?:missing|lacks?) ${FILLER}${COMMON}|neither ${FILLER}${COMMON}.{0,60}?${GIVEN}|${COMMON} (?:is|are) not set up|${ASKED} ${FILLER}${COMMON}|(?:requires?|please) specifying ${FILLER}${COMMON}|failed to get credentials\\b|\\bneeds? (?:an? )?${COMMON}|no authorizer could be|environment variable (?:was |is )?not (?:found|present)|expected environment variable .{0,80}(?:found nothing|but)|\\bno (?:tenant|client|application)[ _-]?(?:id|secret|certificate)\\b|fs\\.azure\\.\\S{4,60} .{0,20}(?:missing|not (?:set|found|defined|configured))|\\b(?:missing|lacks?) (?:the )?token file path|there is no (?:tenant|client|application|subscription)|\\bset (?:the )?(?:azure|arm)_\\w{4,40} (?:before|first)|login needs an? (?:tenant|client|secret|subscription)|supply a value for (?:the )?(?:\\w{2,12} )?(?:tenant|client|secret|credential|parameter)|no valid environment credential|missingenvironmentvariable|keyerror: '(?:azure|arm)_\\w{4,40}'|notpresent\\b.{0,40}(?:azure|arm)_|'\\w{2,40}' option must be|not all (?:\\w{2,20} ){1,4}(?:are|were|is) (?:provided|set|specified|present|given)|requires? (?:an?|the) [\\w ]{1,30} to be (?:specified|set|provided|configured)|(?:could not|couldn't|unable to|cannot) find secret .{0,40}(?:azure|credential|client)`,
    ),
    unless:
      /(?:credential|\bgettoken\w{0,6}) returned (?:null|undefined|none|nil)|\baccess ?token (?:from .{0,40})?is (?:null|undefined|none|nil)|in the chain|none of the credential|authorizer: no|credentials were available|storage connection string|identityclient|broker|attempting to authenticate with/,
    example: "no credentials provided for Azure API",
    sources: ["go", "python", "js", "java", "net", "terraform"],
  },
];
