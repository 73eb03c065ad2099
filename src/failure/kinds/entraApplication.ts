import type { KindInfo } from "../kinds.js";

/**
 * The kinds of failures of Entra ID, about the application and its proof.
 *
 * @internal
 */
export const ENTRA_APPLICATION_KINDS = {
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
    means: "Every client secret that was tried has passed its end date.",
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
    means: "A confidential client sent neither secret nor assertion.",
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
  application_not_found: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Application not found",
    means: "The client id is unknown in the tenant that was asked.",
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
    means: "The tenant id or domain does not exist in this cloud.",
    summary: "The tenant does not exist in this cloud.",
    remedies: [
      {
        action: "Check the tenant id or domain: 200 means that the tenant exists in this cloud.",
        command:
          'curl -s -o /dev/null -w "%{http_code}\\n" https://login.microsoftonline.com/<tenant-id>/v2.0/.well-known/openid-configuration',
        url: "https://learn.microsoft.com/partner-center/find-ids-and-domain-names",
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
    means: "The tenant's own set-up stands in the way.",
    summary: "The set-up of the tenant or application stands in the way.",
    remedies: [
      {
        action: "Look the AADSTS code up and hand it, with correlation id and time, to an administrator of the tenant.",
        url: "https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
      },
      {
        action: "Check supported account types and token settings of the app registration.",
        command: 'az ad app show --id <client-id> --query "{name:displayName,audience:signInAudience}"',
        url: "https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal",
      },
    ],
  },
  invalid_certificate: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Certificate refused",
    means: "A certificate shown to Entra is malformed, expired, revoked or not trusted.",
    summary: "Entra ID refused the certificate.",
    remedies: [
      {
        action: "Check that the certificate is within its validity period and is the one registered.",
        command: "openssl x509 -noout -subject -dates -fingerprint -in <cert-file>",
        url: "https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal#option-1-upload-a-certificate",
      },
      {
        action: "With subject name and issuer authentication, check the trusted issuer and send the certificate chain.",
        url: "https://learn.microsoft.com/entra/identity-platform/certificate-credentials",
      },
    ],
  },
  certificate_not_registered: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Certificate not registered",
    means: "The assertion is signed with a key that is not registered on the application.",
    summary: "The key that signed the assertion is not registered on the application.",
    remedies: [
      {
        action: "Upload the public certificate to the app registration.",
        command: 'az ad app credential list --id <client-id> --cert --query "[].{id:keyId,end:endDateTime}"',
        url: "https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal#option-1-upload-a-certificate",
      },
      {
        action: "Check that the private key in use belongs to the uploaded certificate, also after a rotation.",
        url: "https://learn.microsoft.com/entra/identity-platform/certificate-credentials",
      },
    ],
  },
  invalid_assertion: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Assertion invalid",
    means: "The client or user assertion is malformed or has wrong claims.",
    summary: "The assertion is malformed or has wrong claims.",
    remedies: [
      {
        action: "Check issuer, subject (both the client id) and audience (the token endpoint) of a client assertion.",
        url: "https://learn.microsoft.com/entra/identity-platform/certificate-credentials",
      },
      {
        action:
          "Build an own assertion in the documented JWT layout (header with the certificate’s thumbprint) and sign it with the registered key; better, let the credential build it.",
        url: "https://learn.microsoft.com/entra/identity-platform/certificate-credentials",
      },
      {
        action: "In an on-behalf-of flow, pass an access token that was issued for this application.",
        url: "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow",
      },
    ],
  },
  federated_credential_mismatch: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Federated credential mismatch",
    means: "No federated credential matches the external token's issuer, subject and audience.",
    summary: "No federated credential matches the external token.",
    remedies: [
      {
        action:
          "Compare issuer, subject and audience of the token with the federated credential, letter by letter, trailing slash included.",
        command:
          'az ad app federated-credential list --id <client-id> --query "[].{iss:issuer,sub:subject,aud:audiences}"',
        url: "https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust",
      },
      {
        action: "Register what the token shows, on the application or the user-assigned identity.",
        command:
          'az ad app federated-credential create --id <client-id> --parameters \'{"name":"<name>","issuer":"<issuer>","subject":"<subject>","audiences":["<audience>"]}\'',
        url: "https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust",
      },
      {
        action: "Wait some minutes after creating it: it takes time to spread.",
        url: "https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust",
      },
      {
        action: "On AKS, check the OIDC issuer of the cluster and the annotation of the service account.",
        url: "https://azure.github.io/azure-workload-identity/docs/troubleshooting.html",
      },
    ],
  },
  assertion_expired: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Assertion expired",
    means: "The assertion or federated token was outside its validity window.",
    summary: "The assertion was outside its validity window.",
    remedies: [
      {
        action: "Get a fresh external token for every request; do not keep one for the life of the process.",
        url: "https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust",
      },
      {
        action: "Check the clock of the machine.",
        url: "https://learn.microsoft.com/azure/virtual-machines/linux/time-sync",
      },
    ],
  },
} as const satisfies Record<string, KindInfo>;
