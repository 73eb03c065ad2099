import type { KindInfo } from "../kinds.js";

/**
 * The kinds of failures of Entra ID, about signing in and staying signed in.
 *
 * @internal
 */
export const ENTRA_SIGN_IN_KINDS = {
  interaction_required: {
    stage: "entra",
    owner: "user",
    retryable: false,
    title: "Interaction required",
    means: "A person has to act before a token can be had.",
    summary: "A person has to sign in or answer a question.",
    remedies: [
      {
        action: "Sign in again with the tool or application that asked, for the same scope and tenant.",
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
    means: "The stored sign-in is no longer valid: it has expired or was revoked.",
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
    means: "A rule for guests or between tenants stands in the way.",
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
    means: "The sign-in with the federated identity provider failed.",
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
    means: "A cookie or the session of the browser sign-in is missing or no longer good.",
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
    means: "The sign-in with a device code was not completed.",
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
