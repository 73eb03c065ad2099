import { oneOf } from "../anyOf.js";
/*
 * The words in which the SDKs of all languages say the same few things: parts of the wide rules, which look for a
 * subject beside a trouble. As sources of regular expressions, for plain text, without capturing groups.
 */

/**
 * What cannot be done: "failed to", "couldn't", "error reading".
 *
 * @internal
 */
export const CANNOT =
  "(?:fail(?:ed|s|ure)?(?: to| while| when| in)?|unable to|could not|couldn't|cannot|can't|can not|not able to|error(?: while| when| in)?)";

/**
 * What follows a thing that should have been given.
 *
 * @internal
 */
export const ABSENT = oneOf(
  "(?:(?<!can|can |must |may |should |shall )not|isn't|aren't|wasn't|weren't|never|hasn't been|haven't been) (?:been |be )?(?:found in the env|set\\b|provided|specified|defined|configured|given|supplied|present\\b|passed|populated)",
  "missing",
  "required\\b",
  "undefined",
  "unset\\b",
  "notpresent",
  "\\babsent\\b",
  "none (?:given|set|provided|configured)",
  "left out\\b",
  "(?:is|are|was|were|or) (?:an? )?(?:null|none|empty|blank|absent)\\b",
  "(?:can't|cannot|can not|must not|may not|should not|shouldn't) be (?:a |an )?['\"]?(?:null|empty|blank|undefined|none)",
  "(?:must|may) not be (?:null|empty|blank|undefined|none)",
  "== (?:null|none|nil)\\b",
  "(?:must|should) have text",
  "(?:must|should|needs? to|has to|have to) (?:always )?(?:be|also be) (?:set\\b|provided|specified|supplied|given|passed|configured|present\\b|defined|(?:a )?non[- ]?(?:null|empty|blank))",
  "ha(?:s|ve) no value",
  "mandatory",
  "is (?:set|given|provided) but",
  "none (?:was|were) ",
);

/**
 * What was done with a value to have it: "no client id was provided".
 *
 * @internal
 */
export const GIVEN =
  "(?:set|provided|specified|defined|configured|given|supplied|present|passed|found|available|detected)\\b";

/**
 * What is asked for: "please provide", "must specify".
 *
 * @internal
 */
export const ASKED =
  "(?:please|must|you need to|needs? to|should|ha(?:s|ve) to|make sure to|expected to|requires?|shall) (?:also |always |either ){0,2}(?:provid|specify|supply|set|pass|configur|giv|defin|includ)(?:e|ing|ting)?";

/**
 * What follows a value that cannot work.
 *
 * @internal
 */
export const UNFIT = oneOf(
  "\\binvalid\\b",
  "not (?:a |an )?valid\\b",
  "not well-known",
  "not a legal",
  "(?:contains?|has|have|with|includes?) (?:invalid |illegal |unsupported |forbidden )characters",
  "no longer supported",
  "not (?:in )?(?:an? )?(?:trusted|known|recogni[sz]ed|well[- ]formed|supported|allowed|accepted)",
  "(?:isn't|aren't|doesn't) (?:a |an )?(?:valid|supported?|recogni[sz]ed|allowed|trusted|known)",
  "(?:could not|cannot|can't) be (?:ur[il]|percent)[- ]?encoded",
  "malformed",
  "ill-?formed",
  "unknown(?! error)",
  "unsupported",
  "unrecogni[sz]ed",
  "not in (?:the |a |an )?(?:correct|valid|expected|right|proper|supported)",
  "(?:is not|isn't) an? (?:guid|uuid|ur[il]|string|absolute|json|https)",
  "(?:must|should|shall|needs? to|has to) (?:be (?:an? (?!non[- ]?(?:empty|null))|one of|in |either |the |of |https|tls|absolute|valid)|use |start |end |consist |contain |not |have (?!text\\b)|match |only )",
  "(?:should|must) be empty",
  "contains? (?:illegal|invalid)",
  "(?:cannot|can't|may not|must not) contain",
  "is reserved",
  "not in json",
  "(?:doesn't|does not|did not) (?:match|use|appear|start|conform|look|have the)",
  "expected (?:format|one of)",
  "wrong type",
  "(?:has|have|is) (?:the |of )?(?:wrong|incorrect)",
);

