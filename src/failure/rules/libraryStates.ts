import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What MSAL says of what it needs around it: a broker, a keychain, a web view, metadata of the cloud.
 *
 * @internal
 */
export const LIBRARY_STATE_RULES: readonly Rule[] = [
  {
    id: "library-state.keychain",
    kind: "token_cache_unavailable",
    phrases: ["keychain"],
    pattern: /\bkeychain access groups?\b.{0,60}\bentitlements|\bfailure to save to the (?:ios |system )?keychain/,
    unless: /aadsts/,
    example:
      "The application does not have keychain access groups enabled in the Entitlements.plist. As a result, there was a failure to save to the iOS keychain.",
    sources: ["msal"],
  },
  {
    id: "library-state.decryption",
    kind: "token_cache_unavailable",
    says: "The token cache on this machine cannot be decrypted, as after a change of the user's password or profile.",
    pattern: /\bdecryption failed: ?\[winerror|\bpersistencedecryptionerror\b/,
    unless: /aadsts/,
    example: "ERROR: Decryption failed: [WinError -2146893813] Key not valid for use in specified state.",
    sources: ["azure-cli", "msal"],
  },
  {
    id: "library-state.broker-off",
    kind: "configuration_missing",
    says: "A proof-of-possession token takes the broker, which is not enabled for this client.",
    pattern: anyOf(
      /\bproof-of-possession configured but does not have broker enabled/,
      /proof-?of-?possession (?:needs|requires) (?:the |a )?broker\b/,
    ),
    unless: /aadsts/,
    example: "The request has Proof-of-Possession configured but does not have broker enabled.",
    sources: ["msal"],
  },
  {
    id: "library-state.broker-old",
    kind: "tool_failed",
    says: "The broker that is installed does not work with MSAL: it is too old, or the system holds it back.",
    pattern: /\bbroker (?:may not|does not|doesn't|is too old to) support msal\b/,
    unless: /aadsts/,
    example: "The current version of the broker may not support MSAL or power optimization is turned on.",
    sources: ["msal"],
  },
  {
    id: "library-state.old-authority",
    kind: "configuration_invalid",
    says: "The authority is an address that the library does not take any more.",
    pattern: /\blogin\.windows\.net['"/]{0,2} (?:has been|is) deprecated\b/,
    unless: /aadsts/,
    example: "login.windows.net has been deprecated. Use login.microsoftonline.com instead.",
    sources: ["msal", "net"],
  },
  {
    id: "library-state.instance-metadata",
    kind: "configuration_invalid",
    says: "The metadata of clouds that the application brings does not know the authority in use.",
    pattern: /\binstance metadata (?:does not contain|doesn't contain|has no|contains no|lacks)\b.{0,60}\bauthority\b/,
    unless: /aadsts/,
    example:
      "The json containing instance metadata does not contain details about the authority in use: login.example.",
    sources: ["msal", "net"],
  },
  {
    id: "library-state.web-view",
    kind: "federation_issue",
    says: "The sign-in was sent on to an address without HTTPS, mostly by a federated directory that is set up wrongly.",
    phrases: ["non-https url redirect is not supported"],
    unless: /aadsts/,
    answered: true,
    example: "Non-HTTPS URL redirect is not supported in a web view.",
    sources: ["msal", "net"],
  },
  {
    id: "library-state.no-document",
    kind: "authority_unreachable",
    says: "The authority has no OpenID configuration at the address that was asked, as where the tenant in it is wrong.",
    pattern: anyOf(
      /\b404 ?\(?not ?found\)?.{0,120}\/\.well-known\/openid-configuration/,
      /\/\.well-known\/openid-configuration\b.{0,60}\b404\b/,
    ),
    phrases: [["login.microsoftonline", "ciamlogin", "login.windows", "sts.windows", "/adfs"]],
    unless: /aadsts/,
    answered: true,
    example:
      "Response status code does not indicate success: 404 (NotFound). Request: https://login.microsoftonline.com/x/v2.0/.well-known/openid-configuration",
    sources: ["msal", "net"],
  },
  {
    id: "library-state.metadata-request",
    kind: "managed_identity_unreachable",
    pattern: /\bfailed to request token from metadata endpoint: get ['"]?http/,
    unless: /aadsts|timeout awaiting response/,
    example:
      'ManagedIdentityAuthorizer: failed to request token from metadata endpoint: Get "http://169.254.169.254/metadata/identity/oauth2/token"',
    sources: ["terraform"],
  },
];
