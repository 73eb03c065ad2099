import type { KindInfo } from "../kinds.js";

/**
 * The kinds of failures of Entra ID, about the user, the device and the session.
 *
 * @internal
 */
export const ENTRA_USER_KINDS = {
  user_not_found: {
    stage: "entra",
    owner: "identity-admin",
    retryable: false,
    title: "User not found",
    means: "The user does not exist in the tenant.",
    summary: "The user does not exist in the tenant.",
    remedies: [
      {
        action: "Check the user name and the tenant it is signed in to.",
        url: "https://learn.microsoft.com/partner-center/find-ids-and-domain-names",
      },
      {
        action: "Have an administrator invite or create the user.",
        url: "https://learn.microsoft.com/entra/external-id/troubleshoot",
      },
    ],
  },
  invalid_user_credentials: {
    stage: "entra",
    owner: "user",
    retryable: false,
    title: "User name or password wrong",
    means: "User name or password is wrong.",
    summary: "The user name or password is wrong.",
    remedies: [
      {
        action: "Check user name and password.",
        url: "https://learn.microsoft.com/entra/identity/authentication/concept-sspr-howitworks",
      },
      {
        action: "Do not use passwords for services: this flow fails for every account that needs a second factor.",
        url: "https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication",
      },
    ],
  },
  password_expired: {
    stage: "entra",
    owner: "user",
    retryable: false,
    title: "Password expired",
    means: "The password has expired or must be changed.",
    summary: "The password has expired or must be changed.",
    remedies: [
      {
        action: "Change the password in a browser, then sign in again.",
        url: "https://learn.microsoft.com/entra/identity/authentication/concept-sspr-howitworks",
      },
      {
        action: "Move the service off user passwords.",
        url: "https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication",
      },
    ],
  },
  account_disabled_or_locked: {
    stage: "entra",
    owner: "identity-admin",
    retryable: false,
    title: "Account disabled or locked",
    means: "The account is disabled, locked or blocked by risk.",
    summary: "The account is disabled, locked or blocked.",
    remedies: [
      {
        action: "Ask an administrator to look at the account and its risk state.",
        url: "https://learn.microsoft.com/entra/identity/authentication/howto-password-smart-lockout",
      },
      {
        action: "If it locks again, find the program that keeps sending an old password.",
        url: "https://learn.microsoft.com/entra/identity/monitoring-health/concept-sign-ins",
      },
    ],
  },
  mfa_required: {
    stage: "entra",
    owner: "user",
    retryable: false,
    title: "Second factor required",
    means: "A second factor is needed and this flow cannot ask for it.",
    summary: "A second factor is needed, and this flow cannot ask for it.",
    remedies: [
      {
        action: "Sign in interactively once, for the same scope and tenant.",
        command: "az login --scope <scope> --tenant <tenant-id>",
        url: "https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication",
      },
      {
        action: "Unattended code must not use a person’s account: use a managed identity or service principal.",
        url: "https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication",
      },
    ],
  },
  conditional_access_blocked: {
    stage: "entra",
    owner: "identity-admin",
    retryable: false,
    title: "Blocked by Conditional Access",
    means: "A Conditional Access policy forbids this sign-in.",
    summary: "A Conditional Access policy forbids this sign-in.",
    remedies: [
      {
        action: "Find the policy in the sign-in log of Entra ID, by correlation id.",
        url: "https://learn.microsoft.com/entra/identity/monitoring-health/concept-sign-ins",
      },
      {
        action: "Sign in from an allowed place or device, or have the policy changed for this workload.",
        url: "https://learn.microsoft.com/entra/identity/conditional-access/workload-identity",
      },
    ],
  },
  device_not_compliant: {
    stage: "entra",
    owner: "identity-admin",
    retryable: false,
    title: "Device not compliant",
    means: "The device does not satisfy the policy in force.",
    summary: "The device does not satisfy the policy in force.",
    remedies: [
      {
        action: "Register or enrol the device and bring it into compliance.",
        url: "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant#require-device-to-be-marked-as-compliant",
      },
      {
        action: "Use a device that the policy accepts.",
        url: "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant#require-device-to-be-marked-as-compliant",
      },
    ],
  },
  interaction_required: {
    stage: "entra",
    owner: "user",
    retryable: false,
    title: "Interaction required",
    means:
      "A person must act: choose an account, sign in again, accept terms, satisfy claims that were demanded while the token was being acquired.",
    summary: "A person has to sign in or answer a question.",
    remedies: [
      {
        action: "Sign in again, with the scope, tenant or claims that the message names.",
        command: "az login --scope <scope>",
        url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli",
      },
      {
        action: "In an application with a user, start an interactive sign-in when silent acquisition fails.",
        url: "https://learn.microsoft.com/entra/identity-platform/claims-challenge",
      },
    ],
  },
  refresh_token_expired: {
    stage: "entra",
    owner: "user",
    retryable: false,
    title: "Sign-in expired",
    means: "The stored sign-in has expired or been revoked.",
    summary: "The stored sign-in has expired or was revoked.",
    remedies: [
      {
        action: "Sign in again with the tool or application that holds the sign-in.",
        command: "az login",
        url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli",
      },
      {
        action: "Unattended code must not depend on a person’s sign-in: use a managed identity or service principal.",
        url: "https://learn.microsoft.com/entra/identity-platform/refresh-tokens",
      },
    ],
  },
  guest_or_b2b_issue: {
    stage: "entra",
    owner: "identity-admin",
    retryable: false,
    title: "Guest or cross-tenant rule",
    means: "A guest or cross-tenant rule stands in the way.",
    summary: "A rule for guests or other tenants stands in the way.",
    remedies: [
      {
        action: "Sign in to the tenant that holds the resource, naming it.",
        command: "az login --tenant <tenant-id>",
        url: "https://learn.microsoft.com/entra/external-id/troubleshoot",
      },
      {
        action: "Have an administrator invite the account, and check cross-tenant access settings.",
        url: "https://learn.microsoft.com/entra/external-id/troubleshoot",
      },
    ],
  },
  federation_issue: {
    stage: "entra",
    owner: "identity-admin",
    retryable: false,
    title: "Federated provider failed",
    means: "The federated identity provider answered wrongly or not at all.",
    summary: "The federated identity provider answered wrongly or not at all.",
    remedies: [
      {
        action: "Have the administrators of the federated provider check its health and signing certificate.",
        url: "https://learn.microsoft.com/entra/identity/hybrid/connect/whatis-fed",
      },
    ],
  },
  session_or_cookie: {
    stage: "entra",
    owner: "user",
    retryable: false,
    title: "Browser session broken",
    means: "A browser session or cookie is missing or broken.",
    summary: "The browser session of the sign-in is missing or broken.",
    remedies: [
      {
        action: "Sign in again in a fresh browser window, with cookies allowed.",
        url: "https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
      },
    ],
  },
  device_code_flow: {
    stage: "entra",
    owner: "user",
    retryable: false,
    title: "Device code not completed",
    means: "The device-code flow is pending, declined or expired.",
    summary: "The device code sign-in is pending, was declined or has expired.",
    remedies: [
      {
        action: "Start again and enter the code in time.",
        url: "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code",
      },
      {
        action: "If the tenant blocks this flow, use an interactive sign-in.",
        url: "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code",
      },
    ],
  },
} as const satisfies Record<string, KindInfo>;
