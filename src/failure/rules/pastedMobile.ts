import type { Rule } from "./rule.js";

/**
 * What brokers and the libraries of phones say, mostly with a number.
 *
 * @internal
 */
export const PASTED_MOBILE_RULES: readonly Rule[] = [
  {
    id: "pasted.broker-unexpected",
    kind: "tool_failed",
    says: "The authentication broker of the operating system failed.",
    pattern: /status: response_status\.status_(?:unexpected|apicontractviolation|unexpectedbrokererror|disabled)\b/,
    unless: /aadsts|credentialunavailable|broker_error|\b0x[0-9a-f]{8}\b/,
    example:
      "Unexpected exception while waiting for accounts control to finish: (pii). Status: Response_Status.Status_Unexpected, Error code: -2147024891, Tag: 528315211",
    sources: ["azure-cli"],
  },
  {
    id: "pasted.broker-signed-out",
    kind: "tool_not_signed_in",
    says: "The account was signed out of the Azure CLI.",
    phrases: ["account has previously been signed out of this application", ["az login", "azure cli"]],
    unless: /aadsts/,
    example:
      "running Azure CLI: exit status 1: ERROR: Account has previously been signed out of this application.. Status: Response_Status.Status_AccountUnusable",
    sources: ["azure-cli", "terraform"],
  },
  {
    id: "pasted.apple-response",
    kind: "invalid_token_response",
    pattern:
      /token response (?:is missing|does not contain|doesn't contain|did not contain|lacks|has no) (?:the |an? )?(?:access|id|refresh)[ _]token/,
    unless: /aadsts|managed ?identity/,
    answered: true,
    example:
      'Error Domain=MSALErrorDomain Code=-42105 "(null)" UserInfo={MSALErrorDescriptionKey=Token response is missing the access token',
    sources: ["msal"],
  },
  {
    id: "pasted.broker-offline",
    kind: "authority_unreachable",
    says: "The authentication broker reports that the network or the service cannot be reached.",
    pattern:
      /(?:response_status\.status_|statusinternal::)(?:nonetwork|networktemporarilyunavailable|servertemporarilyunavailable)\b/,
    unless: /aadsts/,
    example: "(pii). Status: Response_Status.Status_NoNetwork, Error code: 3399614475, Tag: 558133256",
    sources: ["azure-cli", "msal"],
  },
  {
    id: "pasted.broker-person",
    kind: "interaction_required",
    says: "The authentication broker needs the person to sign in.",
    pattern: /\bstatusinternal::(?:interactionrequired|accountunusable)\b/,
    unless: /aadsts/,
    example: "Created an error: 7rhah, StatusInternal::InteractionRequired, InternalEvent::None, Error Code 3399549144",
    sources: ["msal"],
  },
  {
    id: "pasted.apple-scheme",
    kind: "configuration_missing",
    says: "The app's Info.plist lacks the URL scheme that the sign-in needs.",
    pattern: /required app scheme .{1,120} (?:is not|isn't) registered in the app's info\.plist/,
    example: 'The required app scheme "msauth.com.contoso.app" is not registered in the app\'s info.plist file.',
    sources: ["msal"],
  },
  {
    id: "pasted.apple-keychain",
    kind: "token_cache_unavailable",
    says: "The device's store for secrets, which holds the tokens, could not be used.",
    phrases: [["msalerrordomain", "com.microsoft.identity", "msalclientexception"]],
    pattern:
      /-34018\b|-25308\b|aeadbadtagexception|android_keystore_failed|shared ?preferences.{0,60}(?:fail|unable|corrupt)/,
    unless: /aadsts/,
    example: "MSALErrorDomain Code=-50000 MSALErrorDescriptionKey=Failed to get items from keychain, OSStatus -34018",
    sources: ["msal"],
  },
  {
    id: "pasted.android-no-token",
    kind: "interaction_required",
    says: "The app holds no token that could be renewed, so its user has to sign in.",
    pattern:
      /msaluirequiredexception:? .{0,40}(?:no_tokens_found|refresh token (?:is )?(?:missing|not found)|no (?:refresh )?tokens?)/,
    unless: /aadsts|sharedtokencache/,
    example: "com.microsoft.identity.client.exception.MsalUiRequiredException: Refresh token is missing",
    sources: ["msal"],
  },
  {
    id: "pasted.apple-interaction",
    kind: "interaction_required",
    phrases: ["msalerrordomain"],
    pattern: /(?:code=|error |code: )-5000[25]\b|user cancell?ed the authorization session/,
    unless: /aadsts|keychain|msalinternalerrorcodekey/,
    example: 'Error Domain=MSALErrorDomain Code=-50005 "(null)"',
    sources: ["msal"],
  },
];
