import type { WriterMark } from "./marks.js";

/**
 * What programs in and around a cluster write.
 *
 * @internal
 */
export const MARKS_OF_CLUSTERS: readonly WriterMark[] = [
  {
    writer: "kubelogin",
    words: [
      "kubelogin",
      "pop token claims",
      "pop token feature",
      "for pop token flow",
      "execcredential",
      "client.authentication.k8s.io",
      "devicecode, interactive, spn, ropc",
      "github actions id token",
    ],
  },
  {
    writer: "keda",
    words: [
      "keda",
      "scaledobject",
      "scaled object",
      "scaledjob",
      "scaled job",
      "scalehandler",
      "scale_handler",
      "scalers_cache",
      "triggerauthentication",
    ],
    pattern: /\bazure_\w{3,20}_scaler\b/,
  },
  {
    writer: "flux",
    words: [
      "flux-system",
      "fluxc",
      "ocirepositor",
      "source-controller",
      "kustomize-controller",
      "image-reflector-controller",
      "image-automation-controller",
      "failed to get credential from azure",
      "failed to get credential from 'azure",
    ],
  },
  {
    writer: "csi-driver",
    words: ["secretproviderclass", "failed to mount objects", "failed to get objecttype:", "keyvault csi"],
    pattern: /secrets-store(?!\.io\/external)/,
  },
  {
    writer: "external-secrets",
    words: ["externalsecret", "external-secret", "secretstore", "azurekv"],
  },
  {
    writer: "controller",
    words: [
      "cert-manager",
      "velero",
      "crossplane",
      "externaldns",
      "external-dns",
      "argocd",
      "argo cd",
      "cluster-autoscaler",
      "azure-cloud-provider",
      "cloud-controller",
      "/azure.json",
      "kubelet",
      "azuredisk-csi",
      "azurefile-csi",
      "aso-controller",
      "reconciler error",
      "azure_dns.go",
    ],
    pattern: /\blevel=\w{4,7} msg=.{0,400}providers\/microsoft\.network\/(?:private)?dnszones/,
  },
];
