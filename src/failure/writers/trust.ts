import type { Variation } from "./variation.js";

const OPENSSL = "https://docs.openssl.org/master/man1/openssl-s_client/";
const INSPECTED = "Behind a proxy that inspects TLS,";

/**
 * How a program is made to trust the root certificate of a proxy that inspects TLS.
 *
 * @internal
 */
export const TRUST_ROOT: Variation = {
  usual: {
    action: `${INSPECTED} make the program that failed trust its root certificate: NODE_EXTRA_CA_CERTS for Node.js, REQUESTS_CA_BUNDLE for Python and the Azure CLI, SSL_CERT_FILE for Go and Rust, the system’s store for .NET and C++, a truststore for Java.`,
  },
  by: {
    js: {
      action: `${INSPECTED} add its root certificate for this process, before it starts.`,
      command: "export NODE_EXTRA_CA_CERTS=/path/to/corporate-root.pem",
      url: "https://nodejs.org/api/cli.html#node_extra_ca_certsfile",
    },
    python: {
      action: `${INSPECTED} give Python a bundle that holds its root certificate beside the public ones; asynchronous clients read SSL_CERT_FILE instead.`,
      command: "export REQUESTS_CA_BUNDLE=/path/to/ca-bundle.pem",
      url: "https://requests.readthedocs.io/en/latest/user/advanced/#ssl-cert-verification",
    },
    java: {
      action: `${INSPECTED} import its root certificate into the truststore of the Java that runs the program.`,
      command: "keytool -importcert -cacerts -alias corporate-root -file /path/to/corporate-root.pem",
      url: "https://docs.oracle.com/en/java/javase/21/docs/specs/man/keytool.html",
    },
    dotnet: {
      action: `${INSPECTED} add its root certificate to the store of the system: on Windows to the trusted roots of the computer, on Linux, in the container itself, as below.`,
      command: "sudo cp /path/to/corporate-root.crt /usr/local/share/ca-certificates/ && sudo update-ca-certificates",
      url: "https://learn.microsoft.com/dotnet/standard/security/cross-platform-cryptography#x509store",
    },
    go: {
      action: `${INSPECTED} add its root certificate to the system’s store, or on Linux name a bundle that holds it beside the public ones.`,
      command: "export SSL_CERT_FILE=/path/to/ca-bundle.pem",
      url: "https://pkg.go.dev/crypto/x509#SystemCertPool",
    },
    rust: {
      action: `${INSPECTED} add its root certificate to the system’s store, or on Linux name a bundle that holds it beside the public ones.`,
      command: "export SSL_CERT_FILE=/path/to/ca-bundle.pem",
      url: "https://docs.rs/rustls-native-certs/latest/rustls_native_certs/",
    },
    cpp: {
      action: `${INSPECTED} add its root certificate to the system’s store, or name a bundle in CurlTransportOptions::CAInfo of the client’s transport.`,
      url: "https://github.com/Azure/azure-sdk-for-cpp/blob/main/doc/HttpTransportAdapter.md",
    },
    "azure-cli": {
      action: `${INSPECTED} give the Azure CLI a bundle that holds its root certificate beside the public ones.`,
      command: "export REQUESTS_CA_BUNDLE=/path/to/ca-bundle.pem",
      url: "https://learn.microsoft.com/cli/azure/use-azure-cli-successfully-troubleshooting#work-behind-a-proxy",
    },
    vscode: {
      action: `${INSPECTED} add its root certificate to the store of the operating system and restart Visual Studio Code, which reads it there (setting http.systemCertificates).`,
      url: "https://code.visualstudio.com/docs/setup/network",
    },
    "azure-data-studio": {
      action: `${INSPECTED} add its root certificate to the store of the operating system and restart Azure Data Studio.`,
    },
    "visual-studio": {
      action: `${INSPECTED} add its root certificate to the trusted roots of the computer.`,
      url: "https://learn.microsoft.com/visualstudio/install/install-and-use-visual-studio-behind-a-firewall-or-proxy-server",
    },
    "storage-explorer": {
      action: `${INSPECTED} import its root certificate: Edit > SSL Certificates > Import Certificates, then restart Storage Explorer.`,
      url: "https://learn.microsoft.com/troubleshoot/azure/azure-storage/blobs/alerts/storage-explorer-troubleshooting",
    },
    ios: { action: `${INSPECTED} have its root certificate installed and trusted on the device.` },
    android: { action: `${INSPECTED} have its root certificate installed on the device and trusted by the app.` },
  },
  programs: "as-built",
};

/**
 * How the certificates are seen that a host is shown.
 *
 * @internal
 */
export const SHOW_CHAIN: Variation = {
  usual: {
    action: "Look at the certificate chain this host is shown.",
    command: "openssl s_client -connect <authority-host>:443 -showcerts </dev/null",
    url: OPENSSL,
  },
  by: {
    ios: null,
    android: null,
  },
};
