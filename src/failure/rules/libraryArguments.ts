import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What a library says to the program that calls it, in words that only this library has: of arguments, options and the
 * HTTP client that it was given.
 *
 * @internal
 */
export const LIBRARY_ARGUMENT_RULES: readonly Rule[] = [
  {
    id: "library.transport",
    kind: "configuration_invalid",
    says: "The HTTP client that was given cannot be used for the managed identity of Service Fabric.",
    phrases: ["service fabric"],
    pattern: anyOf(
      /managed identity.{0,40} (?:requires?|needs) .{0,60}(?:http\.?client|\btransport\b|httpadapter|requests\.session|clientconfigurer)/,
      /managed identity.{0,40} (?:does not|doesn't|cannot|can't) (?:support|use|take) .{0,40}(?:\btls\b|transport|proxy)/,
      /cannot validate the service fabric endpoint certificate through/,
      /managed identity transport (?:was|is) not configured/,
    ),
    example: "managed identity on Service Fabric requires a standard *http.Transport",
    sources: ["go", "python", "msal"],
  },
  {
    id: "library.authority",
    kind: "configuration_invalid",
    says: "The authority that was given is not one that this library can use.",
    pattern: anyOf(
      /\bdsts authority (?:does(?:n't| not) support|only accepts|must be)/,
      /\bauthority (?:options?|host|ur[il])? ?(?:cannot|can't|could not|couldn't) be (?:url |uri )?parsed/,
      /valid b2c 'authority' urls should/,
      /could not create (?:an? |the )?authority with\b/,
      /cannot (?:set|use) (?:\w{4,30} ){1,3}(?:to true )?when not in aad protocol mode/,
    ),
    unless: /aadsts/,
    example: "dSTS authority doesn't support tenants",
    sources: ["go", "msal", "java"],
  },
  {
    id: "library.option",
    kind: "configuration_invalid",
    says: "An option or argument was given that does not go with this class, flow or credential.",
    pattern: anyOf(
      /\ballow_broker(?:=true)? is only supported/,
      /only loopback redirect ur[il]s? (?:is|are) supported/,
      /\bport and redirect ?ur[il] cannot be configured/,
      /(?:proof[- ]of[- ]possession|\bpop\b)(?: (?:arguments?|parameters?|tokens?))? (?:is|are) not supported (?:for|by|in) this credential/,
      /\binvalid exclude_scopes\b/,
      /\bincorrect managed_identity: /,
      /\bboth ca_file and ca_data are set/,
      /endpoint url \([^)]{1,200}\) must not contain/,
      /\bauthenticationrecord (?:must have a version|is not in the expected format)/,
      /\bat least one credential type must be included\b/,
      /\bmanagedidentityid type is unknown|managed identity resource id is malformed/,
      /\binvalid environment variable value for azure_token_credentials\b/,
      /\bsources must not contain (?:a )?null \(parameter 'sources'\)/,
      /specifying both ['"]?client_\w{6,20}['"]? and ['"]?client_\w{6,20}['"]? is not valid/,
    ),
    unless: /aadsts/,
    example: "ValueError: allow_broker=True is only supported in PublicClientApplication",
    sources: ["msal", "python", "java"],
  },
  {
    id: "library.argument-missing",
    kind: "configuration_missing",
    says: "An argument or variable that is needed here was not given.",
    pattern: anyOf(
      /\bparent_window_handle is required/,
      /\bprovide either ['"]?thumbprint['"]? or ['"]?public_certificate/,
      /\beither username or user_(?:object_)?\w{0,6}id must be (?:provided|specified|given)/,
      /\bwithsilentaccount option is required/,
      /\btoken ?request ?context (?:input )?(?:cannot|can't|must not|may not) be null/,
      /\bat least one (?:token ?)?credential (?:must|has to|should) be (?:added|given|passed) to the chain/,
      /\btoken_request_empty\b/,
      /\bsources must not be empty \(parameter 'sources'\)/,
      /\bexpected either clientsecret or\b/,
      /'certificate' and 'certificatepath' cannot both be null/,
      /'(?:client ?id|tenant ?id|client ?secret|client ?assertion)' cannot be null\b/,
      /failed to determine an authentication scheme based on the available environment/,
      /\bno ca certificate source specified(?:\.|$)/,
      /requires a value for the 'scopes' keyword/,
      /\bserviceclientoptions must contain either/,
      /\b(?:newname and newkey|name and key|shared access signature) must be (?:an? )?non-empty/,
      /\bprogramdata environment variable (?:is not set|has no value|was not|is (?:missing|empty))/,
      /\benvironment variable '?programdata'? (?:has no value|is not set|was not|is (?:missing|empty))/,
    ),
    unless: /aadsts/,
    example: "java.lang.IllegalArgumentException: At least one credential must be added to the chain.",
    sources: ["msal", "python", "go", "java"],
  },
];
