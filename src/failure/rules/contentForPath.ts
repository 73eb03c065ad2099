import type { Rule } from "./rule.js";

/**
 * The content of a key, certificate or token where the path to it belongs.
 *
 * @internal
 */
export const CONTENT_FOR_PATH: Rule = {
  id: "configuration.content-for-path",
  kind: "configuration_invalid",
  phrases: [
    ["enoent", "enametoolong", "no such file", "name too long", "could not find file", "filenotfound"],
    ["-----begin", "eyj", "mii", "ls0tls1crudjti", "://"],
  ],
  pattern:
    /(?:enoent|enametoolong|no such file or directory|file ?name too long|could not find file|filenotfound(?:error|exception)).{0,60}?['": ](?:-----begin|eyj[\w-]{8,400}\.eyj|mii[a-z0-9/\x2b]{20}|ls0tls1crudjti|https?:\/\/[^\s'"]{1,200}\.(?:pem|pfx|p12|crt|cer)\b)/,
  unless: /nginx|apache|httpd|haproxy|kubeconfig/,
  example: "ENOENT: no such file or directory, open '-----BEGIN PRIVATE KEY-----'",
  sources: ["js", "python", "net", "go"],
  remedies: [
    {
      action:
        "Write the content to a file that only this process may read, and give the option (certificatePath, AZURE_CLIENT_CERTIFICATE_PATH, AZURE_FEDERATED_TOKEN_FILE) its path.",
      url: "https://aka.ms/azsdk/js/identity/troubleshoot",
    },
    {
      action:
        "Or give a PEM itself where the content is asked for: new ClientCertificateCredential(…, { certificate }).",
      url: "https://learn.microsoft.com/javascript/api/@azure/identity/clientcertificatepemcertificate",
    },
    {
      action: "What was given stands in the SDK’s error message: renew the key or token if that message was logged.",
    },
  ],
};
