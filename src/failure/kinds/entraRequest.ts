import type { KindInfo } from "../kinds.js";

/**
 * The kinds of failures of Entra ID, about the form of a request.
 *
 * @internal
 */
export const ENTRA_REQUEST_KINDS = {
  redirect_uri_mismatch: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Redirect URI not registered",
    means: "The redirect URI is not one that is registered on the application.",
    summary: "The redirect URI is not registered on the application.",
    remedies: [
      {
        action: "Register exactly the redirect URI the application sends, under the platform that fits it.",
        command:
          'az ad app show --id <client-id> --query "{web:web.redirectUris,spa:spa.redirectUris,public:publicClient.redirectUris}"',
        url: "https://learn.microsoft.com/entra/identity-platform/reply-url",
      },
    ],
  },
  malformed_request: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Request malformed",
    means: "The request lacks a parameter, or has one that is not as it should be.",
    summary: "The request for a token is malformed.",
    remedies: [
      {
        action: "Correct the parameter that the message names.",
        url: "https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
      },
      {
        action: "Update the identity library; a custom authority or proxy may have changed the request.",
        url: "https://learn.microsoft.com/entra/msal/overview",
      },
    ],
  },
  unsupported_grant_or_response: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Flow not enabled",
    means: "The flow that was used is not enabled or not supported here.",
    summary: "The flow is not enabled or not supported here.",
    remedies: [
      {
        action: "Enable the flow on the app registration, or use one that is enabled.",
        command: 'az ad app show --id <client-id> --query "{name:displayName,audience:signInAudience}"',
        url: "https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal",
      },
    ],
  },
} as const satisfies Record<string, KindInfo>;
