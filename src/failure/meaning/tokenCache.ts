import type { Meanings } from "./meaning.js";

/**
 * What may be wrong with a token cache.
 *
 * @internal
 */
export const TOKEN_CACHE_MEANINGS: Meanings = {
  token_cache_unavailable: [
    [
      /database is locked|\block ?_?file|acquire the lock|lockerror|(?:un|not )able to lock|\block(?:ed)? (?:by|on|could)|being used by another/,
      "The token cache is locked: another process uses it, or an old lock was left behind.",
    ],
    [
      /multiple|more than one|several|ambiguous/,
      "The token cache holds several entries that fit, and they cannot be told apart.",
    ],
    [
      /\bdpapi\b|cryptunprotect|cryptprotect|winerror -214689|key not valid for use|2148073483|0x8009000b/,
      "Windows (DPAPI) could not encrypt or decrypt the token cache for this user.",
    ],
    [/persistence_?not_?found/, "No token cache has been stored here yet."],
    [/decrypt/, "The token cache could not be decrypted."],
    [
      /libsecret|gnome|secret service|d-?bus|freedesktop|\bkeyring\b|\bkeyctl\b/,
      "The system's store for secrets (a keyring), which keeps the token cache, cannot be used.",
    ],
    [/key ?chain|osstatus/, "The keychain, which keeps the token cache, cannot be used."],
    [
      /permission ?denied|access is denied|\beacces\b|\beperm\b|permissionerror/,
      "The process may not read or write the token cache.",
    ],
    [
      /no space left|quota|disk full|disk quota|read-only file/,
      "The token cache could not be written: the disk is full or read-only.",
    ],
    [
      /pars(?:e|ing)|json|pickle|padding|unmarshal|corrupt|deseriali|malformed|damaged|garbled/,
      "The content of the token cache could not be read.",
    ],
    [
      /not supported|unsupported|not available|isn't available|unavailable/,
      "A token cache that lasts is not available on this system.",
    ],
  ],
};
