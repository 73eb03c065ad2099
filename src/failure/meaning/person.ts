import type { Meanings } from "./meaning.js";

/**
 * What stands between a person and a token.
 *
 * @internal
 */
export const PERSON_MEANINGS: Meanings = {
  interaction_required: [
    [
      /popup_window_error|empty_window_error|popup.{0,30}block/,
      "The window for the sign-in could not be opened: the browser may block it.",
    ],
    [/failed to open (?:a |the )?browser/, "No browser could be opened for the sign-in."],
    [
      /claims.?challenges?|additional claims|required claims/,
      "The service demands further claims, which only a new sign-in of the user gives.",
    ],
    [
      /cancell?ed|user_cancel|closed the|user closed|dismiss|declined|-50005/,
      "The user cancelled the sign-in or closed its window.",
    ],
    [
      /automatic authentication has been disabled|disableautomaticauth/,
      "A user has to sign in, and the credential was told not to ask for that by itself.",
    ],
    [
      /timed? ?out|timeout|did(?: not|n't) (?:complete|finish)|not completed|within \d/,
      "The user did not complete the sign-in in time.",
    ],
    [
      /no_?account|no (?:active )?account|account ?not ?found|account_unavailable|could not find a wam account|no_tokens_found|login_hint/,
      "No account is known for which a token could be had silently.",
    ],
    [/silent/, "No token can be had silently: a user has to sign in."],
  ],
  device_code_flow: [
    [/pending/, "The user has not entered the device code yet."],
    [/declin|denied|cancell?ed/, "The sign-in with the device code was declined or cancelled."],
    [
      /expired|timed? ?out|timeout|deadline|within \d|did(?: not|n't) enter|never/,
      "The device code was not used in time.",
    ],
    [/bad.?verification/, "The device code is not a valid one."],
    [/fail(?:ed|ure)? (?:to )?(?:create|creating|initiate|start)/, "The device code flow could not be started."],
  ],
  assertion_unavailable: [
    [
      /id-token: ?write|permissions? (?:to|for) id-?token|id-token permission|actions_id_token_request/,
      "The workflow did not get an OIDC token from GitHub, most often because it has no permission id-token: write.",
    ],
    [/service ?account/, "The service account token of the pod could not be had."],
    [/resource not accessible by integration/, "The workflow may not get an OIDC token from GitHub."],
    [/timed out|took too long/, "The external token was not there in time."],
    [/spiffe|spire|jwt-svid/, "SPIFFE gave no identity token."],
    [/github ?(?:actions|oidc|assertion)|actions id token/, "GitHub gave the workflow no OIDC token."],
  ],
  malformed_request: [
    [
      /parameter.{0,40}(?:missing|required)|(?:missing|required).{0,40}parameter|required_error/,
      "A parameter that the request needs is missing from it.",
    ],
  ],
  invalid_scope_or_resource: [
    [/at least one scope|empty_input_scope|no scopes?\b|missing scopes?/, "No scope was given."],
    [/characters|unsafe command line/, "A scope holds characters that are not allowed."],
    [/reserved/, "A scope was given that the library adds by itself and that may not be asked for."],
    [/\.default/, "The scope does not have the form that is needed, a resource followed by /.default."],
  ],
};
