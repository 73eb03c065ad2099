import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/** Words without which these sentences may be of any authorization server. */
const OF_ENTRA: readonly string[] = [
  "entra",
  "azure",
  "aad",
  "msal",
  "adal",
  "microsoft",
  "unauthorized_client",
  "invalid_grant",
  "devicecode",
  "device_code",
  "azidentity",
];

/**
 * What Entra ID says, retold by logs and wrappers in words of their own.
 *
 * @internal
 */
export const ENTRA_PLAIN_RULES: readonly Rule[] = [
  {
    id: "entra-plain.redirect",
    kind: "redirect_uri_mismatch",
    phrases: [OF_ENTRA],
    pattern:
      /(?:redirect|reply) ?(?:ur[il]|address)s? (?:mismatch|(?:is |are )?(?:not registered|not among|unknown|missing (?:from|in) the app))|mismatch(?:ed|ing)? (?:redirect|reply) ?ur[il]|unregistered (?:redirect|reply) ?ur[il]/,
    unless: /aadsts/,
    answered: true,
    example: "Entra ID: reply url mismatch for the app registration",
    sources: ["service"],
  },
  {
    id: "entra-plain.application",
    kind: "application_not_found",
    phrases: [OF_ENTRA],
    pattern:
      /(?:client|app(?:lication)?|service principal)(?: id| with id)?\b.{0,60} (?:is )?(?:unknown (?:in|to|for)|not known (?:in|to)|not registered (?:in|with)) (?:the |this )?(?:tenant|directory)|(?:tenant|directory) .{0,40}(?:has|knows|contains) no (?:such )?(?:client|application|app registration)\b/,
    unless: /aadsts|redirect|reply ur/,
    answered: true,
    example: "unauthorized_client: the client application is unknown in tenant contoso",
    sources: ["service"],
  },
  {
    id: "entra-plain.device-code",
    kind: "device_code_flow",
    pattern:
      /device[ _]?code\b.{0,80}(?:did not|didn't|never|has not|hasn't) (?:enter|complete|finish|type|use|respond)|(?:never|nobody) (?:entered|used|completed) the (?:device )?code\b/,
    unless: /aadsts/,
    answered: true,
    example: "device_code: user did not enter the code within 15 minutes",
    sources: ["js", "python", "go"],
  },
  {
    id: "entra-plain.refresh-token-of-page",
    kind: "refresh_token_expired",
    says: "The refresh token of a single-page app has a fixed, short lifetime, which is over.",
    pattern:
      /refresh token was issued to a single page app|refresh token .{0,40}(?:fixed|limited),? (?:limited )?lifetime/,
    unless: /aadsts/,
    answered: true,
    example: "The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime",
    sources: ["service", "msal"],
  },
  {
    id: "entra-plain.server-error",
    kind: "service_unavailable",
    pattern: anyOf(
      /msalservice(?:exception|error).{0,40}service is unavailable/,
      /(?:\baad\b|azure ad|\bentra\b|login\.microsoftonline\.com|token (?:service|endpoint)).{0,80}(?:internal server error|(?:answered|returned|replied|responded)(?: with)?(?: http)?(?: status)? 50[03]\b)/,
      /(?:internal server error|http 50[03]\b).{0,40}(?:from|by|at) (?:the )?(?:aad\b|azure ad|entra|login\.microsoftonline|token (?:service|endpoint))/,
    ),
    unless:
      /aadsts|managed ?identity|\bimds\b|\bmsi\b|169\.254|app service|identity_endpoint|cloud shell|graph|arm\b|<html|<!doctype|oidc/,
    answered: true,
    example: "AAD internal server error 500 while issuing a token",
    sources: ["service"],
  },
  {
    id: "entra-plain.filter-page",
    kind: "proxy_failure",
    phrases: [["login.microsoftonline", "login.windows.net", "token endpoint", "authority"]],
    pattern: anyOf(
      /\b(?:an? |the )?(?:html|web|block|captive portal|login|sign-in) page\b.{0,60}(?:from|instead of|in place of|for) (?:https:\/\/)?(?:login\.|the (?:token|authority))/,
      /\bzscaler\b/,
      /\bnetskope\b/,
      /\bforcepoint\b/,
      /\bblue ?coat\b/,
      /captive portal/,
    ),
    unless: /aadsts|certificate|managed ?identity/,
    answered: true,
    example: "got an HTML page instead of login.microsoftonline.com's answer",
    sources: ["js", "net"],
  },
  {
    id: "entra-plain.federated-credential",
    kind: "federated_credential_mismatch",
    pattern: anyOf(
      /match(?:es|ed|ing)? (?:none of the|no) (?:configured )?federated (?:identity )?(?:credential|record)/,
      /none of the (?:\w{4,12} )?federated (?:identity )?credentials/,
      /federated (?:identity )?credentials? .{0,60}(?:do not|don't|does not|doesn't|did not|didn't) match/,
    ),
    unless: /aadsts/,
    answered: true,
    example: "issuer of the workload token matches no federated identity credential of the app",
    sources: ["service"],
  },
  {
    id: "entra-plain.token-file",
    kind: "credential_file_unreadable",
    phrases: [["azure_federated_token_file", "azure_client_certificate_path", "tokenfilepath", "token_file_path"]],
    pattern:
      /no (?:such )?file (?:was |is )?(?:found|exists?|present) (?:at|in|under)|file .{0,80}(?:does not|doesn't) exist|(?:points|refers) to (?:a )?(?:missing|nonexistent|non-existent)/,
    unless: /aadsts/,
    example: "No file found at the path specified in AZURE_FEDERATED_TOKEN_FILE",
    sources: ["net", "rust"],
  },
  {
    id: "entra-plain.chain",
    kind: "no_credential_available",
    phrases: [["azure", "entra", "azidentity", "msal", "az identity", "managed identity"]],
    pattern:
      /\bno credential in the (?:\w{4,12} )?chain\b|\btried (?:\w{2,20},? (?:and )?){2,8}(?:- |: )?(?:but )?none (?:of (?:them|these) )?(?:worked|succeeded|gave|produced)/,
    unless: /aadsts|\baws\b|google/,
    example: "Could not authenticate to Azure: tried environment, managed identity, CLI, none worked",
    sources: ["rust", "terraform"],
  },
];
