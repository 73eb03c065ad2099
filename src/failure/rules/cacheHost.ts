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
    pattern:
      /\blibsecret(?:-1)?\.(?:so|dylib)\b.{0,80}(?:cannot|can't|could not|not found|no such file|missing|failed)|(?:cannot|can't|could not|unable to|failed to) (?:open|load|find) .{0,60}\blibsecret\b|keytar(?:\.node)?\b.{0,60}(?:cannot open|could not (?:load|open)|no such file|not found|was compiled against)|dlopen.{0,40}keytar/,
    unless: /aadsts|npm err|visual studio code credential|could not resolve|gnome-keyring-daemon/,
    example: "Error: libsecret-1.so.0: cannot open shared object file: No such file or directory",
    sources: ["js", "python", "net", "java"],
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
    id: "cache.browser-store",
    kind: "token_cache_unavailable",
    says: "The browser's storage, which holds the tokens, is full or cannot be used.",
    phrases: [["msal", "browsercachemanager", "browserstorage", "accesstoken", "refreshtoken", "idtoken"]],
    pattern:
      /(?:exceeded|exceeds) (?:the |its )?(?:storage )?quota|quota (?:has been |was )?(?:exceeded|reached)|dom_quota_reached|exceeded cache storage|(?:local|session) ?storage\b.{0,60}(?:is full|not (?:available|supported|accessible)|denied|disabled|quota)|browser_storage_not_supported/,
    unless: /aadsts|openai|tokens per minute|rate limit/,
    example: "QuotaExceededError: Setting the value of 'msal.2|accesstoken' exceeded the quota.",
    sources: ["js", "msal"],
  },
];
