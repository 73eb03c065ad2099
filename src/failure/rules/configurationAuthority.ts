import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Tenants, authorities and resources that are given and cannot be used.
 *
 * @internal
 */
export const AUTHORITY_RULES: readonly Rule[] = [
  {
    id: "configuration.issuer-and-authority",
    kind: "configuration_invalid",
    says: "The issuer that the authority names in its metadata does not fit the authority that is configured.",
    pattern:
      /\bissuer\b.{0,200}(?:does not|doesn't|did not|not) match (?:the )?(?:configured )?authority\b|\bauthority\b.{0,200}(?:does not|doesn't|did not|not) match (?:the )?issuer\b/,
    unless: /aadsts|assertion|idx1\d{4}|id[_ ]?token|access token/,
    example:
      "ValueError: The issuer 'https://login.example.com/v2.0' does not match the authority 'https://id.example.com' or a known pattern.",
    sources: ["msal"],
  },
  {
    id: "configuration.tenant-not-allowed",
    kind: "tenant_not_allowed",
    pattern: anyOf(
      /(?:is not|isn't) configured to acquire tokens for tenant/,
      /multi-? ?tenant authentication is disabled/,
      /cannot be replaced with a tenant/,
      /additionally ?allowed ?tenants/,
      /tenant .{0,80}(?:not (?:allowed|permitted) (?:by|for) th|not among|not (?:in|part of) (?:the )?(?:list of )?(?:additionally )?allowed)/,
    ),
    unless: /contains an? invalid|tenants .{0,20}(?:invalid|malformed)/,
    example:
      "The current credential is not configured to acquire tokens for tenant contoso.example. To enable this add it to AdditionallyAllowedTenants",
    sources: ["js", "go", "python", "net", "java"],
  },
  {
    id: "configuration.tenant-malformed",
    kind: "configuration_invalid",
    says: "The tenant id that was given is not a valid one.",
    pattern:
      /\binvalid tenant ?id\b(?! or unable)|tenant ?id (?:is invalid|is not valid|must (?:be|not)(?! (?:specified|provided|set|supplied|given|present|configured|non|be (?:null|empty))))/,
    example: "invalid tenantID. You can locate your tenantID by following the instructions listed here",
    sources: ["js", "go", "python"],
  },
  {
    id: "configuration.challenge-resource",
    kind: "configuration_invalid",
    says: "The resource that the service named in its challenge does not belong to the domain that was called.",
    phrases: ["challenge"],
    pattern:
      /challenge.{0,30}(?:resource|scope|origin)\b.{0,140}(?:does not|doesn't|did not|didn't|is not|isn't) (?:match|belong|in) |(?:disable|verify)_?challenge_?resource|azsdk\/blog\/vault-uri/,
    example:
      "The challenge resource 'vault.azure.net' does not match the requested domain. Set disableChallengeResourceVerification to true in your client options to disable.",
    sources: ["js", "python", "net", "java", "go"],
  },
  {
    id: "configuration.authority-not-https",
    kind: "configuration_invalid",
    says: "The address cannot be used as an authority: it has to be a well-formed https URL that is trusted.",
    phrases: [
      [
        "must use the 'https' protocol",
        "authority host without https",
        "untrusted_authority",
        "not a trusted authority",
        "allowinsecureconnection is false",
        "authority must use https",
        "must be in a well-formed uri format",
      ],
    ],
    example: "The authorityHost address must use the 'https' protocol.",
    sources: ["js", "go"],
  },
];
