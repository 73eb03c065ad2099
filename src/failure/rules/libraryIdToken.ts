import { anyOf, oneOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

const ID_TOKEN = "\\bid[ _]?token(?:'s)?\\b";
/** What the token says of itself, by name. */
const CLAIM =
  "\\b(?:iss|issuer|aud|audience|nonce|auth_time|sub|tid|oid|exp|nbf)(?: \\([a-z]{2,12}\\))?(?: (?:claim|identifier|value))?\\b";
const WRONG = oneOf(
  "mismatch",
  "does(?:n't| not) (?:match|equal|contain|fit)",
  "(?:must|should|has to|needs to) (?:exactly )?(?:match|equal|be the|contain)",
  "(?:is|was) not (?:the|equal|what)",
  "lies? in the past",
  "(?:is|was) missing",
);

/**
 * What a client library finds wrong with the ID token that the authority gave it, and with the claims that a service wants.
 *
 * @internal
 */
export const LIBRARY_ID_TOKEN_RULES: readonly Rule[] = [
  {
    id: "library.id-token-claims",
    kind: "invalid_token_response",
    says: "The ID token in the answer does not hold what the library that asked for it expects.",
    pattern: anyOf(
      `${ID_TOKEN}.{0,60}?${CLAIM}.{0,120}?${WRONG}`,
      `${CLAIM}.{0,60}?${ID_TOKEN}.{0,80}?${WRONG}`,
      `${ID_TOKEN}.{0,40}?(?:should contain|must contain|lacks?|has no|without|is missing) (?:the |an? )?${CLAIM}`,
      /\bissuer identifier for the openid provider\b.{0,200}\biss\b/,
      /\baud \(audience\) claim must contain this client's\b/,
      /\bauth_time\b.{0,80}\bmax_age\b/,
    ),
    // A service that checks the token of a caller says the same.
    unless:
      /aadsts|\bidx\d{5}\b|www-authenticate|\b401\b|federated identity|assertion|unauthorized|too much time has|\bhint\b/,
    answered: true,
    example: 'ValueError: The nonce in id token ("a1") should match your nonce ("b2")',
    sources: ["msal", "python", "js", "java"],
  },
  {
    id: "library.claims-wanted",
    kind: "claims_challenge",
    says: "The service wants a new token with certain claims, and the claims were not passed on or cannot be decoded.",
    pattern: anyOf(
      /(?:decod|pars|read)\w{1,3} (?:the )?claims (?:in|of|from) (?:the )?(?:\S{1,20} )?challenge\b/,
      /\bclaims challenge\b.{0,40}(?:could not|cannot|can't|couldn't|failed to) be (?:decod|pars|read)\w{1,3}/,
      /\bcae challenge (?:ignored|without|is not|could not|cannot|has no)/,
      /\b(?:a )?new token (?:having|with) (?:these|those|the) claims\b/,
      /\brequest (?:a |another |a new )?token with the claims\b/,
    ),
    unless: /aadsts|insur|warranty/,
    answered: true,
    example: "call another AcquireToken method to request a new token having these claims",
    sources: ["java", "go", "msal"],
  },
  {
    id: "library.cached-in-future",
    kind: "clock_skew",
    says: "A stored token says that it was stored in the future: the clock of this machine was or is wrong.",
    pattern: /\btoken\b.{0,40}\bcached at a future time\b/,
    unless: /aadsts/,
    example: "access token isn't valid, it was cached at a future time",
    sources: ["go", "msal"],
  },
];
