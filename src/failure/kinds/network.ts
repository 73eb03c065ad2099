import type { KindInfo } from "../kinds.js";
import { CHECK_PROXY, CHECK_WAY, EXEMPT, SET_PROXY } from "../writers/proxy.js";
import { SHOW_CHAIN, TRUST_ROOT } from "../writers/trust.js";

/**
 * The kinds of failures of the network.
 *
 * @internal
 */
export const NETWORK_KINDS = {
  authority_unreachable: {
    stage: "network",
    owner: "platform",
    retryable: true,
    title: "Authority unreachable",
    means: "The identity authority could not be reached, and the evidence does not say why.",
    summary: "The identity authority could not be reached.",
    remedies: [
      {
        action: "Test the way to the authority from this very host.",
        command:
          'curl -sS -o /dev/null -w "%{http_code}\\n" https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
        url: "https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges#microsoft-365-common-and-office-online",
      },
      {
        action: "Check AZURE_AUTHORITY_HOST and the tenant, above all in a sovereign cloud.",
        url: "https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud",
      },
      CHECK_WAY.usual,
    ],
  },
  dns_failure: {
    stage: "network",
    owner: "platform",
    retryable: true,
    title: "Name resolution failed",
    means: "A host name could not be resolved.",
    summary: "A host name could not be resolved.",
    remedies: [
      {
        action: "Check the name for a spelling mistake, above all in AZURE_AUTHORITY_HOST or the vault or account URL.",
        url: "https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud",
      },
      {
        action: "Check the resolver of this host or pod; behind a private endpoint, check its private DNS zone.",
        command: "nslookup <authority-host>",
        url: "https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges#microsoft-365-common-and-office-online",
      },
    ],
  },
  connection_failed: {
    stage: "network",
    owner: "platform",
    retryable: true,
    title: "Connection failed",
    means: "A network connection could not be made, or was cut.",
    summary: "A connection was refused, cut or had no route.",
    remedies: [
      {
        action: "Allow outbound HTTPS to the host, in firewall, network policy and route table.",
        command: "curl -sS -o /dev/null https://<authority-host>",
        url: "https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges#microsoft-365-common-and-office-online",
      },
      SET_PROXY.usual,
    ],
  },
  tls_failure: {
    stage: "network",
    owner: "platform",
    retryable: false,
    title: "TLS handshake failed",
    means: "No TLS connection could be set up.",
    summary: "A TLS connection could not be set up.",
    remedies: [
      TRUST_ROOT.usual,
      SHOW_CHAIN.usual,
      {
        action: "Check the clock of the machine, and never switch certificate checks off.",
        url: "https://learn.microsoft.com/azure/virtual-machines/linux/time-sync",
      },
    ],
  },
  proxy_failure: {
    stage: "network",
    owner: "platform",
    retryable: false,
    title: "Proxy in the way",
    means:
      "A proxy, or something like it between this host and the service, refused the request or answered in its place.",
    summary: "A proxy refused the request or answered in place of the authority.",
    remedies: [CHECK_PROXY.usual, EXEMPT.usual, { action: "On a network with a sign-in page, sign in there first." }],
  },
  network_timeout: {
    stage: "network",
    owner: "platform",
    retryable: true,
    title: "Network timed out",
    means: "No connection or no answer came in the time that was allowed.",
    summary: "The network did not answer in time.",
    remedies: [
      {
        action: "Check that firewall and route table let the traffic through; silently dropped packets look like this.",
        command: 'curl -sS -o /dev/null --max-time 10 -w "%{http_code} %{time_connect}\\n" https://<authority-host>',
        url: "https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges#microsoft-365-common-and-office-online",
      },
      { action: "Retry: one time-out may be a passing condition." },
    ],
  },
} as const satisfies Record<string, KindInfo>;
