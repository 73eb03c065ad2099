import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/** What says that no service was shown the token: it was to be acquired, or was kept. */
const ACQUIRING: readonly RegExp[] = [
  /\bcache\b/,
  /response/,
  /refresh[ _]token/,
  /failed to (?:get|acquire|obtain|retrieve|fetch)/,
  /could not (?:get|acquire|obtain|fetch)/,
  /unable to (?:get|acquire|obtain)/,
  /az login/,
  /azure cli/,
  /azd\b/,
  /az account/,
  /powershell/,
  /continuous access evaluation/,
  /oidc/,
];

/**
 * What services say to a token that they do not take: its audience, issuer, tenant, lifetime or form.
 *
 * @internal
 */
export const TOKEN_REJECTED_RULES: readonly Rule[] = [
  {
    id: "authorization.token-rejected",
    kind: "token_rejected",
    pattern: anyOf(
      /\bakv100\d\d\b/,
      /bearerreadaccesstokenfailed/,
      /error validating token/,
      /invalidauthenticationtoken/,
      /expiredauthenticationtoken/,
      /authenticationfailedinvalidheader/,
      /authenticationfailedmissingtoken/,
      /\binvalid_token\b/,
      /(?:invalid|wrong|incorrect|unexpected) (?:authorization token |token )?audience/,
      /invalidaudience/,
      /token audience .{0,120}does(?:n't| not) match/,
      /audience (?:validation failed|did not match|is (?:invalid|incorrect|wrong|not))/,
      /\bidx10\d{3}\b/,
      /(?:wrong|invalid) issuer/,
      /invalidissuer/,
      /invalidauthenticationinfo/,
      /sasl authentication (?:error|failed|failure).{0,60}(?:tenant|token|audience|issuer|expired|unauthorized|signature)/,
      /noauthenticationinformation/,
      /authentication information is not given in the correct format/,
      /server failed to authenticate the request/,
      /lifetime validation failed/,
      /(?:service bus|event hubs?|key vault|azure storage|cosmos db|microsoft graph).{0,40}(?:\b401|unauthorized)\b.{0,30}\btoken (?:has |is |was )?expired/,
      /access token validation (?:for .{1,40} )?failed/,
      /jwt (?:is )?expired/,
      /jwt (?:audience|issuer|signature) is invalid/,
      /claim is empty or token is invalid/,
      /token has an invalid signature/,
      /compacttoken (?:parsing|validation) failed/,
      /access token .{0,20}from the wrong (?:issuer|tenant|audience)/,
      /wrong (?:audience|issuer|tenant) or resource/,
      /the issuer '.{1,120}' is invalid/,
      /does not match any of the valid (?:issuers|audiences)/,
      /you must be logged in to the server/,
      /server has asked for the client to provide credentials/,
      /jwt (?:aud|iss|exp) claim\b/,
      /\b(?:aud|iss) claim .{0,60}must (?:be|match)/,
      /authorization' header is missing/,
      /missing (?:the )?(?:authorization|bearer) header/,
      /local authorization is disabled/,
      /failed to fetch (?:anonymous|oauth) token: unexpected status[^{}]{0,300}(?:\b401\b|unauthorized)/,
      /unexpected status code 401 from exchange/,
      /aka\.ms\/acr\/authorization/,
      /connectivity_refresh_token_error/,
      /invalid status(?: code)? 'unauthorized'/,
      /(?:bearer|aad|entra|the) token (?:is|has|was) (?:expired|malformed|rejected|not valid|invalid)\b/,
      /received access token is not valid/,
      /token is intended for \[/,
      /which is not trusted by this (?:database )?account/,
      /access token after challenge: .{0,80}\b401\b/,
      /acquire a new token (?:and retry|for the resource)/,
      /(?:appid|app id|application id) passed on token/,
      /(?:failed operation|operation .{0,60}failed).{0,160}status code:? 401\b/,
    ),
    unless: /continuous access evaluation|insufficient_claims|refresh token|federated token|oidc|client assertion/,
    example: "AKV10032: Invalid issuer. Expected one of https://sts.windows.net/",
    sources: ["service", "kubelogin"],
  },
];

/**
 * What may be wrong with a token, in the words of any service; they count where no rule says more.
 *
 * @internal
 */
export const VAGUE_TOKEN_REJECTED_RULES: readonly Rule[] = [
  {
    id: "authorization.token-of-azure-refused",
    kind: "token_rejected",
    phrases: [["azure", "entra", "amqp:", "windows.net", "kusto", "trackingid", "microsoft.graph"]],
    pattern:
      /\b(?:token|bearer|jwt) (?:is|has|was|has been) (?:expired|invalid|malformed|rejected|not valid|not accepted)|\b(?:expired|invalid|malformed|unsupported) (?:security |bearer )?token\b|\bexpiredtoken\b/,
    unless: anyOf(...ACQUIRING, /assertion/, /federated/, /id[_ ]token/, /managed ?identity/),
    example: "amqp:unauthorized-access, Description: ExpiredToken: The token is expired. TrackingId:1",
    sources: ["service", "go"],
  },
  {
    id: "authorization.access-token-refused",
    kind: "token_rejected",
    pattern: anyOf(
      /(?:access|bearer|aad|entra(?: id)?|azure ad|jwt|authorization|authentication) token\b.{0,60}(?:\bexpired|\binvalid|\bmalformed|not valid|\brejected|not accepted|not trusted|\bwrong\b|is (?:empty|missing)|validation (?:failed|failure|error)|valid (?:signature|audience|issuer|format)|expiry utc time|could not be (?:validated|verified|parsed)|is intended for|was issued (?:by|for) .{0,120}(?:not trusted|not match|another|different))/,
      /(?:validating|verifying|parsing) the (?:access|bearer|aad) token/,
      /token is intended for \[/,
      /failed to validate (?:the )?(?:access |bearer |aad )?token/,
    ),
    unless: anyOf(
      ...ACQUIRING,
      /refresh access token/,
      /login ?credentials/,
      /system\.accesstoken/,
      /actions_id_token/,
      /\bcached access token\b/,
    ),
    example: "FATAL: The access token does not have a valid audience claim. Please acquire a new token",
    sources: ["service"],
  },
];
