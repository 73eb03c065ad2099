import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/** Middleware that checks the tokens an API is called with. */
const MIDDLEWARE =
  "(?:bearer ?strategy|azuread: (?:bearer|oidc)|azure ad bearer|passport-azure-ad|fastapi[_-]azure[_-]auth|azure_ad_verify_token|easyauth|jwtbearerhandler)";

/**
 * What an API finds wrong with the token it was called with, in the words of the middleware that checks it.
 *
 * @internal
 */
export const RECEIVER_CHECK_RULES: readonly Rule[] = [
  {
    id: "receiver.algorithm",
    kind: "token_rejected",
    says: "The token is signed with an algorithm that the service does not accept.",
    phrases: ["token", ["alg"]],
    pattern: anyOf(
      /(?:signing algorithm|\btoken(?:'s)? algorithm|\balg(?: value| header)?)\b.{0,40}\bnot (?:in|among|on|one of|accepted|allowed|supported|permitted|trusted)/,
      /unexpected signing (?:algorithm|method)/,
      /(?:refus|reject)\w{2,4} (?:the )?(?:signing )?alg(?:orithm)?\b/,
    ),
    unless: /aadsts|assertion|federated|options?\.|setting|lexer|certificate file/,
    answered: true,
    example: "AuthenticationError: Token signing algorithm 'HS256' not in allowed list",
    sources: ["service", "js", "python"],
  },
  {
    id: "receiver.middleware",
    kind: "token_rejected",
    says: "The service found something wrong with the token that it was called with.",
    pattern: new RegExp(
      `${MIDDLEWARE}.{0,160}(?:(?:invalid|wrong|bad|unexpected|expired|unsupported) (?:\\w{2,10} )?(?:audience|issuer|signature|claims?|token|jwt|algorithm)|\\b(?:audience|issuer|signature|jwt|token)\\b.{0,40}(?:expired|invalid|not (?:match|valid|allowed|accepted|in)|n't match|mismatch|could not be verified)|multiple audience|no signing keys?|unable to (?:verify|decode|validate) (?:the )?(?:token|jwt|signature))`,
    ),
    unless:
      /aadsts|assertion|federated|options?\b|config|must be|required|response code|\b50\d\b|timed out|econn|enotfound|metadata/,
    answered: true,
    example: "AzureAD: Bearer Strategy authentication failed due to: invalid signature",
    sources: ["js", "python", "service"],
  },
  {
    id: "receiver.several-audiences",
    kind: "token_rejected",
    says: "The token names several audiences, and the service takes only one.",
    pattern:
      /(?:mulitple|multiple|several|more than one) audiences? (?:values? )?in (?:the )?(?:access |bearer |jwt )?token|\btoken (?:contains|has|carries|with) (?:multiple|several|more than one) audiences?/,
    unless: /aadsts|assertion|federated/,
    answered: true,
    example: "authentication failed due to: mulitple audience in token is not allowed",
    sources: ["js"],
  },
  {
    id: "receiver.claims",
    kind: "token_rejected",
    says: "The token holds claims that the service does not accept.",
    phrases: [["audience", "issuer", "aud ", "iss ", "tenant", "scp"]],
    pattern: anyOf(
      /\btoken (?:contains|has|carries) (?:invalid|wrong|unexpected) claims\b/,
      /\bissuer\b.{0,140}\bnot (?:registered|listed|found|contained) in (?:the )?trusted issuer repository\b/,
      /decode the jwt.{0,60}\b(?:aud|iss|exp) claim is not valid/,
      /(?:inbound|incoming|presented|received|caller's) (?:access |bearer )?(?:token|jwt) has (?:the )?(?:audience|issuer) [^ ]{3,120} expected/,
    ),
    unless: /aadsts|assertion|federated/,
    answered: true,
    example: "INFO:fastapi_azure_auth:Token contains invalid claims. Audience doesn't match",
    sources: ["python", "java"],
  },
  {
    id: "receiver.jwt-claim",
    kind: "token_rejected",
    says: "The token holds claims that the service does not accept.",
    phrases: [
      ["azure", "entra", "sts.windows", "login.microsoftonline", "microsoft identity"],
      ["jwt", "token"],
    ],
    pattern: anyOf(
      /(?:jwt|token)\b.{0,60}\b(?:iss|aud|issuer|audience)s?\b(?: claim| in jwt)?.{0,40}(?:(?:is|are|was) not (?:valid|allowed|configured|accepted)|(?:does not|doesn't|did not) match|not in the accepted|validation (?:has )?failed|mismatch)/,
      /audiences in jwt are not allowed/,
      /unexpected ['"](?:iss|aud|tid)['"] value/,
      /\bjwt (?:is )?not active/,
      /unable to verify (?:the )?token\b.{0,40}(?:algorithm|key|signature)/,
    ),
    unless:
      /aadsts|assertion|federated|metadata|openid-configuration|discovery|device|credential authentication|managed ?identity/,
    answered: true,
    example: 'InvalidTokenError: Unexpected "iss" value https://sts.windows.net/x/',
    sources: ["service", "js", "java"],
  },
  {
    id: "receiver.id-token-signature",
    kind: "token_rejected",
    says: "The signature of the ID token could not be verified.",
    pattern:
      /(?:could not|failed to|unable to|cannot|couldn't) verify (?:the )?(?:signature of (?:the )?id[_ ]?token|id[_ ]?token(?:'s)? signature|id_token\b)/,
    unless: /aadsts|assertion|federated|fetch|metadata|\bkeys?\b|timed out|dial tcp|no such host/,
    answered: true,
    example: "azure login: cannot verify the ID token signature",
    sources: ["go", "service"],
  },
  {
    id: "receiver.passport",
    kind: "token_rejected",
    says: "The service found something wrong with the token that it was called with.",
    pattern: anyOf(
      /authentication failed due to: (?:in strategy[\w.]{3,60}: )?(?:invalid )?(?:jwt|exp|nbf|iss|sub|aud|azp)(?: value in payload)? (?:is|was) (?:not active|not a number|invalid|malformed|expired)/,
      /authentication failed due to: (?:in strategy[\w.]{3,60}: )?invalid (?:exp|nbf|iss|sub|aud|azp) value in payload/,
      /authentication failed due to: (?:in strategy[\w.]{3,60}: )?(?:failed to decode the token|missing (?:header|payload|signature) in the token)/,
      /authentication failed due to: (?:in strategy[\w.]{3,60}: )?jwt (?:azp|subject|issuer|audience) is invalid/,
      /authentication failed due to: token is not found/,
      /\.prototype\.authenticate: (?:missing access_token in|access_token (?:cannot|should) be passed in)/,
      /\bjwtstring is malformed|signature is missing in jwtstring/,
      /\ba key with (?:the specific kid|kid [\w-]{6,80}) cannot be found/,
    ),
    unless: /aadsts|assertion|federated/,
    answered: true,
    example: "authentication failed due to: jwtString is malformed",
    sources: ["js", "service"],
  },
];
