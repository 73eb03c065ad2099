import type { KindInfo } from "../kinds.js";

/**
 * The kinds of failures of Entra ID, about the account of a user and its password.
 *
 * @internal
 */
export const ENTRA_ACCOUNT_KINDS = {
  user_not_found: {
    stage: "entra",
    owner: "identity-admin",
    retryable: false,
    title: "User not found",
    means: "The user does not exist in the tenant.",
    summary: "The user does not exist in the tenant.",
    remedies: [
      {
        action: "Check the user name, and the tenant that is asked.",
        url: "https://learn.microsoft.com/entra/fundamentals/how-to-find-tenant",
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
    means: "The user name or the password is wrong.",
    summary: "The user name or password is wrong.",
    remedies: [
      {
        action: "Check user name and password, or whatever else was used as proof, and the tenant that is asked.",
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
        action: "Do not use passwords of users in programs that run unattended.",
        url: "https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication",
      },
    ],
  },
  account_disabled_or_locked: {
    stage: "entra",
    owner: "identity-admin",
    retryable: false,
    title: "Account disabled or locked",
    means: "The account is disabled, locked or blocked.",
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
} as const satisfies Record<string, KindInfo>;
