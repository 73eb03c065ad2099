import type { KindInfo } from "../kinds.js";
import { NAME_IDENTITY } from "../writers/identity.js";
import { EXEMPT_IMDS } from "../writers/proxy.js";

/**
 * The kinds of failures that a managed identity endpoint answers with.
 *
 * @internal
 */
export const MANAGED_IDENTITY_ANSWER_KINDS = {
  managed_identity_not_assigned: {
    stage: "managed_identity",
    owner: "developer",
    retryable: false,
    title: "Identity not assigned",
    means: "The identity that was asked for, system- or user-assigned, is not assigned to this resource.",
    summary: "The requested managed identity is not assigned to this resource.",
    remedies: [
      {
        action:
          "User-assigned: check its client id, object id or resource id, and that it is attached to this resource.",
        command: 'az identity list --query "[].{name:name,clientId:clientId,principalId:principalId}" -o table',
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview",
      },
      {
        action: "System-assigned: switch it on for this resource.",
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview",
      },
      NAME_IDENTITY.usual,
    ],
  },
  managed_identity_gateway_error: {
    stage: "managed_identity",
    owner: "platform",
    retryable: true,
    title: "Gateway in front of managed identity",
    means: "A gateway or proxy answered in place of the managed identity endpoint.",
    summary: "A gateway or proxy answered in place of the managed identity endpoint.",
    remedies: [
      EXEMPT_IMDS.usual,
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
    means: "The managed identity endpoint answered with temporary errors until the credential gave up.",
    summary: "The managed identity endpoint gave no token, however often it was asked.",
    remedies: [
      {
        action:
          "Retry later: right after start-up, after an update of the host, or after an identity was assigned, this passes.",
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#error-handling",
      },
      {
        action: "On a virtual machine, call the endpoint by hand, and check the identity of the resource.",
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
    means: "The managed identity endpoint answered with something that is not a token.",
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
    means: "AAD Pod Identity (NMI) found no Azure identity for this pod.",
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
