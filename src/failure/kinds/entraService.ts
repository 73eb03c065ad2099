import type { KindInfo } from "../kinds.js";

/**
 * The kinds of failures of Entra ID, about the service itself, the clocks and the plans of a tenant.
 *
 * @internal
 */
export const ENTRA_SERVICE_KINDS = {
  throttled: {
    stage: "entra",
    owner: "nobody",
    retryable: true,
    title: "Throttled",
    means: "Too many requests were sent: they are answered again after a pause.",
    summary: "Too many requests were sent; wait before the next one.",
    remedies: [
      {
        action: "Wait as long as Retry-After says, then retry with backoff.",
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#error-handling",
      },
      {
        action: "Share one credential object per process, so that its token cache works, and join concurrent requests.",
        url: "https://learn.microsoft.com/entra/identity-platform/msal-acquire-cache-tokens",
      },
    ],
  },
  service_unavailable: {
    stage: "entra",
    owner: "nobody",
    retryable: true,
    title: "Identity service unavailable",
    means: "The identity service is temporarily unable to answer.",
    summary: "The identity service cannot answer at the moment.",
    remedies: [
      {
        action: "Retry with backoff.",
        url: "https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
      },
      {
        action: "If it lasts, look at the service status.",
        url: "https://azure.status.microsoft/status",
      },
    ],
  },
  invalid_token_response: {
    stage: "entra",
    owner: "platform",
    retryable: true,
    title: "Answer is not a token",
    means: "An answer came, but without a token that can be used.",
    summary: "The authority answered with success but without a usable token.",
    remedies: [
      {
        action: "Check that the authority or endpoint is the real one and no proxy or sign-in page answers for it.",
        url: "https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges#microsoft-365-common-and-office-online",
      },
      {
        action: "Update the identity library.",
        url: "https://learn.microsoft.com/entra/msal/overview",
      },
    ],
  },
  clock_skew: {
    stage: "entra",
    owner: "platform",
    retryable: false,
    title: "Clock is wrong",
    means: "A clock is off so far that proofs which are valid for a certain time fail.",
    summary: "A clock is too far off.",
    remedies: [
      {
        action: "Synchronise the clock.",
        command: "timedatectl status",
        url: "https://learn.microsoft.com/azure/virtual-machines/linux/time-sync",
      },
    ],
  },
  policy_or_license: {
    stage: "entra",
    owner: "identity-admin",
    retryable: false,
    title: "Forbidden by licence or setting",
    means: "A licence or a setting of the tenant forbids it.",
    summary: "A licence or a setting of the tenant forbids it.",
    remedies: [
      {
        action: "Ask an administrator of the tenant to allow what the message names.",
        url: "https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
      },
      {
        action: "Check that the tenant has the licence that the feature needs.",
        url: "https://learn.microsoft.com/entra/fundamentals/licensing",
      },
    ],
  },
} as const satisfies Record<string, KindInfo>;
