import type { Variation } from "./variation.js";

const OUTBOUND =
  "https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges#microsoft-365-common-and-office-online";
const JAVA = "https://learn.microsoft.com/azure/developer/java/sdk/proxying";
const VSCODE = "https://code.visualstudio.com/docs/setup/network";
const DEVICE = "Check the proxy in the network settings of the device.";

/**
 * How a program is told of a forward proxy.
 *
 * @internal
 */
export const SET_PROXY: Variation = {
  usual: { action: "If the network requires a proxy, set HTTPS_PROXY for this process.", url: OUTBOUND },
  by: {
    java: {
      action:
        "If the network requires a proxy, start Java with -Dhttps.proxyHost and -Dhttps.proxyPort; it heeds HTTPS_PROXY only with -Djava.net.useSystemProxies=true.",
      url: JAVA,
    },
    vscode: { action: "If the network requires a proxy, name it in the setting http.proxy.", url: VSCODE },
    "storage-explorer": { action: "If the network requires a proxy, name it under Settings > Application > Proxy." },
    ios: { action: DEVICE },
    android: { action: DEVICE },
  },
};

/**
 * What is to be looked at where a proxy refused.
 *
 * @internal
 */
export const CHECK_PROXY: Variation = {
  usual: {
    action: "Check HTTPS_PROXY and its credentials, and let the proxy pass the authority hosts.",
    url: OUTBOUND,
  },
  by: {
    java: {
      action:
        "Check -Dhttps.proxyHost, -Dhttps.proxyPort, -Dhttp.proxyUser and its password, or HTTPS_PROXY, and let the proxy pass the authority hosts.",
      url: JAVA,
    },
    dotnet: {
      action:
        "Check HTTPS_PROXY or the system’s proxy, and its credentials, and let the proxy pass the authority hosts.",
      url: "https://learn.microsoft.com/dotnet/azure/sdk/configure-proxy",
    },
    vscode: {
      action: "Check the settings http.proxy and http.proxyAuthorization, and let the proxy pass the authority hosts.",
      url: VSCODE,
    },
    ios: { action: DEVICE },
    android: { action: DEVICE },
  },
  programs: "as-built",
};

/**
 * How addresses are kept from a proxy.
 *
 * @internal
 */
export const EXEMPT: Variation = {
  usual: {
    action: "Exempt addresses that must not go through the proxy.",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's
    command: 'export NO_PROXY="${NO_PROXY:+$NO_PROXY,}169.254.169.254,localhost"',
    url: "https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service",
  },
  by: {
    java: {
      action:
        "Exempt addresses that must not go through the proxy: start Java with -Dhttp.nonProxyHosts='169.254.169.254|localhost'.",
      url: JAVA,
    },
    vscode: { action: "Exempt addresses that must not go through the proxy in the setting http.noProxy.", url: VSCODE },
    "storage-explorer": null,
    "azure-data-studio": null,
    "visual-studio": null,
    ios: null,
    android: null,
  },
};

/**
 * How the metadata service is kept from a proxy.
 *
 * @internal
 */
export const EXEMPT_IMDS: Variation = {
  usual: {
    action: "Exempt 169.254.169.254 from any proxy of this process.",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's
    command: 'export NO_PROXY="${NO_PROXY:+$NO_PROXY,}169.254.169.254"',
    url: "https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service",
  },
  by: {
    java: {
      action:
        "Exempt 169.254.169.254 from any proxy of this process: start Java with -Dhttp.nonProxyHosts=169.254.169.254.",
      url: JAVA,
    },
  },
};

/**
 * What stands between a program and the authority.
 *
 * @internal
 */
export const CHECK_WAY: Variation = {
  usual: {
    action: "Check firewall, proxy and the certificate authorities that the program trusts.",
    url: OUTBOUND,
  },
  by: {
    js: {
      action: "Check firewall, proxy (HTTPS_PROXY, NO_PROXY) and certificate authorities (NODE_EXTRA_CA_CERTS).",
      url: OUTBOUND,
    },
    python: {
      action: "Check firewall, proxy (HTTPS_PROXY, NO_PROXY) and certificate authorities (REQUESTS_CA_BUNDLE).",
      url: OUTBOUND,
    },
    java: {
      action: "Check firewall, proxy (-Dhttps.proxyHost) and the certificate authorities in Java’s truststore.",
      url: OUTBOUND,
    },
    dotnet: {
      action: "Check firewall, proxy (HTTPS_PROXY, NO_PROXY) and the certificate authorities in the system’s store.",
      url: OUTBOUND,
    },
    go: {
      action: "Check firewall, proxy (HTTPS_PROXY, NO_PROXY) and certificate authorities (on Linux SSL_CERT_FILE).",
      url: OUTBOUND,
    },
    rust: {
      action: "Check firewall, proxy (HTTPS_PROXY, NO_PROXY) and certificate authorities (on Linux SSL_CERT_FILE).",
      url: OUTBOUND,
    },
  },
  programs: "as-built",
};
