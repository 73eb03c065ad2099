import type { KindInfo } from "../kinds.js";

/**
 * The kinds of failures of Entra ID, about the application and its tenant.
 *
 * @internal
 */
export const ENTRA_APPLICATION_KINDS = {
  application_not_found: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Application not found",
    means: "The application is unknown in the tenant that was asked.",
    summary: "The application is not known in the tenant that was asked.",
    remedies: [
      {
        action: "Check client id and tenant id against the app registration.",
        command: 'az ad app show --id <client-id> --query "{name:displayName,audience:signInAudience}"',
        url: "https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal",
      },
      {
        action: "For a multi-tenant application, have an administrator of that tenant consent to it.",
        url: "https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent",
      },
      {
        action: "Pass the application (client) id, not an object id.",
        url: "https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal",
      },
    ],
  },
  application_disabled: {
    stage: "entra",
    owner: "identity-admin",
    retryable: false,
    title: "Application disabled",
    means: "The application or its service principal is disabled.",
    summary: "The application or its service principal is disabled.",
    remedies: [
      {
        action: "Ask an administrator why it was disabled, and to enable sign-in for it.",
        command: "az ad sp show --id <client-id> --query accountEnabled",
        url: "https://learn.microsoft.com/entra/identity/enterprise-apps/disable-user-sign-in-portal",
      },
    ],
  },
  tenant_not_found: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Tenant not found",
    means: "The tenant that was named does not exist in this cloud.",
    summary: "The tenant does not exist in this cloud.",
    remedies: [
      {
        action: "Check the tenant id or domain: 200 means that the tenant exists in this cloud.",
        command:
          'curl -s -o /dev/null -w "%{http_code}\\n" https://<login-host>/<tenant-id>/v2.0/.well-known/openid-configuration',
        url: "https://learn.microsoft.com/entra/fundamentals/how-to-find-tenant",
      },
      {
        action: "Check that the authority is the one of the tenant’s cloud (public, US Government, China).",
        url: "https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud",
      },
      {
        action: "In Azure Pipelines, use the tenant GUID of the service connection.",
        url: "https://aka.ms/azsdk/js/identity/azurepipelinescredential/troubleshoot",
      },
    ],
  },
  tenant_misconfigured: {
    stage: "entra",
    owner: "identity-admin",
    retryable: false,
    title: "Tenant set-up in the way",
    means: "The set-up of the tenant or of the application stands in the way.",
    summary: "The set-up of the tenant or application stands in the way.",
    remedies: [
      {
        action: "Hand the message, with correlation id and time, to an administrator of the tenant.",
        url: "https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
      },
      {
        action: "Check supported account types and token settings of the app registration.",
        command: 'az ad app show --id <client-id> --query "{name:displayName,audience:signInAudience}"',
        url: "https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal",
      },
    ],
  },
} as const satisfies Record<string, KindInfo>;