/**
 * What stands before a value that cannot work.
 *
 * @internal
 */
export const BAD =
  "(?:invalid|malformed|unknown(?! error)|\\bbad|broken|damaged|corrupt|corrupted|unsupported|unrecogni[sz]ed|illegal|incorrect|improper|ill-?formed)";

/**
 * Certificates and keys as files: not those that a server shows.
 *
 * @internal
 */
export const CERTIFICATE =
  "(?:certificate|\\bcert\\b|\\.?pfx\\b|pkcs ?#?_?12|\\bp12\\b|\\bpem\\b|private key|x\\.?509)";

/**
 * Who else speaks of certificates: servers, proxies, and handshakes with them.
 *
 * @internal
 */
export const SERVER_CERTIFICATE =
  "handshake|ssl certificate|certificate policy|certificate binding|\\bssl_|ssl connection|(?<!open)sslerror|ssl error|self[- ]?signed|signed by|verify|verification|hostname|issuer|\\bchain\\b|trust|webhook|ingress|haproxy|\\benvoy|traefik|stunnel|openvpn|nginx|apache|listener|kestrel|https endpoint|peer|postgres|mysql|redis|kafka|mongo|kube-?apiserver|minikube|kubeconfig|letsencrypt|acme|\\bssh\\b";

/**
 * Whether two things stand near each other, in either order.
 *
 * @param one - source of a regular expression
 * @param other - source of a regular expression
 * @param gap - most characters between
 * @internal
 */
export function near(one: string, other: string, gap = 60): string {
  return `${one}.{0,${gap}}${other}|${other}.{0,${gap}}${one}`;
}

/**
 * Words of Azure and of its credentials, for rules whose other words are anybody's.
 *
 * @internal
 */
export const AZURE_WORDS: readonly string[] = [
  "azure",
  "activedirectory",
  "azaccount",
  "az.accounts",
  "serviceprincipal",
  "active directory",
  "azcopy",
  "entra",
  "aad",
  "msal",
  "adal",
  "microsoft",
  "credential",
  "azidentity",
  "managed identity",
  "service principal",
  "service_principal",
  "clientid",
  "client id",
  "client_id",
  "oauth",
  "oidc",
  "msi",
  "kubelogin",
  "nodepublish",
];

/**
 * That something went wrong, in whatever words.
 *
 * @internal
 */
export const TROUBLE = oneOf(
  "fail",
  "error",
  "unable",
  "could not",
  "couldn't",
  "cannot",
  "can't",
  "can not",
  "did not",
  "didn't",
  "does not",
  "doesn't",
  "refus",
  "reject",
  "denied",
  "declin",
  "corrupt",
  "invalid",
  "malformed",
  "unexpected",
  "exception",
  "threw",
  "raised",
  "missing",
  "nothing",
  "truncated",
  "broken",
  "terminat",
  "crash",
  "unpars",
  "unread",
  "unusable",
  "revoked",
  "not an?\\b",
  "isn't",
  "no longer",
  "returned no",
  "without",
  "damaged",
  "garbled",
);

/**
 * Words of a text whose trouble is not with something on this machine, a cache or a certificate.
 *
 * @internal
 */
export const NOT_LOCAL =
  "aadsts|az login|azd auth login|connect-azaccount|login\\.microsoftonline|timed out|database|webhook";

/**
 * Assertions of a program, which are no client's.
 *
 * @internal
 */
export const PROGRAM_ASSERTS = oneOf(
  "assertionerror",
  "(?:^|[:\\]>] |\\b(?:error|panic|fatal) )assertion fail(?:ed|ure)(?:[:.]| -|$)",
  "assertion tree",
  "left == right",
);
