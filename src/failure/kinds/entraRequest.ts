import type { KindInfo } from "../kinds.js";

/**
 * The kinds of failures of Entra ID, about the request, the tenant and the service itself.
 *
 * @internal
 */
export const ENTRA_REQUEST_KINDS = {
  invalid_scope_or_resource: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Scope or resource invalid",
    means: "The scope or resource is malformed or not one that may be asked for.",
    summary: "The scope or resource cannot be asked for.",
    remedies: [
      {
        action: "Ask for the resource’s own identifier with /.default appended, e.g. https://vault.azure.net/.default.",
        url: "https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-default-scope",
      },
      {
        action: "Ask for one resource per call.",
        url: "https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-default-scope",
      },
    ],
  },
  resource_principal_not_found: {
    stage: "entra",
    owner: "identity-admin",
    retryable: false,
    title: "API unknown in tenant",
    means: "The API asked for has no service principal in the tenant.",
    summary: "The API asked for is not present in the tenant.",
    remedies: [
      {
        action: "Check the scope for a spelling mistake and for the right cloud.",
        url: "https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-default-scope",
      },
      {
        action: "Have an administrator create the service principal of that API in the tenant.",
        command: "az ad sp show --id <api-id> --query displayName",
        url: "https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent",
      },
    ],
  },
  consent_required: {
    stage: "entra",
    owner: "identity-admin",
    retryable: false,
    title: "Consent required",
    means: "Nobody has consented to the permission asked for.",
    summary: "Nobody has consented to the permission that was asked for.",
    remedies: [
      {
        action: "Have an administrator grant consent for the application.",
        command: "az ad app permission admin-consent --id <client-id>",
        url: "https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent",
      },
      {
        action: "Or let the user consent in an interactive sign-in.",
        url: "https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent",
      },
    ],
  },
  permission_denied: {
    stage: "entra",
    owner: "identity-admin",
    retryable: false,
    title: "Not permitted by the tenant",
    means: "Entra refuses this application or user the token by assignment or role.",
    summary: "The tenant does not permit this application or user to get the token.",
    remedies: [
      {
        action: "Have an administrator assign the user, group or application to the target application.",
        url: "https://learn.microsoft.com/entra/identity/enterprise-apps/assign-user-or-group-access-portal",
      },
      {
        action: "Check app roles and API permissions of the application.",
        url: "https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent",
      },
    ],
  },
  redirect_uri_mismatch: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Redirect URI not registered",
    means: "The redirect URI is not registered on the application.",
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
    means: "A parameter is missing, duplicated or malformed.",
    summary: "Entra ID found the request malformed.",
    remedies: [
      {
        action: "Look the AADSTS code up: its page names the parameter.",
        url: "https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
      },
      {
        action: "Update the identity library; a custom authority or proxy may have changed the request.",
        url: "https://aka.ms/azsdk/js/identity/troubleshoot",
      },
    ],
  },
  unsupported_grant_or_response: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Flow not enabled",
    means: "The grant or response type is not enabled or not supported.",
    summary: "The flow is not enabled for this application.",
    remedies: [
      {
        action: "Enable the flow on the app registration, or use one that is enabled.",
        command: 'az ad app show --id <client-id> --query "{name:displayName,audience:signInAudience}"',
        url: "https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal",
      },
    ],
  },
  throttled: {
    stage: "entra",
    owner: "nobody",
    retryable: true,
    title: "Throttled",
    means: "Too many requests; wait for Retry-After. Also IMDS 429.",
    summary: "Too many requests were sent; wait before the next one.",
    remedies: [
      {
        action: "Wait as long as Retry-After says, then retry with backoff.",
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#error-handling",
      },
      {
        action: "Share one credential object per process, so that its token cache works, and join concurrent requests.",
        url: "https://aka.ms/azsdk/js/identity/troubleshoot",
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
    means: "The authority answered with success but with nothing usable as a token: a missing or malformed field.",
    summary: "The authority answered with success but without a usable token.",
    remedies: [
      {
        action: "Check that the authority or endpoint is the real one and no proxy or sign-in page answers for it.",
        url: "https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges#microsoft-365-common-and-office-online",
      },
      {
        action: "Update the identity library.",
        url: "https://aka.ms/azsdk/js/identity/troubleshoot",
      },
    ],
  },
  clock_skew: {
    stage: "entra",
    owner: "platform",
    retryable: false,
    title: "Clock is wrong",
    means: "The machine's clock is off so far that time-bound proofs fail.",
    summary: "The clock of this machine is too far off.",
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
    means: "A licence or a tenant-wide setting forbids it.",
    summary: "A licence or a setting of the tenant forbids it.",
    remedies: [
      {
        action: "Look the AADSTS code up and ask an administrator of the tenant.",
        url: "https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
      },
      {
        action: "Check that the tenant has the licence that the feature needs.",
        url: "https://learn.microsoft.com/entra/fundamentals/licensing",
      },
    ],
  },
} as const satisfies Record<string, KindInfo>;
