import type { KindInfo } from "../kinds.js";

/**
 * The kinds of failures of what was configured before anything was sent.
 *
 * @internal
 */
export const CONFIGURATION_KINDS = {
  configuration_missing: {
    stage: "configuration",
    owner: "developer",
    retryable: false,
    title: "Configuration missing",
    means: "A required option or environment variable is absent or empty, so the credential could not even try.",
    summary: "A required option or environment variable is not set.",
    remedies: [
      {
        action:
          "Set every variable of one flow before the process starts: tenant, client, and a secret, certificate or token file.",
        command: "env | cut -d= -f1 | grep -E '^(AZURE|IDENTITY|MSI)_'",
        url: "https://aka.ms/azsdk/js/identity/environmentcredential/troubleshoot",
      },
      { action: "Check that the variables reach this very process: service unit, container, or pod template." },
      {
        action:
          "On AKS, check the pod label azure.workload.identity/use, the service account annotation and the webhook.",
        url: "https://azure.github.io/azure-workload-identity/docs/troubleshooting.html",
      },
    ],
  },
  configuration_invalid: {
    stage: "configuration",
    owner: "developer",
    retryable: false,
    title: "Configuration invalid",
    means:
      "An option or environment variable has a value that cannot work: malformed tenant id, unknown AZURE_TOKEN_CREDENTIALS value, non-HTTPS authority, several scopes for a managed identity, two user-assigned ids at once.",
    summary: "An option or environment variable has a value that cannot work.",
    remedies: [
      {
        action: "Correct the option or variable that the message names.",
        url: "https://aka.ms/azsdk/js/identity/troubleshoot",
      },
      {
        action:
          "Give tenants as a GUID or verified domain, subscriptions as an id, authorities and endpoints as absolute HTTPS URLs.",
        url: "https://learn.microsoft.com/partner-center/find-ids-and-domain-names",
      },
      {
        action: "Give AZURE_TOKEN_CREDENTIALS the value dev, prod or one credential name, or unset it.",
        url: "https://learn.microsoft.com/azure/developer/javascript/sdk/authentication/credential-chains",
      },
    ],
  },
  no_credential_available: {
    stage: "configuration",
    owner: "developer",
    retryable: false,
    title: "No credential available",
    means:
      "Every member of a chain was unavailable and none of them had been set up for this host: no attempt stands out as the one that was meant to work.",
    summary: "No credential of the chain is set up on this host.",
    remedies: [
      {
        action: "Decide which credential is meant to work on this host, and use that one instead of the whole chain.",
        url: "https://learn.microsoft.com/azure/developer/javascript/sdk/authentication/credential-chains",
      },
      {
        action: "On Azure, enable a managed identity; on AKS, workload identity.",
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/qs-configure-portal-windows-vm",
      },
      {
        action: "Turn SDK logging on and read what each credential reported.",
        command: "AZURE_LOG_LEVEL=info",
        url: "https://aka.ms/azsdk/js/identity/troubleshoot",
      },
      {
        action: "On a developer machine, sign in.",
        command: "az login",
        url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli",
      },
    ],
  },
  tenant_not_allowed: {
    stage: "configuration",
    owner: "developer",
    retryable: false,
    title: "Tenant not allowed",
    means: "The requested tenant differs from the configured one and is not among the additionally allowed tenants.",
    summary: "A token was asked for in a tenant this credential may not use.",
    remedies: [
      {
        action: "Check the tenant that was asked for; a challenge of the service may name a tenant other than yours.",
        url: "https://learn.microsoft.com/partner-center/find-ids-and-domain-names",
      },
      {
        action: "If that tenant is right, add it to additionallyAllowedTenants of the credential.",
        url: "https://aka.ms/azsdk/js/identity/troubleshoot",
      },
    ],
  },
  credential_file_unreadable: {
    stage: "configuration",
    owner: "platform",
    retryable: false,
    title: "Credential file unreadable",
    means: "A certificate, federated-token or Azure Arc key file is missing, empty or not readable by the process.",
    summary: "A file the credential needs is missing, empty or not readable.",
    remedies: [
      {
        action:
          "Check that the file exists at that path inside the container or host the process runs on, and that its user may read it.",
        command: 'ls -l "<token-file>"',
      },
      {
        action:
          "For a federated token on AKS, check that the webhook mounted the projected volume into this container.",
        url: "https://azure.github.io/azure-workload-identity/docs/troubleshooting.html",
      },
      {
        action:
          "For Azure Arc, add the process user to the group himds (Linux) or Hybrid Agent Extension Applications (Windows).",
        url: "https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication",
      },
    ],
  },
  certificate_unusable: {
    stage: "configuration",
    owner: "developer",
    retryable: false,
    title: "Certificate unusable",
    means:
      "The certificate file was read but cannot be used: no private key, wrong password, unsupported format, not PEM.",
    summary: "The certificate was read but cannot be used.",
    remedies: [
      {
        action:
          "Provide one PEM file with both the certificate and its unencrypted or correctly password-protected private key.",
        command: "openssl x509 -noout -subject -enddate -in <cert-file>",
        url: "https://learn.microsoft.com/entra/identity-platform/certificate-credentials",
      },
      {
        action: "Convert a PFX to PEM, and check the password.",
        command: "openssl pkcs12 -in <file.pfx> -out <file.pem> -nodes",
        url: "https://learn.microsoft.com/entra/identity-platform/certificate-credentials",
      },
    ],
  },
  assertion_unavailable: {
    stage: "configuration",
    owner: "platform",
    retryable: true,
    title: "External assertion unavailable",
    means:
      "The external token or assertion that was to be presented could not be had: the CI system's OIDC endpoint refused or answered oddly, or the application's own assertion callback failed.",
    summary: "The external token that was to be presented could not be obtained.",
    remedies: [
      {
        action: "In Azure Pipelines, map System.AccessToken into the task and check the service connection id.",
        url: "https://aka.ms/azsdk/js/identity/azurepipelinescredential/troubleshoot",
      },
      {
        action:
          "In another CI system, allow the job to request an OIDC token (GitHub Actions: permissions id-token: write).",
        url: "https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust",
      },
      { action: "With an own assertion callback, log why it fails." },
    ],
  },
  token_cache_unavailable: {
    stage: "configuration",
    owner: "platform",
    retryable: false,
    title: "Token cache unavailable",
    means:
      "The local token cache cannot be read, written or locked (keychain, libsecret, DPAPI, file), or holds entries that cannot be told apart.",
    summary: "The local token cache cannot be used.",
    remedies: [
      {
        action:
          "Unlock or install the key store (Keychain, libsecret with a D-Bus session, DPAPI), or run without a persistent cache.",
        url: "https://github.com/Azure/azure-sdk-for-js/tree/main/sdk/identity/identity-cache-persistence",
      },
      {
        action: "Check that the process user may read and write the cache directory.",
        url: "https://github.com/Azure/azure-sdk-for-js/tree/main/sdk/identity/identity-cache-persistence",
      },
      {
        action: "If entries cannot be told apart, clear the cache and sign in again.",
        url: "https://github.com/Azure/azure-sdk-for-js/tree/main/sdk/identity/identity-cache-persistence",
      },
    ],
  },
} as const satisfies Record<string, KindInfo>;
