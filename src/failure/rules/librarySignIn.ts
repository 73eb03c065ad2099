import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What the libraries of a sign-in in a browser or a web application say of the authority, the broker and their answers.
 *
 * @internal
 */
export const LIBRARY_SIGN_IN_RULES: readonly Rule[] = [
  {
    id: "library.authority-keys",
    kind: "authority_unreachable",
    says: "The signing keys or the metadata of the authority could not be had.",
    pattern: anyOf(
      /(?:cannot|can't|could not|unable to|failed to) (?:get|fetch|load|retrieve|download|obtain) (?:the )?(?:aad|azure ad|(?:microsoft )?entra(?: id)?) (?:token )?(?:signing keys|federation metadata)/,
      /\b(?:aad|azure ad|entra)\b.{0,40}(?:cannot|can't|could not|unable to|failed to) (?:get|fetch|load|retrieve|download|obtain) (?:the )?signing keys/,
      /\bin setoptions: failed to load metadata|\bazuread: \w{4,8} strategy.{0,40}failed to load metadata/,
      /failed to load metadata from https:\/\/(?:login\.|sts\.windows)/,
    ),
    unless:
      /aadsts|enotfound|eai_again|econn|etimedout|timed out|certificate|self-signed|\b407\b|tunnel|proxy|no such host|\btls\b|\bssl\b/,
    example: "Error: 500 Cannot get AAD Signing Keys",
    sources: ["js"],
  },
  {
    id: "library.native-answer",
    kind: "invalid_token_response",
    says: "The answer to the sign-in lacks a field, or holds one that cannot be used.",
    pattern: anyOf(
      /customauthapierror: .{0,60}\b(?:is|was) (?:missing|invalid) (?:in|from) the response/,
      /\bcontinuation_token_missing: |\binvalid_response_body: .{0,20}\b(?:token|expires in|client info)\b/,
      /customauthapierror: (?:empty_response: response is empty|invalid hal response)/,
      /\b(?:access|id|refresh)_?token (?:is|was) not received\b/,
      /\bid_token has \d{1,3} parts\b/,
      /\bplatform broker returned (?:an )?invalid \w{4,20} value/,
      /\bmalformed dpop broker (?:l1 )?response|\bbrowserautherror: .{0,20}malformed (?:\w{3,10} )?broker response/,
    ),
    unless: /aadsts|managed ?identity|\bimds\b/,
    answered: true,
    example: "CustomAuthApiError: Refresh token is missing in the response body",
    sources: ["msal", "js"],
  },
  {
    id: "library.environment",
    kind: "configuration_invalid",
    says: "An option or a call does not go with the environment that the sign-in runs in.",
    pattern: anyOf(
      /\bin_mem_redirect_unavailable\b|\bredirect cannot be supported\b.{0,30}in-memory storage/,
      /\bnot supported in (?:the )?nested app (?:environment|auth)/,
      /\bnested_app_auth_bridge_disabled\b|\bnested app auth bridge is disabled/,
      /\benvironment is not supported by \w{3,40}credential\b/,
      /\bchallenge types? \w{2,20} in the configuration (?:is|are) not valid/,
      /\binvalid_pop_token_request\b/,
    ),
    unless: /aadsts/,
    example: "NestedAppAuthError: unsupported_method: This method is not supported in nested app environment.",
    sources: ["msal", "js"],
  },
  {
    id: "library.person-again",
    kind: "interaction_required",
    says: "A person has to sign in again, in the browser.",
    pattern: /\bmax_age_transpired\b|\bfallback to the browser-delegated authentication is needed/,
    unless: /aadsts/,
    example: "ClientAuthError: max_age_transpired",
    sources: ["msal"],
  },
  {
    id: "library.middleware-missing",
    kind: "configuration_missing",
    says: "The middleware that signs in or checks tokens lacks a setting, or the session that it needs.",
    pattern: anyOf(
      /\btenantidorname (?:must be|is not) (?:provided|set|given)/,
      /\boidc ?strategy requires session support/,
    ),
    unless: /aadsts/,
    example: "Error: OIDC strategy requires session support. Did you forget to use session middleware?",
    sources: ["js"],
  },
  {
    id: "library.middleware-invalid",
    kind: "configuration_invalid",
    says: "A setting of the middleware that signs in has a value that cannot work.",
    pattern: anyOf(
      /\b(?:cookie|session)contenthandler: (?:(?:key|iv) number \d{1,3} is \d{1,5} bytes|max\w{3,8} must be a positive)/,
      /\bresponsemode: must be either query or form_post|\bresponsetype: must be either id_token\b/,
    ),
    unless: /aadsts/,
    example: "Error: CookieContentHandler: key number 1 is 16 bytes, expected: 32 bytes",
    sources: ["js"],
  },
];
