import { anyOf } from "../anyOf.js";
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
    pattern: anyOf(
      /(?:azuread|aad ?token|oauth2\/token|oauth2\/v2\.0\/token|service principal token|access token|login\.microsoftonline).{0,600}<(?:!doctype )?html/,
      /login\.microsoftonline.{0,100}(?:\bhtml page|block page|captive portal|page of the (?:\w{2,12} ){0,2}(?:proxy|firewall))/,
      /content-?type[=:"' ]{1,4}text\/html.{0,300}(?:login\.microsoftonline|oauth2)/,
      /\b(?:token|msal|adal)\b.{0,160}(?:invalid character '<'|unexpected token ['"]?<|not (?:valid )?json\b).{0,120}<(?:!doctype )?html/,
    ),
    unless:
      /169\.254\.169\.254|managed ?identity|\bimds\b|\bmsi\b|status(?: ?code)?(?: was)?[:= ]{1,3}[45]\d\d|response [45]\d\d|csrf|unexpected token ['"]?<['"]? in json.{0,40}(?:webpack|\.jsx?\b)/,
    answered: true,
    example:
      "AADToken: HTTP connection to https://login.microsoftonline.com/x/oauth2/token failed for getting token from AzureAD. contentType='text/html' response '<!DOCTYPE html><html>'",
    sources: ["java", "go"],
  },
  {
    id: "answer.without-token",
    kind: "invalid_token_response",
    pattern: anyOf(
      /response had no "(?:expireson|accesstoken)" property/,
      /(?:response|reply|answer|wireresponse|result)\b.{0,60}(?:is |was )?(?:missing|lacks|without|does(?:n't| not) (?:contain|include|have)|did(?:n't| not) (?:contain|include|find|have))\b.{0,40}(?:access[_ ]?token|token_type|refresh_?token|id_?token|expires_?(?:in|on))/,
      /(?:did(?:n't| not) find|no|missing|empty|null) (?:an? |the )?(?:access_?token|access token)\b.{0,30}(?:in|from) (?:the )?(?:token )?(?:response|reply|answer)/,
      /invalid token response/,
      /(?:unexpected|empty|invalid|malformed) (?:token )?response (?:content |body )?from (?:microsoft entra|entra id|azure active directory|azure ad|aad\b|the (?:authority|token endpoint|authorization server))/,
      /authorization server returned an invalid response/,
      /no response content from/,
      /no refresh token was found/,
      /oauth2\.sdk\.parseexception/,
      /http content-type header must be application\/json/,
      /asked for token type .{1,40}receive/,
    ),
    unless:
      /\bcache\b|azure cli|azd\b|powershell|managed ?identity|\bimds\b|\bmsi\b|oidc (?:endpoint|request)|sharedtokencache|github/,
    answered: true,
    example: "Invalid token response, did not find accessToken. Response body is: {}",
    sources: ["js", "net", "python", "go"],
  },
  {
    id: "answer.jwt-structure",
    kind: "invalid_token_response",
    says: "The token that came has not the structure that is expected.",
    pattern:
      /\binvalid jwt\b.{0,40}\bpayload\b.{0,40}(?:structure|no exp|has no)|(?:jwt|access token|id token)\b.{0,60}(?:has no|without an?|lacks? an?) exp(?:iration|iry)?\b|(?:id|access) token (?:could not|cannot|can't) be decoded/,
    unless: /aadsts|assertion|federated|\bcache\b.{0,20}corrupt|\b401\b|bearer ?strategy/,
    answered: true,
    example: "Error: Invalid JWT payload structure. No expiration.",
    sources: ["js", "msal"],
  },
  {
    id: "answer.no-object",
    kind: "invalid_token_response",
    says: "The token endpoint answered with JSON that is no object.",
    pattern: /cannot create property 'status' on (?:string|number|boolean)/,
    answered: true,
    example: "AuthenticationRequiredError: Cannot create property 'status' on string 'ok'",
    sources: ["msal"],
  },
  {
    id: "answer.empty-token",
    kind: "invalid_token_response",
    says: "The answer held an empty token.",
    pattern:
      /\b(?:got|received|returned|gave|sent|contains?|holds) (?:an |only an )?(?:empty|blank|null) (?:access|bearer)[ _-]?token/,
    unless:
      /\bcache\b|azure cli|azd\b|powershell|managed ?identity|\bimds\b|\bmsi\b|github|gitlab|google|amazon|\baws\b|oidc/,
    answered: true,
    example: "unexpectedly got empty access token",
    sources: ["terraform"],
  },
  {
    id: "answer.no-expiry",
    kind: "invalid_token_response",
    says: "The answer held a token without a usable expiry time.",
    phrases: [["credential", "authenticat", "azure", "identity", "microsoftonline"], "expir"],
    pattern:
      /(?:(?:not|n't) (?:receive|return|get|contain|include|have|carry)|without|lacks?|lacking|with no|has no) .{0,24}(?:token .{0,16})?(?:valid|usable|readable) expir|token .{0,24}(?:without|lacks?|lacking|with no|has no|missing) (?:an? |its )?(?:\w{2,8} )?expir/,
    unless: /\bcache\b|azure cli|azd\b|powershell|managed ?identity|\bimds\b|\bmsi\b|cookie|\bsas\b|session token/,
    answered: true,
    example: 'Interactive Browser Authentication Error "Did not receive token with a valid expiration"',
    sources: ["js"],
  },
  {
    id: "answer.field",
    kind: "invalid_token_response",
    pattern: anyOf(
      /(?:keyerror|missing|no|without|lacks|absent|find|parse|contain|include|have|read|deseriali[sz]e|decode)\b.{0,24}['"]?\b(?:access_token|token_type|expires_in|expires_on|refresh_in|id_token)\b/,
      /\b(?:access_token|token_type|expires_in|expires_on)\b['"]? .{0,20}(?:missing|absent|not found|invalid|not a (?:valid )?number|is not|could not|cannot|isn't)/,
      /(?:base 10|number format|numberformat|not a number|invalid literal).{0,40}expires_/,
      /access token (?:is |was )?(?:missing|absent) (?:in|from) the (?:reply|response|answer)/,
    ),
    unless:
      /\bcache\b|azure cli|azd\b|powershell|managed ?identity|\bimds\b|\bmsi\b|oidc|ci_job|actions_|id-token|authorization header|query (?:string|parameter)|id_token_hint|github|aadsts|parameter|'id_token|response_type/,
    answered: true,
    example: "KeyError: 'access_token' in the response of the authority",
    sources: ["python", "rust", "cpp", "java"],
  },
  {
    id: "answer.body",
    kind: "invalid_token_response",
    phrases: [["token endpoint", "oauth2/", "token response", "token request", "microsoftonline"]],
    pattern: anyOf(
      /(?:empty|blank|truncated|malformed|garbled|unreadable|invalid) (?:\w{2,12} )?(?:body|reply|json|answer)\b/,
      /unexpected end of (?:file|json|input|stream)/,
      /looking for beginning of value/,
      /expected value at line/,
      /invalid character '.{1,4}'/,
      /not (?:valid )?json\b/,
      /jsonparseexception/,
      /jsondecodeerror/,
      /expecting value: line/,
    ),
    unless:
      /\bcache\b|azure cli|azd\b|powershell|managed ?identity|\bimds\b|\bmsi\b|oidc|<html|<!doctype|'<'|169\.254|aadsts/,
    answered: true,
    example: "The token endpoint returned an empty body",
    sources: ["go", "python", "rust", "java"],
  },
  {
    id: "answer.unreadable-token",
    kind: "invalid_token_response",
    phrases: ["token"],
    pattern: anyOf(
      /failed to parse token expiration/,
      /(?:unable to|failed to|cannot|could not|couldn't|error) (?:parse|parsing|unmarshal|unmarshall|deserialize|decode|decoding) (?:the )?(?:claims in |returned |received )?(?:service principal token|access ?token|id ?token|token\b(?! cache))/,
      /token json object: .{1,60}property (?:was )?not found/,
      /token json object: (?:can't|cannot|could not) (?:find|parse)/,
      /pars\w{1,4} (?:the )?json token/,
      /json object member with key.{0,8}(?:access_token|token_type|expires)/,
      /does not contain the token_type parameter/,
      /invalid or missing token, could not parse/,
      /id token must have/,
    ),
    unless:
      /azureclicred|azurepowershellcred|cached? token|token cache|loading token|oauthtokeninfo|azure cli|azd\b|powershell|federated token|actions_id_token/,
    answered: true,
    example:
      "adal: Failed to unmarshal the service principal token during refresh. Error = 'unexpected end of JSON input'",
    sources: ["js", "cpp", "terraform", "go", "java"],
  },
];
