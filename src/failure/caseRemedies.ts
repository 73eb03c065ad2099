import type { Evidence } from "./evidence.js";
import { remediesOfService } from "./serviceRemedies.js";
import type { Remedy } from "./types.js";
import type { Verdict } from "./verdict.js";

const TLS_URL = "https://learn.microsoft.com/entra/fundamentals/configure-network-tls-1-2";
const ENDPOINTS_URL =
  "https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges#microsoft-365-common-and-office-online";
const ARC_URL = "https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication";
const SERVICE_FABRIC_URL =
  "https://learn.microsoft.com/azure/service-fabric/how-to-managed-identity-service-fabric-app-code";
const SHOW_HANDSHAKE = "openssl s_client -connect <authority-host>:443 </dev/null";

const CLIENT_CERTIFICATE: readonly Remedy[] = [
  {
    action:
      "Find what answers in place of the authority: it asks for a client certificate or rejects the one it got, which Entra ID never does. Let it pass the authority through.",
    command: SHOW_HANDSHAKE,
    url: ENDPOINTS_URL,
  },
];
const NO_COMMON_PROTOCOL: readonly Remedy[] = [
  {
    action:
      "Look at the handshake: client and server have no TLS version or cipher in common, or one of them speaks no TLS on this port. Entra ID wants TLS 1.2 or later.",
    command: SHOW_HANDSHAKE,
    url: TLS_URL,
  },
  {
    action:
      "Check proxies and appliances on the way that inspect TLS, and options such as --tls-max-v1.1 of this process.",
    url: ENDPOINTS_URL,
  },
];
const OTHER_NAME: readonly Remedy[] = [
  {
    action:
      "Check the authority’s URL, DNS and proxies: the certificate that is shown belongs to another host than the one that was asked.",
    command: SHOW_HANDSHAKE,
    url: ENDPOINTS_URL,
  },
];
const SERVICE_FABRIC: readonly Remedy[] = [
  {
    action:
      "On Service Fabric, check that IDENTITY_SERVER_THUMBPRINT reaches this process and is that of the cluster’s certificate of now; after it was renewed, restart the service.",
    url: SERVICE_FABRIC_URL,
  },
  { action: "Check that IDENTITY_ENDPOINT points to the real endpoint.", url: SERVICE_FABRIC_URL },
];
const ARC_KEY: readonly Remedy[] = [
  {
    action:
      "On Azure Arc, let this process read the agent’s key files: add its user to the group himds (Linux) or Hybrid Agent Extension Applications (Windows).",
    command: "ls -ld /var/opt/azcmagent/tokens",
    url: ARC_URL,
  },
  { action: "Check the agent.", command: "azcmagent check", url: ARC_URL },
];
const MOVED: readonly Remedy[] = [
  {
    action:
      "Find out whether the subscription has moved to another directory: the platform, not this program, names the tenant of a managed identity. Switch a system-assigned identity off and on, create a user-assigned one anew, and assign their roles again.",
    url: "https://learn.microsoft.com/azure/role-based-access-control/transfer-subscription",
  },
];
const PLATFORM_CERTIFICATE: readonly Remedy[] = [
  {
    action:
      "Restart the resource, on Azure Arc the agent: the platform owns and renews the certificate of a managed identity, so there is nothing to upload.",
    url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/managed-identities-faq",
  },
  { action: "If it lasts, switch the identity off and on again, and assign its roles again." },
];

const HOST = /^[a-z0-9.-]{1,253}$/i;
const IMDS = "169.254.169.254";

function ofTls(verdict: Verdict, identity: boolean): readonly Remedy[] | undefined {
  if (identity) return SERVICE_FABRIC;
  const code = verdict.wire?.code ?? verdict.code ?? "";
  if (/ALERT_(?:CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA)/.test(code)) return CLIENT_CERTIFICATE;
  if (code === "HOSTNAME_MISMATCH" || code === "ERR_TLS_CERT_ALTNAME_INVALID") return OTHER_NAME;
  return code === "EPROTO" || code.startsWith("ERR_SSL_") ? NO_COMMON_PROTOCOL : undefined;
}

function ofGateway(host: string | undefined): readonly Remedy[] | undefined {
  if (host === undefined || host === IMDS || !HOST.test(host)) return undefined;
  return [
    {
      action: "Exempt the address of the endpoint from any proxy of this process.",
      command: `NO_PROXY=${host}`,
      url: "https://learn.microsoft.com/azure/app-service/overview-managed-identity",
    },
    {
      action:
        "Check that IDENTITY_ENDPOINT, MSI_ENDPOINT or AZURE_POD_IDENTITY_AUTHORITY_HOST point to the real endpoint, and that no sign-in page or sidecar answers there.",
    },
  ];
}

/**
 * What to do instead of what is usual for the kind, where more than the kind is known.
 *
 * @param verdict - the kind and what led to it
 * @param evidence - what was read off the error
 * @param credentialType - class name of the credential, where it is known
 * @returns `undefined` where the usual holds
 * @internal
 */
export function remediesOfCase(
  verdict: Verdict,
  evidence: Evidence,
  credentialType: string | undefined,
): readonly Remedy[] | undefined {
  if (verdict.rule?.remedies !== undefined) return undefined;
  const identity = credentialType === "ManagedIdentityCredential";
  switch (verdict.kind) {
    case "tls_failure":
      return ofTls(verdict, identity && (verdict.wire?.host ?? evidence.host)?.startsWith("login.") !== true);
    case "managed_identity_gateway_error":
      return ofGateway(verdict.wire?.host ?? evidence.host);
    case "credential_file_unreadable":
      return /unable_to_read_secret_file|azcmagent|azureconnectedmachineagent/.test(evidence.plain)
        ? ARC_KEY
        : undefined;
    case "tenant_not_found":
      return identity ? MOVED : undefined;
    case "invalid_certificate":
      return identity ? PLATFORM_CERTIFICATE : undefined;
    case "token_rejected":
    case "authorization_denied":
    case "network_rule_denied":
      return remediesOfService(verdict.kind, evidence);
    default:
      return undefined;
  }
}
