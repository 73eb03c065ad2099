import type { Rule } from "./rule.js";
import { near, SERVER_CERTIFICATE, TROUBLE } from "./vocabulary.js";

const PARSE = "(?:pars|decod|deseriali[sz]|unmarshal|interpret|understand|read)";
const TOOL =
  "(?:azure cli|azure ?developer ?cli|azure ?power ?shell|get-azaccesstoken|\\baz: |\\bazd: |bin\\/azd?\\b|az account get|\\bazd? (?:returned|exited|gave|printed|crashed|failed)|azd auth token)";
const NOT_HERE = "aadsts|az login|azd auth login|connect-azaccount|login\\.microsoftonline|timed out|database|webhook";

/**
 * What a text is about, where all it says beside is that something went wrong there. After every other rule.
 *
 * @internal
 */
export const LAST_RULES: readonly Rule[] = [
  {
    id: "last.chain",
    kind: "no_credential_available",
    phrases: [
      [
        "azure",
        "msal",
        "entra",
        "authorizer",
        "azidentity",
        "the chain",
        "managed identity",
        "credential chain",
        "in the chain",
        "chained",
        "credential sources",
      ],
    ],
    pattern:
      /(?:none|any|all|every|each)(?: one)? of (?:the |its |these |our )?(?:\w{2,20} ){0,3}(?:credentials?|credential (?:sources|providers|types))\b|(?:not one|neither|not any) of (?:them|these|the credentials)\b|(?:every|any|each|all) (?:available |configured |possible )?(?:azure )?(?:credential|source)s?\b|no (?:usable|valid|available|working|suitable|more) .{0,12}credentials?\b|credentials? .{0,30}left to try|no credentials were available|(?:not a single|no) (?:\w{2,12} )?(?:credential |token )?(?:source|provider)s? |(?:each|every|all) members? of the chain|no credentials? (?:was|were) able|credentials (?:were |could )?not (?:be )?found|no credential in (?:its|the) chain|authorizer: no|any authorizer|(?:find|load|locate|discover) (?:any )?(?:azure )?credentials (?:for|from|in)\b|no credentials? (?:in|of) .{0,40}(?:could|was able|succeeded|worked)|ran out of .{0,20}credentials?\b|all (?:sources|credentials|providers) (?:were|are) (?:unavailable|exhausted)|nothing in the (?:credential )?chain|chained (?:token )?credential.{0,40}\bnone (?:of them )?(?:produced|returned|gave|yielded|worked|succeeded)|none of the sources|credential was found in the chain|exhausted (?:all |every |the )?.{0,20}(?:credential|provider|auth)|credential chain .{0,30}(?:no token|not yield|nothing|not (?:produce|give|find|return)|exhausted|empty)|no (?:\w{2,12} )?credential (?:source|provider|type)s? .{0,40}(?:token|worked|succeeded|available|usable)/,
    unless: /aadsts|object reference|more than one|only one of|exactly one/,
    example: "Azure auth: exhausted all credential providers without obtaining a token",
    sources: ["go", "rust", "cpp"],
  },
  {
    id: "last.cache",
    kind: "token_cache_unavailable",
    phrases: [["token", "msal", "azure", "entra", "azcopy", "microsoft", "identity", "oauth", "keyctl", "cached"]],
    pattern: new RegExp(
      near(
        "(?:token[ _-]?cache|msal\\.cache|\\bkeyctl\\b|credential (?:store|vault|manager)|cached (?:oauth|account|token|credential)s?|persisted token|keychain|keyring|(?:save|persist|store|cach(?:e|ing)) (?:the )?(?:\\w{3,10} )?tokens?\\b)",
        `(?:${TROUBLE}|being used by another|osstatus|more than one|disk full|locked)`,
        80,
      ),
    ),
    unless: new RegExp(`${NOT_HERE}|no (?:account|signed)|not found in|silent|redis|distributed|kubernetes|docker`),
    example: "WARN Unable to save the token: keyctl: key has been revoked",
    sources: ["go", "python", "net"],
  },
  {
    id: "last.tool",
    kind: "tool_failed",
    pattern: new RegExp(`${TOOL}.{0,80}(?:${TROUBLE}|shared librar|empty|error page|garbage|traceback)`),
    unless:
      /aadsts|az login|azd auth login|connect-azaccount|resource ?group|deployment|extension|log(?:ged)? in|--name|aks|subscription|docker|\btask\b|packag|az: error: |--help|an error occurred|something went wrong/,
    example: "az: error while loading shared libraries: libpython3.so",
    sources: ["azure-cli", "azd", "powershell"],
  },
  {
    id: "last.answer",
    kind: "invalid_token_response",
    pattern: new RegExp(
      `${PARSE}\\w{0,6} (?:the |of the |an? )?(?:\\w{2,12} ){0,3}(?:oauth|access|id|aad|bearer)[ _-]?token|(?:id_token|access_token|oauth token|token answer|token response)\\b.{0,40}(?:not|n't) be ${PARSE}|${PARSE}\\w{0,4} (?:\\w{2,12} ){0,4}(?:from|of) .{0,40}(?:oauth2\\/|token endpoint|authority|oauth response)|(?:authority|entra id|token endpoint|oauth2\\/\\S{0,12}token)\\b.{0,40}(?:something that (?:isn't|is not)|un\\w{0,4}pars|unreadable|no token|without a token)|(?:unparsable|unreadable|undecodable) (?:body|answer|response|reply) from|token response (?:is|was|could not be) (?:\\w{2,12} )?(?:malformed|invalid|understood|garbage|corrupt|broken)|(?:invalid type|expected u64|expected i64).{0,60}(?:expires_|token response)|could not be understood|token response (?:did not|didn't|does not|doesn't) (?:include|contain|have|hold|carry)|parsing the token response|parseexception while reading the token|(?:response|reply|answer) (?:from|of) (?:entra|azure ad|aad|the authority|microsoft entra).{0,30}not (?:valid )?json|token endpoint(?:'s)? (?:body|answer|response|reply) .{0,40}(?:parsed|decoded|not json)|answered 200 with|authority's (?:answer|reply|response) .{0,30}pars|answer without an access token|${PARSE}\\w{0,4} (?:failed|error).{0,40}(?:token response|oauth response)|(?:response|reply|answer).{0,40}(?:lacks|isn't|is not) an? (?:access )?token`,
    ),
    unless:
      /\bcache\b|cached|azure cli|azd\b|powershell|managed ?identity|\bimds\b|\bmsi\b|oidc|aadsts|authorization header|jwt|federated|<html|inner exception/,
    answered: true,
    example: "error decoding response body from https://login.microsoftonline.com/x/oauth2/v2.0/token",
    sources: ["rust", "go", "java"],
  },
  {
    id: "last.person",
    kind: "interaction_required",
    phrases: [
      [
        "azure",
        "entra",
        "msal",
        "browserautherror",
        "kubelogin",
        "disableautomaticauth",
        "acquiretoken",
        "browser",
        "sign-in",
        "interactive",
      ],
    ],
    pattern:
      /\binteraction is (?:required|needed)|disableautomaticauthentication|acquiretokensilent (?:has )?failed|fall(?:ing)? back to acquiretoken(?:popup|redirect|interactive)|user (?:declined|dismissed|abandoned|closed|cancell?ed|aborted|did not|never|has not) .{0,40}(?:sign|log|browser|prompt|consent|dialog|window)|(?:sign-?in|log-?in) prompt is (?:needed|required)|(?:needs?|requires?) (?:a |the )?(?:user|person|human|interactive) .{0,30}(?:sign|log|prompt|browser)|waiting for (?:the |a )?user .{0,40}browser|(?:process|session|shell|terminal|console) is not interactive|prompt .{0,30}non-?interactive|login requires? an? (?:terminal|tty|console)|non-?interactive .{0,40}(?:sign|log|prompt)/,
    unless: /aadsts|az login|azd auth|connect-azaccount|azure cli|power ?shell/,
    example: "User declined the sign-in in the browser window",
    sources: ["msal", "js", "python"],
  },
  {
    id: "last.assertion",
    kind: "assertion_unavailable",
    pattern:
      /(?:oidc|id[-_ ]token|jwt|assertion|federated token|federated credential)\b.{0,60}(?:did(?: not|n't) (?:contain|return|include|have)|(?:returned|gave|issued|sent) (?:no|nothing|an empty|null)|is (?:empty|null)\b|failed|threw|raised|refused|denied|not (?:granted|issued|provided by))|\bno jwt-?svid|jwt-?svid.{0,30}(?:fail|could not|denied|unavailable)|(?:did not|didn't|refused to|could not|failed to) (?:issue|return|mint|give|provide|produce) (?:an? |the |any )?(?:identity|oidc|federated|service account) token|(?:assertion|oidc|federated token)\b.{0,30}(?:timed out|took too long)|(?:returned|gave|issued|provided|got|received|produced|has) no (?:id[-_ ]?token|jwt|oidc token|assertion|federated token)/,
    phrases: [["azure", "workload", "credential", "federated", "assertion", "oidc"]],
    unless:
      /aadsts|expired|signature|not within|validat|audience|issuer|id_token_hint|redirect|nonce|no such file|directory|discovery/,
    example: "Vault returned no JWT for the federated credential",
    sources: ["go", "js", "python"],
  },
  {
    id: "last.file",
    kind: "credential_file_unreadable",
    pattern:
      /(?:fail(?:ed|ure)? to|could not|cannot|can't|unable to) (?:open|read|access|stat|find) ['"]?[^ ]{1,80}\.(?:pem|pfx|p12|key|crt)\b|(?:accessdenied(?:exception|error)|isadirectoryerror|points to a directory|is a directory|permissionerror|filenotfound|no such file|not readable).{0,80}(?:\.pem|\.pfx|\.p12|\.key\b|azure-identity-token|token_file|secrets\/azure)|(?:certificate|token|key)[ _]?(?:file|path).{0,40}(?:is a directory|points to a directory)|(?:open|read|stat|load)(?:ing)? [^ ]{0,60}\/azure\.json.{0,30}(?:permission|no such|denied)|(?:federated|identity|service account)[ _]token[ _]?file.{0,60}(?:notfound|permissiondenied|isadirectory)/,
    unless: /minikube|kubeconfig|\/ssl\/|nginx|\.ssh|\.cache/,
    example: "java.nio.file.AccessDeniedException: /etc/azure/sp.pem",
    sources: ["java", "python"],
  },
  {
    id: "last.certificate",
    kind: "certificate_unusable",
    phrases: [
      ["azure", "client", "credential", "pfx", "pkcs", "assertion", "rsa", "pem block", "private key", "keystore"],
    ],
    pattern: new RegExp(
      near(
        "(?:client certificate|\\bpfx\\b|pkcs ?#?_?12|pem (?:block|file|data)|private key|the certificate\\b)",
        `(?:${TROUBLE}|unsupported|needs an? rsa|expected an? rsa|elliptic|\\bec key|is not rsa)`,
        50,
      ),
    ),
    unless: new RegExp(
      `${SERVER_CERTIFICATE}|${NOT_HERE}|expired|no such file|thumbprint|not registered|ssh|\\btls\\b`,
    ),
    example: "PEM block of the client certificate is truncated",
    sources: ["cpp", "rust", "net"],
  },
];
