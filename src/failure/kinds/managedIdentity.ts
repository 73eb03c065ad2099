import type { KindInfo } from "../kinds.js";

/**
 * The kinds of failures of managed identity endpoints.
 *
 * @internal
 */
export const MANAGED_IDENTITY_KINDS = {
  managed_identity_probe_timeout: {
    stage: "managed_identity",
    owner: "developer",
    retryable: true,
    title: "Managed identity probe timed out",
    means:
      "The short availability probe that DefaultAzureCredential puts before its managed identity ran out (1 s), so the identity was skipped though it may exist.",
    summary: "The one-second probe for a managed identity ran out.",
    remedies: [
      {
        action: "In production use ManagedIdentityCredential directly: it does not probe.",
        url: "https://aka.ms/azsdk/js/identity/defaultazurecredential/troubleshoot",
      },
      {
        action: "Or set AZURE_TOKEN_CREDENTIALS=ManagedIdentityCredential, which skips the probe.",
        url: "https://learn.microsoft.com/azure/developer/javascript/sdk/authentication/credential-chains",
      },
      {
        action: "On a developer machine, where there is no managed identity, set AZURE_TOKEN_CREDENTIALS=dev.",
        url: "https://learn.microsoft.com/azure/developer/javascript/sdk/authentication/credential-chains",
      },
    ],
  },
  managed_identity_unreachable: {
    stage: "managed_identity",
    owner: "platform",
    retryable: true,
    title: "Managed identity endpoint unreachable",
    means: "No managed-identity endpoint answers on this host at all.",
    summary: "No managed identity endpoint answers on this host.",
    remedies: [
      {
        action: "Check that this host is an Azure resource with a managed identity enabled.",
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/qs-configure-portal-windows-vm",
      },
      {
        action: "Call the endpoint by hand from the host; any HTTP status shows that it is reachable.",
        command:
          'curl -s -o /dev/null -w "%{http_code}\\n" -H Metadata:true --noproxy "*" "http://169.254.169.254/metadata/instance?api-version=2021-02-01"',
        url: "https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service",
      },
      {
        action: "Check that no firewall, network policy or container network blocks 169.254.169.254.",
        url: "https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service",
      },
      {
        action: "On App Service, enable the identity; IDENTITY_ENDPOINT and IDENTITY_HEADER must exist in the process.",
        url: "https://learn.microsoft.com/azure/app-service/overview-managed-identity",
      },
    ],
  },
  managed_identity_not_configured: {
    stage: "managed_identity",
    owner: "platform",
    retryable: false,
    title: "Managed identity not configured",
    means:
      "The host has no managed identity set up for the process: the App Service, Functions, Container Apps, Arc, Service Fabric or Cloud Shell variables are absent or incomplete.",
    summary: "The host has no managed identity set up for this process.",
    remedies: [
      {
        action: "Enable a managed identity on the resource, and restart the app so that its variables are set.",
        url: "https://learn.microsoft.com/azure/app-service/overview-managed-identity",
      },
      {
        action: "Check that the variables reach the process, also after sudo, in a child process or a container.",
        command: "env | cut -d= -f1 | grep -E '^(IDENTITY|MSI|IMDS)_'",
        url: "https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/identity/identity/TROUBLESHOOTING.md#troubleshoot-managedidentitycredential-authentication-issues",
      },
    ],
  },
  managed_identity_not_assigned: {
    stage: "managed_identity",
    owner: "developer",
    retryable: false,
    title: "Identity not assigned",
    means:
      "The endpoint answered, but the requested system- or user-assigned identity is not assigned to this resource.",
    summary: "The requested managed identity is not assigned to this resource.",
    remedies: [
      {
        action:
          "User-assigned: check its client id, object id or resource id, and that it is attached to this resource.",
        command: "az vm identity show -g <group> -n <name>",
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/qs-configure-portal-windows-vm",
      },
      {
        action: "System-assigned: switch it on for this resource.",
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/qs-configure-portal-windows-vm",
      },
      {
        action: "With several user-assigned identities, name one: new ManagedIdentityCredential({ clientId }).",
        url: "https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/identity/identity/TROUBLESHOOTING.md#troubleshoot-managedidentitycredential-authentication-issues",
      },
    ],
  },
  managed_identity_gateway_error: {
    stage: "managed_identity",
    owner: "platform",
    retryable: true,
    title: "Gateway in front of managed identity",
    means: "The request reached a gateway or proxy instead of the endpoint (502, 504, or a proxy's page).",
    summary: "A gateway or proxy answered in place of the managed identity endpoint.",
    remedies: [
      {
        action: "Exempt 169.254.169.254 from any proxy of this process.",
        command: "NO_PROXY=169.254.169.254",
        url: "https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service",
      },
      {
        action: "Look for a sidecar or service mesh that intercepts the address, and exclude it.",
        url: "https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service",
      },
    ],
  },
  managed_identity_retries_exhausted: {
    stage: "managed_identity",
    owner: "platform",
    retryable: true,
    title: "Managed identity retries exhausted",
    means: "The endpoint kept answering with retriable statuses (404, 410, 429, 5xx) until the retries ran out.",
    summary: "The managed identity endpoint kept answering with temporary errors.",
    remedies: [
      {
        action:
          "Retry later: right after start-up, after an update of the host, or after an identity was assigned, this passes.",
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#error-handling",
      },
      {
        action: "Call the endpoint by hand, and check the identity of the resource.",
        command:
          'curl -s -o /dev/null -w "%{http_code}\\n" -H Metadata:true --noproxy "*" "http://169.254.169.254/metadata/instance?api-version=2021-02-01"',
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#error-handling",
      },
    ],
  },
  managed_identity_endpoint_error: {
    stage: "managed_identity",
    owner: "platform",
    retryable: true,
    title: "Managed identity endpoint error",
    means: "The endpoint answered with anything else that is not a token: 500, malformed JSON, a missing field.",
    summary: "The managed identity endpoint answered with something that is not a token.",
    remedies: [
      {
        action: "Retry; if it lasts, restart the app or the identity agent of the host.",
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#error-handling",
      },
      {
        action:
          "Check that IDENTITY_ENDPOINT, MSI_ENDPOINT or AZURE_POD_IDENTITY_AUTHORITY_HOST point to the real endpoint.",
        url: "https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/identity/identity/TROUBLESHOOTING.md#troubleshoot-managedidentitycredential-authentication-issues",
      },
      {
        action: "On Azure Arc, check the agent.",
        command: "azcmagent check",
        url: "https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication",
      },
    ],
  },
  pod_identity_not_found: {
    stage: "managed_identity",
    owner: "platform",
    retryable: true,
    title: "Pod identity not found",
    means: "AAD Pod Identity (NMI) found no AzureIdentity bound to this pod, or not yet.",
    summary: "Pod identity found no identity bound to this pod.",
    remedies: [
      {
        action: "Check the label aadpodidbinding of the pod and the selector of its AzureIdentityBinding.",
        command: "kubectl get azureidentity,azureidentitybinding,azureassignedidentity -A",
        url: "https://learn.microsoft.com/azure/aks/workload-identity-migrate-from-pod-identity",
      },
      {
        action: "Retry: the assignment takes up to minutes after the pod has started.",
        url: "https://learn.microsoft.com/azure/aks/workload-identity-migrate-from-pod-identity",
      },
      {
        action: "Move to workload identity; pod identity is retired.",
        url: "https://learn.microsoft.com/azure/aks/workload-identity-migrate-from-pod-identity",
      },
    ],
  },
} as const satisfies Record<string, KindInfo>;
