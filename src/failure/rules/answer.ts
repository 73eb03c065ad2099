import type { Rule } from "./rule.js";

/**
 * Answers of the authority that came with success and hold nothing usable.
 *
 * @internal
 */
export const ANSWER_RULES: readonly Rule[] = [
  {
    id: "answer.page",
    kind: "proxy_failure",
    pattern:
      /(?:azuread|aad ?token|oauth2\/token|oauth2\/v2\.0\/token|service principal token|access token|login\.microsoftonline).{0,600}<(?:!doctype )?html|content-?type[=:"' ]{1,4}text\/html.{0,300}(?:login\.microsoftonline|oauth2)/,
    unless:
      /169\.254\.169\.254|managed ?identity|\bimds\b|\bmsi\b|status(?: ?code)?(?: was)?[:= ]{1,3}[45]\d\d|response [45]\d\d/,
    answered: true,
    example:
      "AADToken: HTTP connection to https://login.microsoftonline.com/x/oauth2/token failed for getting token from AzureAD. contentType='text/html' response '<!DOCTYPE html><html>'",
    sources: ["java", "go"],
  },
  {
    id: "answer.without-token",
    kind: "invalid_token_response",
    pattern:
      /response had no "(?:expireson|accesstoken)" property|(?:response|reply|answer|wireresponse|result)\b.{0,60}(?:is |was )?(?:missing|lacks|without|does(?:n't| not) (?:contain|include|have)|did(?:n't| not) (?:contain|include|find|have))\b.{0,40}(?:access_?token|token_type|refresh_?token|id_?token|expires_?(?:in|on))|(?:did(?:n't| not) find|no|missing|empty|null) (?:an? |the )?(?:access_?token|access token)\b.{0,30}(?:in|from) (?:the )?(?:token )?(?:response|reply|answer)|invalid token response|(?:unexpected|empty|invalid|malformed) (?:token )?response (?:content |body )?from (?:microsoft entra|entra id|azure active directory|azure ad|aad\b|the (?:authority|token endpoint|authorization server))|authorization server returned an invalid response|no response content from|no refresh token was found|asked for token type .{1,40}receive/,
    unless:
      /\bcache\b|azure cli|azd\b|powershell|managed ?identity|\bimds\b|\bmsi\b|oidc (?:endpoint|request)|sharedtokencache/,
    answered: true,
    example: "Invalid token response, did not find accessToken. Response body is: {}",
    sources: ["js", "net", "python", "go"],
  },
  {
    id: "answer.unreadable-token",
    kind: "invalid_token_response",
    pattern:
      /failed to parse token expiration|(?:unable to|failed to|cannot|could not|couldn't|error) (?:parse|parsing|unmarshal|unmarshall|deserialize|decode|decoding) (?:the )?(?:claims in |returned |received )?(?:service principal token|access ?token|id ?token|token\b(?! cache))|token json object: .{1,60}property was not found|does not contain the token_type parameter|invalid or missing token, could not parse|id token must have/,
    unless:
      /cached? token|token cache|loading token|oauthtokeninfo|azure cli|azd\b|powershell|federated token|actions_id_token/,
    answered: true,
    example:
      "adal: Failed to unmarshal the service principal token during refresh. Error = 'unexpected end of JSON input'",
    sources: ["js", "cpp", "terraform", "go", "java"],
  },
];
