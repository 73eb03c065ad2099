import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What services and databases say of how one may come to them: with a token only, from which address, as which
 * principal.
 *
 * @internal
 */
export const ACCESS_KIND_RULES: readonly Rule[] = [
  {
    id: "access-kind.local-off",
    kind: "authorization_denied",
    says: "The service takes tokens of Entra ID only: its keys, shared access signatures or passwords are switched off.",
    pattern: anyOf(
      /\blocalauthdisabled(?:\)|: (?!true|false))/,
      /\bsas authentication (?:has been|is) disabled\b/,
      /\bshared access (?:signatures?|keys?) (?:have been|has been|is|are) disabled\b.{0,40}\b(?:namespace|account|service|hub)/,
      /\bazure\b.{0,40}\blocal auth(?:entication)? (?:has been|is) disabled\b/,
      /\b(?:azure active directory|azure ad|entra(?: id)?)[ -]only authentication is enabled/,
    ),
    unless: /aadsts|local authorization is disabled/,
    answered: true,
    example: "status-code: 401, status-description: LocalAuthDisabled: SAS authentication has been disabled.",
    sources: ["service"],
  },
  {
    id: "access-kind.subdomain",
    kind: "configuration_invalid",
    says: "The endpoint in use takes no tokens: that takes the custom subdomain of the resource.",
    pattern: anyOf(
      /\bcustom ?(?:sub)?domain\b.{0,40}\btoken authentication\b/,
      /\btoken authentication\b.{0,60}\bcustom ?(?:sub)?domain\b/,
    ),
    unless: /aadsts/,
    answered: true,
    example: "Please provide a custom subdomain for token authentication, otherwise API key is required.",
    sources: ["service"],
  },
  {
    id: "access-kind.server-firewall",
    kind: "network_rule_denied",
    pattern:
      /\bclient with ip address ['"]?[\da-f.:]{3,45}['"]? is not allowed to connect to this (?:mysql|mariadb|postgresql) server/,
    answered: true,
    example: "Client with IP address '20.1.2.3' is not allowed to connect to this MySQL server.",
    sources: ["service"],
  },
  {
    id: "access-kind.postgres-firewall",
    kind: "network_rule_denied",
    phrases: ["no pg_hba.conf entry", ".postgres.database.azure.com"],
    unless: /access token|password authentication failed/,
    answered: true,
    example:
      'connection to server at "pg-web.postgres.database.azure.com" failed: FATAL: no pg_hba.conf entry for host "20.1.2.3"',
    sources: ["service"],
  },
  {
    id: "access-kind.postgres-role",
    kind: "token_rejected",
    says: "The token is not one of the principal that the role of the database stands for.",
    pattern: /\b(?:azure ad|aad|entra(?: id)?) (?:user |access )?token for role ?\[.{1,80}\] is neither\b/,
    answered: true,
    example: "Azure AD user token for role[id-web] is neither an user token nor an application token",
    sources: ["service"],
  },
  {
    id: "access-kind.token-claims",
    kind: "token_rejected",
    pattern: anyOf(
      /\b(?:aad|entra(?: id)?|azure ad) token has (?:an )?(?:invalid|unexpected) (?:issuer|audience|signature|tenant)/,
      /\bjwt validation failed: ?(?:claim value mismatch|claim missing|idx1\d{4})/,
      /\bvalidate-(?:jwt|azure-ad-token)\b.{0,40}(?:jwt not present|validation failed)/,
      /\bazuresignalrunauthorizedexception\b.{0,80}\b401\b/,
    ),
    unless: /aadsts/,
    answered: true,
    example: "validate-jwt (-0.9 ms) JWT Validation Failed: Claim value mismatch: aud=api://web.",
    sources: ["service"],
  },
  {
    id: "access-kind.sql-principal",
    kind: "user_not_found",
    says: "The directory has no user, group or application of the name that the database was given.",
    phrases: [["33134", "external provider", "principal type is not supported"]],
    pattern: /\bprincipal ['"].{1,120}['"] could not be (?:found|resolved)\b/,
    unless: /aadsts/,
    answered: true,
    example: "Msg 33134: Principal 'id-web' could not be found or this principal type is not supported.",
    sources: ["service"],
  },
  {
    id: "access-kind.operation",
    kind: "authorization_denied",
    pattern: anyOf(
      /\bis not authorized to perform ['"]\w{2,40}['"] on ['"]\//,
      /\bno role assignments? (?:was |were )?found for (?:the )?(?:principal|user|identity)\b/,
      /\bbearer\b.{0,120}\berror=\\?['"]?insufficient_scope\b/,
    ),
    unless: /aadsts|arn:aws/,
    answered: true,
    example: "User is not authorized to perform 'read' on '/keys/k1'. No role assignments found.",
    sources: ["service"],
  },
  {
    id: "access-kind.identity-not-there",
    kind: "managed_identity_not_assigned",
    pattern: anyOf(
      /\bdoes not have the identity ['"]?[\w-]{2,60}['"]? assigned/,
      /\b(?:managed|user-assigned) identity ['"]?[\w-]{2,60}['"]? (?:is|was) not (?:assigned|attached) to (?:the|this)\b/,
    ),
    unless: /aadsts|\brole\b/,
    answered: true,
    example: "the service does not have the identity '3c5f1d2e' assigned.",
    sources: ["service"],
  },
  {
    id: "access-kind.date",
    kind: "clock_skew",
    pattern: /\brequest date header (?:too old|not valid|is too old|is not valid|in the future)/,
    answered: true,
    example: "<AuthenticationErrorDetail>Request date header too old: 'Mon, 30 Nov 2026 06:00:00 GMT'",
    sources: ["service"],
  },
];
