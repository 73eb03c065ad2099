import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Entra ID's own sentences about whoever signs in, where the number before them was cut off.
 *
 * @internal
 */
export const ENTRA_PERSON_SENTENCE_RULES: readonly Rule[] = [
  {
    id: "entra-sentence.grant-over",
    kind: "refresh_token_expired",
    pattern:
      /the refresh token has expired (?:due to inactivity|or is invalid due to)|provided grant has expired due to it being revoked|refresh token was issued to a single page app/,
    answered: true,
    example:
      "The refresh token has expired due to inactivity. The token was issued on 2026-05-20 and was inactive for 90.00:00:00.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.second-factor",
    kind: "mfa_required",
    pattern: /you must (?:use|enroll in) multi-factor authentication to access|\bstrong authentication is required\b/,
    answered: true,
    example:
      "Due to a configuration change made by your administrator, you must use multi-factor authentication to access '797f4846-ba00-4fd7-ba43-dac1f8f63013'.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.policy-of-access",
    kind: "conditional_access_blocked",
    pattern: anyOf(
      /is not an approved app for conditional access/,
      /not supported through conditional access/,
      /invalidated due to authentication flow checks by conditional access/,
      /conditional access token protection policy blocked/,
      /organization requires this information to be set from specific locations/,
    ),
    answered: true,
    example:
      "User tried to log in to a device from a platform (Unknown) that's currently not supported through Conditional Access policy.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.device",
    kind: "device_not_compliant",
    pattern:
      /\bdevice is not in required device state\b|\bdevice authentication is required\b|\bdevice is not workplace joined\b|your device is required to be managed to access/,
    answered: true,
    example:
      "Device is not in required device state: compliant. Conditional Access policy requires a compliant device.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.password-over",
    kind: "password_expired",
    pattern:
      /(?:^|[:.\]] ?)the password is expired\b(?! for)|\bactive directory password has expired\b|password change is required due to account risk/,
    unless: /keystore|keychain/,
    answered: true,
    example: "invalid_grant: The password is expired.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.password-wrong",
    kind: "invalid_user_credentials",
    pattern:
      /error validating credentials due to invalid username or password|invalid or missing password: password does not exist|failed to authenticate the user .{1,160} in active directory.{0,200}invalid user ?name or password/,
    answered: true,
    example: "Error validating credentials due to invalid username or password. Trace ID: 1",
    sources: ["service"],
  },
  {
    id: "entra-sentence.account-locked",
    kind: "account_disabled_or_locked",
    pattern: /the account is locked, you've tried to sign in too many times/,
    answered: true,
    example: "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.stranger",
    kind: "guest_or_b2b_issue",
    pattern:
      /\buser account .{1,160} from identity provider .{1,160} does not exist in tenant|user account (?:.{1,100} )?does not exist in tenant .{1,120} and cannot access the application|from external tenant is not supported for tenantless|is a personal microsoft account\. personal microsoft accounts/,
    unless: /aadsts/,
    answered: true,
    example: "User account 'jo@outlook.com' from identity provider 'live.com' does not exist in tenant 'Woodgrove'",
    sources: ["service"],
  },
  {
    id: "entra-sentence.user-unknown",
    kind: "user_not_found",
    pattern:
      /\buser account .{1,160} does not exist in the .{1,120} directory\. to sign|\buser account has been deleted from the .{1,120} directory/,
    answered: true,
    example:
      "The user account {EmailHidden} does not exist in the fabrikam.com directory. To sign into this application, the account must be added to the directory.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.consent",
    kind: "consent_required",
    pattern:
      /has not consented to use the application|set a policy that prevents you from granting|user declined to consent to access|misconfigured application\. this could be due to one of the following/,
    answered: true,
    example:
      "The user or administrator has not consented to use the application with ID '04b07795-8ddb-461a-bbee-02f9e1bf7b46' named 'Microsoft Azure CLI'.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.not-assigned",
    kind: "permission_denied",
    pattern: anyOf(
      /is not assigned to a role for the application\b/,
      /to block users unless they are specifically granted/,
      /requested a role .{1,80} but this role can only be granted to users/,
      /is not authorized to make application on-behalf-of calls/,
    ),
    answered: true,
    example: "The signed in user 'ada@contoso.com' is not assigned to a role for the application '1'(orders).",
    sources: ["service"],
  },
  {
    id: "entra-sentence.silent",
    kind: "interaction_required",
    pattern: /authorization code was already redeemed|silent sign-in request was sent but no user is signed in/,
    answered: true,
    example:
      "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.",
    sources: ["service"],
  },
  {
    id: "entra-sentence.session",
    kind: "session_or_cookie",
    pattern:
      /session is invalid due to expiration or recent password change|\bflow token has expired\. authentication failed|request tokens do not match the user context/,
    answered: true,
    example: "Session is invalid due to expiration or recent password change. Trace ID: 1",
    sources: ["service"],
  },
];
