import { anyOf } from "../anyOf.js";
import { PERSON_RULES } from "./person.js";
import type { Rule } from "./rule.js";

/**
 * What Entra ID writes beside its AADSTS numbers, for texts in which the number was cut off or left out.
 *
 * @internal
 */
export const ENTRA_WORD_RULES: readonly Rule[] = [
  {
    id: "entra.secret-in-words",
    kind: "invalid_client_secret",
    says: "Entra ID did not accept the client secret.",
    pattern: anyOf(
      /invalid .{0,20}client[ _]secret/,
      /client[ _]secret .{0,60}(?:is |was )?(?:invalid|incorrect|wrong|not valid|not correct|does(?:n't| not) match)/,
      /(?:entra|azure|invalid_client).{0,60}\bsecret .{0,40}(?:is |was )(?:not right|not the right|wrong|incorrect|not correct|rejected)/,
      /(?:invalid|incorrect|wrong) secret (?:for|provided for) (?:the )?(?:client|app)/,
    ),
    unless: /expired|configuration|environment variable/,
    answered: true,
    example: "invalid_client: Invalid client secret provided.",
    sources: ["service"],
  },
  {
    id: "entra.secret-expired-in-words",
    kind: "expired_client_secret",
    pattern:
      /client[ _]secret(?: keys?)?\b.{0,80}(?:expired|past (?:its|their) end date)|expired client[ _]secret|secret (?:for|of) (?:the )?(?:app|application|client|service principal) .{0,80}(?:has|have|is|are) expired/,
    answered: true,
    example: "invalid_client: The provided client secret keys for the app are expired.",
    sources: ["service"],
  },
  {
    id: "entra.no-client-credential-in-words",
    kind: "missing_client_credential",
    pattern:
      /(?:client_assertion|client_secret)['" ,or]{1,12}(?:client_secret|client_assertion|request)['" ,or]{1,10}.{0,24}is required|must contain the following parameter: '?client_(?:assertion|secret)/,
    answered: true,
    example: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    sources: ["service"],
  },
  {
    id: "entra.federated-in-words",
    kind: "federated_credential_mismatch",
    pattern: anyOf(
      /no (?:matching )?federated identity (?:record|credential)s? (?:(?:was |were )?(?:found|configured)|on the|for (?:the )?(?:issuer|subject))/,
      /no configured federated identity credentials/,
      /does(?:n't| not) match any federated/,
      /federated (?:identity )?credential.{0,80}(?:issuer|subject|audience).{0,40}(?:mismatch|does(?:n't| not) match|not match|no match)/,
    ),
    answered: true,
    example:
      "No matching federated identity record found for presented assertion subject 'repo:contoso/app:pull_request'",
    sources: ["service"],
  },
  {
    id: "entra.assertion-expired-in-words",
    kind: "assertion_expired",
    pattern:
      /assertion is not within its valid time range|(?:client |user )?assertion (?:has |is |was )?expired|expired (?:client |user )?assertion|federated token (?:has |is )?expired/,
    answered: true,
    example: "Client assertion is not within its valid time range.",
    sources: ["service"],
  },
  {
    id: "entra.key-in-words",
    kind: "certificate_not_registered",
    says: "The key that signed the assertion is not known for the application.",
    pattern: anyOf(
      /key (?:was )?not found.{0,80}thumbprint/,
      /(?:does not|doesn't) (?:know|recogni[sz]e) the (?:client )?(?:certificate|key) with/,
      /certificate with thumbprint .{1,60} is (?:unknown|not (?:registered|known))/,
      /certificate with identifier used to sign .{0,60}is not registered/,
      /assertion .{0,60}signed with .{0,60}(?:unknown|unregistered) (?:key|certificate)/,
    ),
    answered: true,
    example: "The certificate with identifier used to sign the client assertion is not registered on application.",
    sources: ["service"],
  },
  {
    id: "entra.application-in-words",
    kind: "application_not_found",
    pattern: anyOf(
      /application with identifier .{1,80} was not found in the directory/,
      /(?:application|client app|app registration) .{1,100}(?:was |is |could )?not (?:be )?found in (?:the )?(?:directory|tenant)/,
      /application '.{1,80}' (?:was )?not found in/,
      /unknown client id/,
      /(?:client|app|application)[ _]id .{1,60}is (?:unknown|not registered)/,
    ),
    answered: true,
    example: "Application with identifier '1111' was not found in the directory 'Contoso'.",
    sources: ["service"],
  },
  {
    id: "entra.application-disabled-in-words",
    kind: "application_disabled",
    pattern:
      /(?:application|service principal) .{0,80}(?:is|has been|was) (?:currently )?disabled\b|disabled (?:application|service principal)/,
    unless: /managed ?identity|function app|web ?app|app service|\bsite\b/,
    answered: true,
    example: "Application '1111' is disabled in the directory.",
    sources: ["service"],
  },
  {
    id: "entra.tenant-in-words",
    kind: "tenant_not_found",
    pattern: anyOf(
      /\btenant '?[^' ]{1,80}'? (?:was |is |could )?not (?:be )?found/,
      /\btenant '?[^' ]{1,80}'? does(?:n't| not) exist/,
      /no such tenant/,
      /could not find tenant id for provided tenant/,
      /neither a valid dns name, nor a valid external domain/,
      /no tenant-identifying information found/,
      /\binvalid_tenant\b/,
    ),
    answered: true,
    example: "Tenant 'nosuch.example' not found. Check to make sure you have the correct tenant ID",
    sources: ["service", "powershell"],
  },
  {
    id: "entra.resource-in-words",
    kind: "resource_principal_not_found",
    pattern: /resource principal named .{1,120} was not found|service principal for resource .{1,120} is not found/,
    answered: true,
    example: "The resource principal named https://api.example was not found in the tenant named Contoso.",
    sources: ["service"],
  },
  {
    id: "entra.redirect-in-words",
    kind: "redirect_uri_mismatch",
    pattern:
      /(?:redirect|reply)[ _]?ur[il]s? .{1,160}(?:does(?:n't| not) match|is not registered|not registered)|redirect[ _]?ur[il] ?mismatch|redirecturierror|register .{0,40}redirect[ _]?ur[il]/,
    answered: true,
    example: "The reply URL specified in the request does not match the reply URLs configured for the application.",
    sources: ["service"],
  },
  {
    id: "entra.scope-in-words",
    kind: "invalid_scope_or_resource",
    pattern: anyOf(
      /input parameter 'scope' is not valid/,
      /must include a 'scope' input parameter/,
      /the scope .{1,200} is not valid/,
      /\bscope ['"](?:https?:|api:|user\.|[^'"]{0,60}\.default)[^'"]{0,80}['"] (?:is|was) (?:malformed|invalid|unknown)/,
      /scope'? (?:parameter )?(?:is not in (?:the )?expected format|should be of the form)/,
      /(?:missing|no) scopes? in (?:the )?request/,
    ),
    answered: true,
    example: "The provided value for the input parameter 'scope' is not valid.",
    sources: ["service"],
  },
  {
    id: "entra.parameter-in-words",
    kind: "malformed_request",
    says: "A parameter that the request needs is missing from it.",
    pattern:
      /(?:client_id|grant_type|client_assertion|assertion|resource|code|refresh_token|redirect_uri)['"]? parameter is (?:required|missing)|missing (?:the )?(?:required )?(?:request )?parameter:? ?['"]?(?:client_id|grant_type|assertion|client_assertion|code|resource|scope)/,
    answered: true,
    example: "The client_id parameter is required.",
    sources: ["service", "pod-identity"],
  },
  ...PERSON_RULES,
];
