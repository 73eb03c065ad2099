import type { KindInfo } from "../kinds.js";

/**
 * The kinds of failures of Entra ID, about what the token is for and the consent to it.
 *
 * @internal
 */
export const ENTRA_RESOURCE_KINDS = {
  invalid_scope_or_resource: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Scope or resource invalid",
    means: "The scope or resource is not one that can be asked for in this way.",
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
    means: "The API that was asked for has no service principal in the tenant.",
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
    means: "Nobody has consented to the permission that was asked for.",
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
    means: "The tenant does not permit this application or user to get the token.",
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
} as const satisfies Record<string, KindInfo>;
