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
    pattern: /invalid client secret(?: is)? provided|invalid client secret/,
    answered: true,
    example: "invalid_client: Invalid client secret provided.",
    sources: ["service"],
  },
  {
    id: "entra.secret-expired-in-words",
    kind: "expired_client_secret",
    pattern: /client secret(?: keys?)? .{0,80}(?:are|is|has|have) expired/,
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
    pattern:
      /no (?:matching )?federated identity (?:record|credential)s? (?:was )?found|no configured federated identity credentials|does not match any federated/,
    answered: true,
    example:
      "No matching federated identity record found for presented assertion subject 'repo:contoso/app:pull_request'",
    sources: ["service"],
  },
  {
    id: "entra.assertion-expired-in-words",
    kind: "assertion_expired",
    pattern: /assertion is not within its valid time range|(?:client )?assertion (?:has |is )?expired/,
    answered: true,
    example: "Client assertion is not within its valid time range.",
    sources: ["service"],
  },
  {
    id: "entra.key-in-words",
    kind: "certificate_not_registered",
    pattern:
      /key (?:was )?not found.{0,80}thumbprint|certificate with identifier used to sign .{0,60}is not registered/,
    answered: true,
    example: "The certificate with identifier used to sign the client assertion is not registered on application.",
    sources: ["service"],
  },
  {
    id: "entra.application-in-words",
    kind: "application_not_found",
    pattern:
      /application with identifier .{1,80} was not found in the directory|application '.{1,80}' (?:was )?not found in/,
    answered: true,
    example: "Application with identifier '1111' was not found in the directory 'Contoso'.",
    sources: ["service"],
  },
  {
    id: "entra.tenant-in-words",
    kind: "tenant_not_found",
    pattern:
      /\btenant '?[^' ]{1,80}'? not found|could not find tenant id for provided tenant|neither a valid dns name, nor a valid external domain|no tenant-identifying information found|\binvalid_tenant\b/,
    answered: true,
    example: "Tenant 'nosuch.example' not found. Check to make sure you have the correct tenant ID",
    sources: ["service", "powershell"],
  },
  {
    id: "entra.refresh-token-in-words",
    kind: "refresh_token_expired",
    pattern:
      /refresh token has expired|provided grant has expired|grant has (?:been )?expired due to it being revoked|fresh auth token is needed/,
    answered: true,
    example: "The refresh token has expired due to inactivity.",
    sources: ["service"],
  },
  {
    id: "entra.mfa-in-words",
    kind: "mfa_required",
    pattern:
      /(?:must|need to|required to) (?:use|enroll in|perform) multi-?factor|multi-?factor authentication (?:is required|has expired)/,
    unless: /claims|installed version/,
    answered: true,
    example:
      "Due to a configuration change made by your administrator, you must use multi-factor authentication to access",
    sources: ["service"],
  },
  {
    id: "entra.consent-in-words",
    kind: "consent_required",
    pattern:
      /has not consented to use the application|needs? (?:admin )?permission to access resources|admin(?:istrator)? consent is required/,
    answered: true,
    example: "The user or administrator has not consented to use the application with ID '1111'.",
    sources: ["service"],
  },
  {
    id: "entra.password-in-words",
    kind: "invalid_user_credentials",
    pattern: /validating credentials due to invalid username or password/,
    answered: true,
    example: "Error validating credentials due to invalid username or password.",
    sources: ["service"],
  },
  {
    id: "entra.conditional-access-in-words",
    kind: "conditional_access_blocked",
    pattern:
      /blocked by conditional access|access has been blocked by|not supported through conditional access|access policy does not allow token issuance/,
    answered: true,
    example: "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
    sources: ["service"],
  },
  {
    id: "entra.device-in-words",
    kind: "device_not_compliant",
    pattern:
      /device is not in required device state|device (?:must be|is not) (?:compliant|managed)|requires? (?:a )?compliant device/,
    answered: true,
    example: "Device is not in required device state: compliant.",
    sources: ["service"],
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
    pattern: /(?:redirect|reply) ur[il] .{1,160}does not match the (?:redirect|reply)/,
    answered: true,
    example: "The reply URL specified in the request does not match the reply URLs configured for the application.",
    sources: ["service"],
  },
  {
    id: "entra.account-in-words",
    kind: "account_disabled_or_locked",
    pattern: /user account is disabled|account is locked/,
    answered: true,
    example: "The user account is disabled.",
    sources: ["service"],
  },
  {
    id: "entra.guest-in-words",
    kind: "guest_or_b2b_issue",
    pattern: /user account .{1,160}does not exist in tenant/,
    answered: true,
    example: "User account 'a@live.example' from identity provider 'live.com' does not exist in tenant 'Contoso'",
    sources: ["service"],
  },
  {
    id: "entra.scope-in-words",
    kind: "invalid_scope_or_resource",
    pattern:
      /input parameter 'scope' is not valid|must include a 'scope' input parameter|the scope .{1,200} is not valid/,
    answered: true,
    example: "The provided value for the input parameter 'scope' is not valid.",
    sources: ["service"],
  },
];
