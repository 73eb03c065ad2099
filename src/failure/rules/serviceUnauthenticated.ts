import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What services say to a request that came without a token, and registries that look for the application of one.
 *
 * @internal
 */
export const SERVICE_UNAUTHENTICATED_RULES: readonly Rule[] = [
  {
    id: "unauthenticated.no-header",
    kind: "token_rejected",
    says: "The request reached the service without a token.",
    pattern: anyOf(
      /request (?:does not|did not|doesn't|didn't) (?:contain|include|carry|have) (?:an? |the |any )?['"]?authorization/,
      /(?:carr(?:ied|ies)|contains|with|has) no authorization header/,
      /(?:no|missing) authorization header (?:was |is )?(?:found|present|sent|provided|in|on)/,
      /authorization header (?:was |is )?(?:not |never )(?:provided|sent|supplied|found|given)/,
      /request must contain one of the following authorization/,
      /\bmissing(?:authorizationheader|token)\b/,
      /authorization header is (?:empty|absent|blank)/,
      /credential was not sent\b/,
    ),
    unless:
      /aadsts|subscription[- ]key|docker\.io|github|gitlab|managed ?identity (?:endpoint|token)|169\.254|metadata header|credential authentication/,
    answered: true,
    example:
      'prometheus query api returned error. status: 401 response: {"error":"Request does not contain an Authorization Header."}',
    sources: ["service"],
  },
  {
    id: "unauthenticated.no-token",
    kind: "token_rejected",
    phrases: [
      ["401", "unauthorized", "unauthenticated"],
      ["azure", "aad", "entra", "windows.net", "microsoft", "databricks", "kusto"],
    ],
    pattern: anyOf(
      /\b(?:jwt|bearer|bearer token|access token|aad token) (?:is |was |were )?(?:not (?:present|supplied|sent|provided|attached|found in)|missing|absent)/,
      /\bno (?:bearer |access |aad |jwt )?token (?:in|on|with|sent|was sent|attached|found in) (?:the |your )?(?:request|header|call)/,
      /\bno (?:authentication |authorization |bearer |access )?token (?:was )?(?:provided|supplied|sent|presented)\b/,
      /(?:without|lacks?|missing) (?:a |an |the )?(?:bearer|access|aad) token/,
    ),
    unless:
      /aadsts|managed ?identity|169\.254|response|failed to (?:get|acquire|obtain)|credential(?:unavailable| authentication)|github|gitlab|azure cli|azd\b|oidc|personal access|az login/,
    answered: true,
    example: "401 JWT not present. API Management gateway contoso.azure-api.net",
    sources: ["service"],
  },
  {
    id: "registry.application-unknown",
    kind: "application_not_found",
    pattern:
      /(?:application|app|client|service principal)(?: '[^']{1,60}'| "[^"]{1,60}"| [0-9a-f-]{36})? (?:is |was )?not registered (?:with|in|at) (?:the )?(?:aad|azure ad|azure active directory|microsoft entra|entra|your tenant|the tenant)/,
    unless: /aadsts|redirect|certificate|federated/,
    answered: true,
    example: 'Get "https://contoso.azurecr.io/v2/": unauthorized: Application not registered with AAD.',
    sources: ["service"],
  },
  {
    id: "registry.secret-expired",
    kind: "expired_client_secret",
    pattern:
      /(?:service principal|application|app registration|\bspn?)(?:'s)? (?:client )?(?:credentials?|secret|password|key) (?:has |have |is |are |was |were )?(?:already )?expired/,
    unless: /aadsts|certificate|federated|key ?vault|subscription/,
    answered: true,
    example: 'Get "https://contoso.azurecr.io/v2/": unauthorized: Service principal credential has expired',
    sources: ["service"],
  },
  {
    id: "registry.conditional-access",
    kind: "conditional_access_blocked",
    says: "A Conditional Access policy does not let this sign-in use the registry.",
    phrases: [["azurecr", "registry"]],
    pattern: /conditional access (?:polic(?:y|ies) )?(?:\w{1,12} ){0,3}?(?:block|requir|den|prevent|forbid|not)/,
    unless: /aadsts/,
    answered: true,
    example:
      "CONNECTIVITY_REFRESH_TOKEN_ERROR Access to registry 'contoso.azurecr.io' was denied. Conditional access policy requires MFA",
    sources: ["azure-cli", "service"],
  },
];
