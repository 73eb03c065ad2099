import { anyOf } from "../anyOf.js";
import type { Meanings } from "./meaning.js";

/**
 * What a service holds against a token, or against the identity behind it.
 *
 * @internal
 */
export const AUTHORIZATION_MEANINGS: Meanings = {
  token_rejected: [
    [
      /missing, invalid/,
      "The service got no token, or none that it accepts: the message does not say what is wrong with it.",
    ],
    [
      /azurecr\.|\bregistry\b|aka\.ms\/acr/,
      "The registry did not accept what it was given to sign in, or was given nothing.",
    ],
    [/logged in to the server/, "The Kubernetes API server did not accept the token."],
    [/not currently configured to accept/, "The database server is not set up to accept this token."],
    [
      /not valid for (?:user|role)|for role .{0,80}(?:failed|does not contain)|not registered in azure|for the entra user|does not contain group/,
      "The token is not one for the database user or role that it was used for.",
    ],
    [/appid passed on token/, "The token is of another application than the one that the service expects."],
    [
      anyOf(
        /authentication information is not given/,
        /noauthenticationinformation/,
        /missing(?:token|bearer)/,
        /missing the access token/,
        /token is empty/,
        /(?:token|bearer|jwt) (?:is |was |were )?(?:missing|absent|not (?:present|supplied|sent|provided|attached|found))/,
        /\bno (?:\w{2,14} )?token (?:in|on|with|sent|was|attached|found|provided|supplied|presented)/,
        /(?:without|lacks?|missing) (?:a |an |the )?(?:bearer|access|aad) token/,
        /no authorization header/,
        /missing authorization (?:token|header)/,
        /authorization'? header (?:is )?(?:missing|absent)/,
        /akv10000\b/,
        /without a token/,
      ),
      "The request reached the service without a token in the form that it expects.",
    ],
    [
      anyOf(
        /\bakv10032\b/,
        /wrong issuer/,
        /invalid ?issuer/,
        /\bissuer\b.{0,60}(?:not|n't|invalid|mismatch|wrong|expected|accepted|failed)/,
        /expected .{0,20}issuer/,
        /different provider/,
        /wrong tenant/,
        /tenant mismatch/,
        /invalid tenant/,
        /by the authority .{0,60}not trusted/,
        /idx10205/,
        /idw10303/,
        /unexpected (?:tenant|issuer)/,
      ),
      "The service expects a token of another tenant (issuer).",
    ],
    [
      /\bakv10022\b|issued for .{1,120} not for|audience|\baud\b|idx10214|intended for/,
      "The service expects a token for another audience.",
    ],
    [
      /(?:invalid|malformed|missing|wrong) or (?:has |is )?expired|expired or (?:is )?(?:invalid|malformed|missing|revoked)/,
      "The service holds the token to be invalid or expired.",
    ],
    [
      /token (?:is |has |was |has been )?expired|expired ?token|expiredauthenticationtoken|lifetime validation failed|idx10223|expiry utc time|token's? lifetime/,
      "The token had expired when it reached the service.",
    ],
    [/not yet valid|idx10222|\bnbf\b/, "The token is not yet valid by the clock of the service."],
    [/signature|idx1050\d|signing key/, "The service could not verify the signature of the token."],
    [
      /local auth(?:orization|entication) is disabled|key[- ]based auth/,
      "The service accepts no keys: it asks for a token of Entra ID.",
    ],
    [
      /malformed|invalid format|token parsing|idx1270\d|could not be (?:parsed|read)|not well[- ]formed/,
      "What was sent is not a well-formed token.",
    ],
    [/amqp:unauthorized-access/, "The messaging service refused the connection as unauthorised."],
  ],
  authorization_denied: [
    [/key ?based ?auth|shared key access/, "The account accepts no keys: it asks for a token of Entra ID."],
    [/tf400813|(?:tf|vs)30063/, "The identity has no access to this organisation or project of Azure DevOps."],
    [
      /access polic(?:y|ies)|forbiddenbypolicy/,
      "The access policy of the vault gives the identity no permission to do this.",
    ],
    [
      /authorizationpermissionmismatch|using this permission/,
      "The identity has no data role that allows this operation; roles such as Owner and Contributor are none.",
    ],
    [
      /forbiddenbyrbac|rbac|role assignment|data ?action|assignment: \(not found\)|getsecret\/action/,
      "The identity has no role assignment that allows this.",
    ],
    [
      /linked(?:authorization|access)/,
      "The identity has no permission on another resource that this one is linked with.",
    ],
    [
      /authorizationfailed|authorization to perform action/,
      "The identity has no role that allows this action on this resource.",
    ],
    [
      /authorization_requestdenied|insufficient privileges/,
      "The identity lacks a permission of the API or a directory role that this call needs.",
    ],
    [
      /(?:does not|doesn't|do not|don't|did not) have (?:the |any |sufficient )?(?:\w{2,20} ){0,3}(?:roles?|permissions?)\b|\b(?:lacks?|missing|needs?|requires?|without|no)\b (?:\w{2,20} ){0,3}(?:roles?|permissions?)\b/,
      "The identity lacks a role or permission that this needs.",
    ],
    [
      /claims?(?:\(s\))? (?:is|are) required/,
      "The identity lacks the right to send, listen or manage that the messaging service asks for.",
    ],
    [
      /none of the scopes|scp or roles claim|'(?:scope|scp|roles?)'.{0,40}claim|idw1020[123]/,
      "The token has none of the scopes or roles that the API asks for.",
    ],
    [
      /azurecr\.(?:io|cn|us)|pull access denied/,
      "The registry does not let the identity in: it lacks a role there, or a rule of the registry bars it.",
    ],
  ],
};
