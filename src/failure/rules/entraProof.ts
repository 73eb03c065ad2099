import type { Rule } from "./rule.js";

/** What the authority is called, or its word for a client that is refused. */
const ENTRA: readonly string[] = [
  "entra",
  "azure ad",
  "aad",
  "invalid_client",
  "microsoft identity",
  "login.microsoftonline",
];

/**
 * What Entra ID says of the proof that a client shows, retold; and services that refuse a token in few words.
 *
 * @internal
 */
export const ENTRA_PROOF_RULES: readonly Rule[] = [
  {
    id: "entra-proof.none",
    kind: "missing_client_credential",
    phrases: [ENTRA.concat("azure")],
    pattern:
      /confidential client.{0,40}(?:must|has to|needs to) (?:send|present|provide|show) (?:an? )?(?:client )?(?:secret|assertion|credential)|neither (?:an? )?(?:client )?(?:secret|assertion) (?:n?or) (?:an? )?(?:client )?(?:assertion|secret) (?:was|were) (?:sent|presented|in the request)/,
    unless: /aadsts|environment|parameter '|option/,
    answered: true,
    example: "Entra ID: a confidential client must send a secret or an assertion",
    sources: ["service"],
  },
  {
    id: "entra-proof.key-unregistered",
    kind: "certificate_not_registered",
    phrases: [ENTRA],
    pattern:
      /\b(?:key|certificate|thumbprint)\b.{0,60}(?:is not|isn't|was not|wasn't|not) (?:registered|uploaded|configured|found|known) (?:on|in|with|for|to|among) (?:the |this )?(?:app|application|client|service principal)/,
    unless: /aadsts|vault|redirect/,
    answered: true,
    example: "Entra ID: the key that signed the assertion is not registered on the app",
    sources: ["service"],
  },
  {
    id: "entra-proof.certificate-refused",
    kind: "invalid_certificate",
    phrases: [ENTRA],
    pattern:
      /certificate (?:shown|presented|sent|used) (?:by|to|for|in).{0,60}(?:(?:has|is|was) (?:been )?(?:expired|revoked)|(?:is not|isn't) (?:trusted|yet valid))/,
    unless: /aadsts|proxy|server certificate|\btls\b|\bssl\b|vault/,
    answered: true,
    example: "invalid_client: the certificate used to sign the client assertion has been revoked",
    sources: ["service"],
  },
  {
    id: "entra-proof.editor-process",
    kind: "tool_failed",
    says: "TokenService.exe of Visual Studio failed.",
    pattern: /tokenservice\.exe.{0,40}(?:failed with|has failed|exited with) .{0,30}error:? ts00[1-4]$/,
    unless: /ts00[5-9]|no accounts|not found|re-?enter|sign in/,
    example: "VisualStudioCredential: TokenService.exe failed with unexpected error: TS001",
    sources: ["net"],
  },
  {
    id: "entra-proof.refused-by-service",
    kind: "token_rejected",
    phrases: [
      [
        "databricks",
        "kusto",
        "cosmos",
        "azurecr",
        "search.windows",
        "cognitive",
        "azconfig",
        "signalr",
        "purview",
        "synapse",
        "eventgrid",
      ],
    ],
    pattern:
      /(?:\b401\b|unauthorized).{0,80}(?:invalid|expired|wrong|bad|malformed) .{0,24}token\b|(?:\b401\b|unauthorized).{0,80}token\b.{0,24}(?:mismatch|invalid|expired|wrong|malformed|not accepted)/,
    unless: /aadsts|personal access|refresh token|credential authentication failed/,
    answered: true,
    example: "Kusto: 401 Unauthorized, token audience mismatch",
    sources: ["service"],
  },
  {
    id: "entra-proof.principal-without-role",
    kind: "authorization_denied",
    says: "The identity lacks a role or permission that this needs.",
    pattern:
      /(?:\b403\b|forbidden).{0,120}(?:principal|identity|caller|client) .{0,40}(?:lacks?|without|missing|has no|does not have) (?:the |any |required )?(?:rbac|role|permission|data action)/,
    unless: /aadsts|\baws\b|arn:|system:serviceaccount|github|credential authentication failed|firewall/,
    answered: true,
    example: "Cosmos: 403 Forbidden: request is blocked because the principal lacks RBAC permissions",
    sources: ["service"],
  },
];
