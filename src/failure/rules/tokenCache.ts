import type { Rule } from "./rule.js";
import { near } from "./vocabulary.js";

const CACHE =
  "(?:(?:shared |persistent |encrypted |local |msal |user )?token[ _-]?cache(?!credential)|credential cache|shared cache|msal_http_cache|msal[ _](?:token_)?cache|cache (?:encryption|persistence|file)|persist(?:ent|ed) (?:token |credential )?(?:cach(?:e|ing)|storage)|cached token|keyring|key ?chain|libsecret|dpapi|credential (?:store|locker)|token store|secret service|lock ?file|temporary token|cache_persistence\\w{0,20}|accesstoken\\.json|keepass|keychaincache)";
const TROUBLE =
  "(?:fail(?:ed|s|ure)?\\b|unable to|could not|couldn't|cannot|can't|error|(?:is |are )?(?:un|not )available|not (?:supported|accessible|reachable|installed|usable|found|readable|writable)|exception|unsupported|impossible|corrupt|locked|denied|revoked|undecryptable|not a function|not correct|does not exist|read-only|did not|didn't|temporarily unavailable|not installed|unusable)";

/**
 * Whether a text says, in whatever words, that the local token cache cannot be used, or holds what cannot be told apart.
 *
 * @internal
 */
export const TOKEN_CACHE_RULES: readonly Rule[] = [
  {
    id: "cache.unusable",
    kind: "token_cache_unavailable",
    phrases: [
      [
        "token",
        "msal",
        "azure",
        "identity",
        "cache",
        "microsoft",
        "keepass",
        "azcopy",
        "keyring is",
        "from keyring",
        "storage domain",
      ],
    ],
    pattern: new RegExp(near(CACHE, TROUBLE, 80)),
    unless:
      /no (?:account|token|matching|user)|account .{0,60}not found|(?:account|token|user)s? (?:was|were|is|are)? ?not found|(?:find|no) cached token|azcopy'?s? login|log ?in (?:with|again)|no signed-in|az login|distributed|redis|silent|not configured|is (?:either )?empty/,
    example: "Shared token cache is not supported on this platform.",
    sources: ["python", "msal", "go", "java", "net"],
  },
  {
    id: "cache.ambiguous",
    kind: "token_cache_unavailable",
    says: "The token cache holds several entries that fit, and they cannot be told apart.",
    pattern:
      /multiple matching (?:tokens|accounts)\b|(?:more than one|multiple|several) (?:matching )?(?:tokens?|accounts?|cache entries) (?:match|satisfy|with the same|found|that match|were found for|were found in the (?:token )?cache having)|(?:found|has|holds|contains) (?:multiple|several) accounts with the same/,
    phrases: [["token", "account", "cache"]],
    unless: /multiple accounts were found in the cache/,
    example: "More than one token matches the criteria. The result is ambiguous.",
    sources: ["js", "azure-cli", "msal"],
  },
  {
    id: "cache.module",
    kind: "token_cache_unavailable",
    pattern:
      /persistence\w{0,20}error|unable to import module 'gi'|pygobject|msal_extensions.{0,200}(?:winerror|oserror|permission|denied)|winerror -2146893813|token cache (?:is |was )?ambiguous|cached accounts? match|key not valid for use in specified state|cryptunprotectdata|error decrypting data|\b2148073483\b|0x8009000b|multiple accounts matching the specified/,
    example: "OSError: [WinError -2146893813] : ''",
    sources: ["python", "msal", "azure-cli"],
  },
];
