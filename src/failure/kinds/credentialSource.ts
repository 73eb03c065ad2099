import type { KindInfo } from "../kinds.js";
import { CACHE_FOLDER, CLEAR_CACHE, KEY_STORE } from "../writers/cache.js";
import { OWN_CALLBACK } from "../writers/callers.js";

/**
 * The kinds of failures where what a credential reads is not to be had or used: a file, a certificate, an external token, a cache.
 *
 * @internal
 */
export const CREDENTIAL_SOURCE_KINDS = {
  credential_file_unreadable: {
    stage: "configuration",
    owner: "platform",
    retryable: false,
    title: "Credential file unreadable",
    means: "A file that the credential needs could not be read.",
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
    means: "The certificate, or the key that belongs to it, cannot be used as it is.",
    summary: "The certificate, or its key, cannot be used.",
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
    means: "The external token (assertion) that was to be presented could not be obtained.",
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
      OWN_CALLBACK.usual,
    ],
  },
  token_cache_unavailable: {
    stage: "configuration",
    owner: "platform",
    retryable: false,
    title: "Token cache unavailable",
    means: "The local token cache cannot be used.",
    summary: "The local token cache cannot be used.",
    remedies: [KEY_STORE.usual, CACHE_FOLDER.usual, CLEAR_CACHE.usual],
  },
} as const satisfies Record<string, KindInfo>;
