import type { Remedy } from "../types.js";
import type { Verdict } from "../verdict.js";

const TLS_URL = "https://learn.microsoft.com/entra/fundamentals/configure-network-tls-1-2";
const ENDPOINTS_URL =
  "https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges#microsoft-365-common-and-office-online";
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

/**
 * What to do about a handshake that failed, by what failed in it.
 *
 * @param verdict - the kind and what led to it
 * @param identity - whether it is one with the endpoint of a managed identity
 * @internal
 */
export function ofTls(verdict: Verdict, identity: boolean): readonly Remedy[] | undefined {
  if (identity) return SERVICE_FABRIC;
  const code = verdict.wire?.code ?? verdict.code ?? "";
  if (/ALERT_(?:CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA)/.test(code)) return CLIENT_CERTIFICATE;
  if (code === "HOSTNAME_MISMATCH" || code === "ERR_TLS_CERT_ALTNAME_INVALID") return OTHER_NAME;
  return code === "EPROTO" || code.startsWith("ERR_SSL_") ? NO_COMMON_PROTOCOL : undefined;
}
