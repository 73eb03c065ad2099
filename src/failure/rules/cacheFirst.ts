import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Token caches whose store cannot be had, before the rules of files: what is missing is a library, not a credential.
 *
 * @internal
 */
export const CACHE_FIRST_RULES: readonly Rule[] = [
  {
    id: "cache-first.ambiguous",
    kind: "token_cache_unavailable",
    says: "The cache holds more than one token that fits.",
    pattern: /more than one token matches/,
    unless: /aadsts|grammar|lexer/,
    example: "The cache of the CLI: more than one token matches, please run 'az login'",
    sources: ["python", "js"],
  },
  {
    id: "cache-first.no-store",
    kind: "token_cache_unavailable",
    pattern: anyOf(
      /shared token cache is unavailable in this environment.{0,300}(?:unsatisfiedlink|library|libsecret|keyring|dpapi|keychain)/,
      /unable to load library 'secret-1'/,
      /persistencenotfound/,
      /(?:token cach\w{1,3}|persistent cach\w{1,3}|cache persistence|msal).{0,120}(?:libsecret|gnome[- ]keyring|org\.freedesktop\.secrets|d-?bus session)/,
    ),
    unless: /aadsts|az login|data protection scope not provided/,
    example:
      "Shared token cache is unavailable in this environment. Caused by: java.lang.UnsatisfiedLinkError: Unable to load library 'secret-1': libsecret-1.so.0: cannot open shared object file: No such file or directory",
    sources: ["java", "msal"],
  },
  {
    id: "cache-first.lock-of-library",
    kind: "token_cache_unavailable",
    says: "The lock or the store of the token cache could not be had.",
    pattern: anyOf(
      /\d was not able to (?:acquire|release) lock\. (?:ran into error|exceeded amount of retries)/,
      /\bmsal\b.{0,120}(?:clearing keystore failed|failed to process cache update broadcast|(?:failed|unable) to update internal cache)/,
      /\b(?:browserautherror|msal)\b.{0,60}\bkey ?pair (?:was )?not found in browser storage/,
      /\bcryptographic key or keypair not found in browser storage/,
      /\bdpop request key (?:could not be persisted|is unavailable) (?:for|after) redirect/,
    ),
    unless: /aadsts/,
    example: "4312 was not able to acquire lock. Exceeded amount of retries set in the options",
    sources: ["msal"],
  },
];
