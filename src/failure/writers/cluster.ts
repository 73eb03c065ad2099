import type { Variation } from "./variation.js";

/**
 * Whether workload identity gave a pod its variables. What runs a controller is told in its own resources first.
 *
 * @internal
 */
export const WEBHOOK_VARIABLES: Variation = {
  usual: {
    action:
      "On AKS, check that the webhook set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_FEDERATED_TOKEN_FILE in the pod, and that the service account is annotated.",
    command: "kubectl get serviceaccount <service-account> -o jsonpath='{.metadata.annotations}'",
    url: "https://azure.github.io/azure-workload-identity/docs/troubleshooting.html",
  },
  by: { keda: null, flux: null, "csi-driver": null, "external-secrets": null },
};

/**
 * Whether a pod, or a driver for it, is given a token of its service account.
 *
 * @internal
 */
export const SERVICE_ACCOUNT_TOKEN: Variation = {
  usual: {
    action:
      "On Kubernetes, check that the pod is given a token of its service account: the label azure.workload.identity/use=true, and a webhook that runs.",
    command: "kubectl get pods -n kube-system -l azure-workload-identity.io/system=true",
    url: "https://azure.github.io/azure-workload-identity/docs/troubleshooting.html",
  },
  by: {
    "csi-driver": {
      action:
        "Let the driver ask for tokens of the service account: tokenRequests of its CSIDriver must hold the audience api://AzureADTokenExchange.",
      command: "kubectl get csidriver secrets-store.csi.k8s.io -o jsonpath='{.spec.tokenRequests}'",
      url: "https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/configurations/identity-access-modes/workload-identity-mode/",
    },
    "external-secrets": {
      action:
        "Name the service account whose token is to be used in spec.provider.azurekv.serviceAccountRef of the SecretStore.",
      command: "kubectl describe secretstore,clustersecretstore -A",
      url: "https://external-secrets.io/latest/provider/azure-key-vault/",
    },
  },
};
