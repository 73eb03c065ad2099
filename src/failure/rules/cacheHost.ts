import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What a token cache stands on and does not find: a keyring's library, a store of the browser.
 *
 * @internal
 */
export const CACHE_HOST_RULES: readonly Rule[] = [
  {
    id: "cache.library",
    kind: "token_cache_unavailable",
    says: "The library that keeps the token cache in the system's store for secrets could not be loaded.",
    pattern: anyOf(
      /\blibsecret(?:-1)?\.(?:so|dylib)\b.{0,80}(?:cannot|can't|could not|not found|no such file|missing|failed)/,
      /(?:cannot|can't|could not|unable to|failed to) (?:open|load|find) .{0,60}\blibsecret\b/,
      /keytar(?:\.node)?\b.{0,60}(?:cannot open|could not (?:load|open)|no such file|not found|was compiled against)/,
      /dlopen.{0,40}keytar/,
    ),
    unless: /aadsts|npm err|visual studio code credential|could not resolve|gnome-keyring-daemon/,
    example: "Error: libsecret-1.so.0: cannot open shared object file: No such file or directory",
    sources: ["js", "python", "net", "java"],
  },
  {
    id: "cache.encryption-key",
    kind: "token_cache_unavailable",
    says: "The key that the token cache is encrypted with could not be had or stored.",
    pattern:
      /(?:couldn't|could not|failed to|unable to) (?:create|get|store|read|load) (?:the )?cache encryption key due to\b|\bencryption key of the (?:token|credential) cache\b/,
    unless: /aadsts|redis|browser|successfully/,
    example: 'couldn\'t create cache encryption key due to error "disk quota exceeded"',
    sources: ["go"],
  },
  {
    id: "cache.look-up",
    kind: "token_cache_unavailable",
    says: "The look-up in the token cache failed, or what is stored there cannot be read.",
    pattern: anyOf(
      /\bacquiretoken\w{0,40}\b.{0,60}\b(?:while|during|in) (?:the )?cache lookup|\b(?:while|during|in) (?:the )?cache lookup\b.{0,40}\bacquiretoken/,
      /(?:couldn't|could not|unable to|failed to) (?:read|load|write|delete) (?:the )?(?:cache )?data (?:from|to|in) (?:the )?secret service: /,
      /(?:couldn't|could not|failed to) (?:delete|read|serialize) (?:the )?cache data(?: due to error ['"]|: ['"].{0,60}freedesktop\.secrets)/,
      /\bdecrypt\w{0,3} the intellij (?:cache|token)\b|\bkdbx database of intellij\b.{0,30}\bdecrypt/,
      /\bdecryption of intellij token data\b/,
    ),
    unless: /aadsts/,
    example: "Error Decrypting the IntelliJ cache database.",
    sources: ["java", "go"],
  },
  {
    id: "cache.no-provider",
    kind: "token_cache_unavailable",
    says: "No way to store the token cache is available here.",
    pattern:
      /\bno (?:cache )?persistence (?:providers?|plugin|backend)s? (?:are |is |was |were )?(?:available|found|supported|known)/,
    unless: /entitymanager|jpa|hibernate/,
    example: "Error: no persistence providers are available on this platform",
    sources: ["js"],
  },
  {
    id: "cache.token-file",
    kind: "token_cache_unavailable",
    says: "The file that keeps the token on this machine could not be read or written.",
    phrases: [[".azure", "azcopy", "kubelogin", "msal", "azure", "adal"], "token"],
    pattern: anyOf(
      /while (?:loading|saving) (?:the )?token\b/,
      /into a token representation/,
      /(?:fail(?:ed|ure)? to|unable to|could not|couldn't|cannot|can't|error) (?:writ|sav|persist|stor|renam|encod|chang)(?:e|ing)? (?:the )?(?:\w{2,12} ){0,4}?tokens?\b/,
      /(?:fail(?:ed|ure)? to|unable to|could not|couldn't|cannot|can't) create (?:the |a )?(?:(?:temp\w{0,6} )?file|(?:token )?(?:directory|folder)).{0,80}\btoken/,
    ),
    unless:
      /aadsts|csrf|session|federated|identity-token|response|oidc|id[-_ ]token|key ?vault|keyring|keychain|secret/,
    example: "failed to write the token: open /home/app/.azure/token.json: permission denied",
    sources: ["go", "azure-cli"],
  },
  {
    id: "cache.browser-store",
    kind: "token_cache_unavailable",
    says: "The browser's storage, which holds the tokens, is full or cannot be used.",
    phrases: [["msal", "browsercachemanager", "browserstorage", "accesstoken", "refreshtoken", "idtoken"]],
    pattern: anyOf(
      /(?:exceeded|exceeds) (?:the |its )?(?:storage )?quota/,
      /quota (?:has been |was )?(?:exceeded|reached)/,
      /dom_quota_reached/,
      /exceeded cache storage/,
      /(?:local|session) ?storage\b.{0,60}(?:is full|not (?:available|supported|accessible)|denied|disabled|quota)/,
      /browser_storage_not_supported/,
    ),
    unless: /aadsts|openai|tokens per minute|rate limit/,
    example: "QuotaExceededError: Setting the value of 'msal.2|accesstoken' exceeded the quota.",
    sources: ["js", "msal"],
  },
];
