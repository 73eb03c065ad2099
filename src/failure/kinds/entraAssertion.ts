import type { KindInfo } from "../kinds.js";

/**
 * The kinds of failures of Entra ID, about the certificate or the assertion of an application.
 *
 * @internal
 */
export const ENTRA_ASSERTION_KINDS = {
  invalid_certificate: {
    stage: "entra",
    owner: "developer",
    retryable: false,
    title: "Certificate refused",
    means: "The certificate that was shown is not accepted.",
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
        command:
          'az ad app credential list --id <client-id> --cert --query "[].{thumbprint:customKeyIdentifier,end:endDateTime}"',
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
    means: "The assertion that was sent is malformed, or its claims are not the right ones.",
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
    means: "No federated credential of the application or identity matches the external token.",
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
    means: "The assertion or token that was presented was outside its validity window.",
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
