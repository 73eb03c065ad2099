import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

const SILENT =
  "(?:acquire_?token_?silent\\w{0,5}|withsilentaccount|silent (?:auth|acqui|token|call|flow|request)\\w{0,12})";

/**
 * Calls that ask for a token without a person, or to redeem something, where there is nothing to do that with.
 *
 * @internal
 */
export const SILENT_RULES: readonly Rule[] = [
  {
    id: "misuse.silent-without-account",
    kind: "interaction_required",
    says: "A token was asked for silently, but not for an account that is known.",
    pattern: anyOf(
      `${SILENT}.{0,60}?(?:without (?:an? )?(?:account|login)|(?:needs?|requires?|wants) an? account)`,
      `(?:\\bno|without an?|invalid|neither an?) (?:\\w{2,12} ){0,3}account\\b.{0,60}?${SILENT}`,
      `(?:null|missing) account (?:object )?(?:was |is )?passed (?:in|to) (?:\\w{2,12} ){0,2}${SILENT}`,
      `\\baccount (?:\\w{2,12} ){0,3}${SILENT} (?:is|was|isn't) (?:not |n't )?(?:valid|invalid|missing|in the cache)`,
    ),
    unless: /aadsts|azure cli|azd\b|power ?shell|az login/,
    example: "no account was specified with public.WithSilentAccount(), or the specified account is invalid",
    sources: ["msal", "go"],
  },
  {
    id: "misuse.no-user",
    kind: "interaction_required",
    says: "Nobody has signed in to this application yet.",
    phrases: [["clientautherror", "browserautherror"]],
    pattern: /\buser_(?:login_error|non_existent)\b/,
    unless: /aadsts/,
    example: "ClientAuthError: user_login_error: User login is required.",
    sources: ["msal"],
  },
  {
    id: "misuse.no-refresh-token",
    kind: "interaction_required",
    says: "There is no refresh token to get a new token with, so a person has to sign in.",
    pattern:
      /\bno (?:valid |usable |cached )?refresh tokens? (?:(?:is|was|were|are|could be) )?(?:found|available|present|cached|stored|exists?\b|left|to use)|\brefresh tokens? (?:is |was |were )?not (?:found|available|present|cached|stored)/,
    unless:
      /aadsts|azure cli|azd\b|power ?shell|az login|response|answer|endpoint|completed|spotify|google|github|slack|strava|dropbox|salesforce|okta|auth0|keycloak|linkedin|facebook|twitter|discord|expired_token|devops/,
    example: "no refresh token found",
    sources: ["go", "msal"],
  },
  {
    id: "misuse.nothing-to-redeem",
    kind: "interaction_required",
    says: "There is no stored token and no code for which a token could be had.",
    phrases: [["refresh token", "authorization code"]],
    pattern:
      /\b(?:no|neither)\b.{0,30}(?:access token|cached token|refresh token|authorization code)\b.{0,12}\b(?:or|nor|and no)\b.{0,30}(?:refresh token|authorization code|cached token|access token)\b.{0,40}(?:available|found|cache\b|present|exists?\b)|(?:has|have|holds|got) no refresh token (?:to|for)\b/,
    unless: /aadsts|azure cli|azd\b|power ?shell|az login|response|answer/,
    example: "No authorization code, cached access token, or refresh token available.",
    sources: ["python", "msal"],
  },
];
