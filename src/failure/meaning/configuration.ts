import { oneOf } from "../anyOf.js";
import type { Meanings } from "./meaning.js";

const UNFIT = oneOf(
  "\\binvalid\\b",
  "not (?:a |an )?(?:valid|trusted|known|legal|recogni[sz]ed|supported|allowed|accepted|well[- ]formed|well-known)",
  "isn't (?:a |an )?(?:valid|supported|known)",
  "malformed",
  "unknown",
  "unsupported",
  "unrecogni[sz]ed",
  "illegal",
  "(?:must|should|has to|needs to) be (?:an? )?(?:\\w{2,12} )?(?:valid|guid|uuid|ur[il]|one of)",
  "only letters",
  "unexpected",
  "not a (?:guid|ur[il]|string)",
  "not among",
  "wrong type",
  "no scheme",
  "cannot parse",
);

/** A thing that is not as it has to be, whichever is said first. */
function unfit(thing: string): RegExp {
  return new RegExp(
    `${thing}.{0,60}${UNFIT}|\\b(?:invalid|unknown|unsupported|malformed|unrecogni[sz]ed|bad|wrong)\\b.{0,30}${thing}`,
  );
}

/**
 * What may be wrong with what was configured.
 *
 * @internal
 */
export const CONFIGURATION_MEANINGS: Meanings = {
  configuration_invalid: [
    [
      /mutually exclusive|not both\b|exactly one of|only specify one|at the same time|more than one of|must not contain any of/,
      "Options were given that exclude each other, or not exactly one of those that do.",
    ],
    [/azure_token_credentials/, "AZURE_TOKEN_CREDENTIALS has a value that is not known."],
    [/custom token (?:proxy|endpoint)/, "The URL of the custom token proxy cannot be used as it is."],
    [/uri_insecure|(?:start|begin) with https/, "An address that has to be https is not."],
    [
      /(?:targeting|via) the ['"/]?(?:common|consumers|organizations)/,
      "This flow needs the authority of one tenant, not one that is shared by all, such as /common.",
    ],
    [
      /invalid_client_credential|client credential \(secret/,
      "A confidential client needs exactly one credential: a secret, a certificate or an assertion.",
    ],
    [
      /authority\b.{0,60}\b(?:should|must)\b|authority_m|invalid_authority|issuer_validation|invalid_instance|azuread:instance/,
      "The authority that was given cannot be used.",
    ],
    [/login must be one of/, "The way to authenticate that was chosen is not one that is known here."],
    [
      /(?:environment(?: name)?|arm_environment'?|azure_cloud\w{0,16}=) ['"\w]{1,30} is not|not among public/,
      "The cloud that was named is not one that is known.",
    ],
    [/(?:creds|content)\b.{0,40}\bjson\b/, "The credentials that were given are not valid JSON."],
    [unfit("(?<![a-z])tenant(?:[ ._-]?(?:id|identifier))?\\b"), "The tenant that was given is not a valid one."],
    [unfit("(?<![a-z])authority(?:[ _-]?(?:host|ur[il]))?\\b"), "The authority that was given cannot be used."],
    [unfit("\\b(?:redirect|reply)[ _-]?ur[il]\\b"), "The redirect URI that was given cannot be used."],
    [unfit("\\bthumbprint\\b"), "The thumbprint that was given is not a valid one."],
    [unfit("\\bclaims\\b"), "The claims that were passed cannot be used."],
    [unfit("(?<![a-z])(?:client|application)[ ._-]?id\\b"), "The client id that was given is not a valid one."],
    [
      unfit(
        "(?:\\b(?:azure|login|identity|cloud) ?(?:cloud|environment)|\\bcloud(?: (?:name|configuration|type|instance))?\\b)",
      ),
      "The cloud that was named is not one that is known.",
    ],
    [
      unfit(
        "(?:\\b(?:credential|identity|login|auth(?:entication)?)[ _-]?(?:type|method|mode|flow|kind)|azurecredentialtype|auto_?login_?type|fedauth|'authentication')",
      ),
      "The way to authenticate that was chosen is not one that is known here.",
    ],
    [unfit("\\b(?:identity|msi|imds)_endpoint\\b"), "The address of the managed identity endpoint is not a valid one."],
  ],
  configuration_missing: [
    [
      /kubernetes environment is not set up/,
      "What workload identity needs (tenant, client, token file) is not given, or not all of it.",
    ],
    [/window handle/, "The sign-in window needs a parent window, and none was given."],
    [
      /(?:client )?secret (?:or|and) (?:a )?(?:client )?certificate|secret\/certificate|client_credentials_required/,
      "Neither a client secret nor a certificate was given.",
    ],
    [/either ['"]?certificate_path|certificate_path['"]? or/, "Neither a certificate nor the path of one was given."],
    [
      /no (?:azure )?credentials|missing credentials|credentials? (?:was |were )?not provided|failed to get credentials|no authentication information|nor oauth token|no sas token/,
      "No credentials were given.",
    ],
    [/empty_url_error|url (?:is )?(?:empty|required)/, "A URL that is needed is missing or empty."],
    [/\bscopes?_error|\bscopes? (?:is|are|was|were) (?:missing|empty|required)/, "No scope was given."],
  ],
};
