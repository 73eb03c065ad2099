import type { KindInfo } from "../kinds.js";

/**
 * The kinds of failures of Entra ID, about the secret of an application.
 *
 * @internal
 */
export const ENTRA_SECRET_KINDS = {
  invalid_client_secret: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Client secret wrong",
    means: "The client secret is not one of the application's.",
    summary: "Entra ID refused the client secret.",
    remedies: [
      {
        action: "Pass the value of the secret, not its id.",
        url: "https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal#option-2-create-a-new-application-secret",
      },
      {
        action:
          "Check that the secret belongs to this client id and tenant, and was not cut or quoted on its way into the process.",
        command: 'az ad app credential list --id <client-id> --query "[].{id:keyId,hint:hint,end:endDateTime}"',
        url: "https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal#option-2-create-a-new-application-secret",
      },
      {
        action: "If the value is lost, add a new secret; better, use a managed identity or federated credential.",
        url: "https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust",
      },
    ],
  },
  expired_client_secret: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Client secret expired",
    means: "The client secret has passed its end date.",
    summary: "The client secret has expired.",
    remedies: [
      {
        action: "Create a new secret and roll it out.",
        command: 'az ad app credential list --id <client-id> --query "[].{id:keyId,end:endDateTime}"',
        url: "https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal#option-2-create-a-new-application-secret",
      },
      {
        action: "Replace secrets by a managed identity or a federated credential, which do not expire.",
        url: "https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust",
      },
    ],
  },
  missing_client_credential: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Client credential missing",
    means: "The request brought neither a client secret nor an assertion, and the application has to show one.",
    summary: "The application proved its identity with neither a secret nor an assertion.",
    remedies: [
      {
        action: "Give the credential a secret, certificate or assertion, since the application is confidential.",
        url: "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow",
      },
      {
        action: "If it is meant to be a public client, allow public client flows on the registration.",
        url: "https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal",
      },
    ],
  },
} as const satisfies Record<string, KindInfo>;
