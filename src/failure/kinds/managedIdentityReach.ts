import type { KindInfo } from "../kinds.js";
import { NAME_IN_CHAIN, ONLY_DEVELOPER_TOOLS, USE_DIRECTLY } from "../writers/chains.js";

/**
 * The kinds of failures where no managed identity endpoint answered.
 *
 * @internal
 */
export const MANAGED_IDENTITY_REACH_KINDS = {
  managed_identity_probe_timeout: {
    stage: "managed_identity",
    owner: "developer",
    retryable: true,
    title: "Managed identity probe timed out",
    means:
      "The short probe that looks for a managed identity ran out of time, so the identity was skipped though it may exist.",
    summary: "The one-second probe for a managed identity ran out.",
    remedies: [USE_DIRECTLY.usual, NAME_IN_CHAIN.usual, ONLY_DEVELOPER_TOOLS.usual],
  },
  managed_identity_unreachable: {
    stage: "managed_identity",
    owner: "platform",
    retryable: true,
    title: "Managed identity endpoint unreachable",
    means: "The managed identity endpoint could not be reached.",
    summary: "The managed identity endpoint could not be reached.",
    remedies: [
      {
        action:
          "Find out whether this host runs on Azure at all: elsewhere nothing answers at this address, and another credential is needed.",
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/qs-configure-portal-windows-vm",
      },
      {
        action: "On a virtual machine, call the endpoint by hand; any HTTP status shows that it is reachable.",
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
    means: "No managed identity is set up on this host for the process.",
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
} as const satisfies Record<string, KindInfo>;
