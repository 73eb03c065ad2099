import type { Variation } from "./variation.js";

const DEPLOYED = "Give it tenant, client and secret, or better a workload identity, where it takes them:";

/**
 * How a program or an SDK is given all that one way to sign in needs.
 *
 * @internal
 */
export const SET_ALL: Variation = {
  usual: {
    action:
      "Set every variable of one flow before the process starts: tenant, client, and a secret, certificate or token file.",
    command: "env | cut -d= -f1 | grep -E '^(AZURE|IDENTITY|MSI)_'",
    url: "https://aka.ms/azsdk/js/identity/environmentcredential/troubleshoot",
  },
  by: {
    "azure-cli": {
      action: "Give az login every option of one flow: --service-principal with -u, -p or --certificate, and --tenant.",
      url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli-service-principal",
    },
    azd: {
      action:
        "Give azd auth login every option of one flow: --client-id, --tenant-id, and a secret, certificate or provider.",
      url: "https://learn.microsoft.com/azure/developer/azure-developer-cli/reference#azd-auth-login",
    },
    "azure-powershell": {
      action:
        "Give Connect-AzAccount every parameter of one flow: -ServicePrincipal with -Credential or -CertificatePath, and -Tenant.",
      url: "https://learn.microsoft.com/powershell/azure/authenticate-noninteractive",
    },
    terraform: {
      action:
        "Set every variable of one flow: ARM_TENANT_ID, ARM_CLIENT_ID, ARM_SUBSCRIPTION_ID, and ARM_CLIENT_SECRET, ARM_USE_OIDC=true or ARM_USE_MSI=true.",
      command: "env | cut -d= -f1 | grep -E '^ARM_'",
      url: "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs#authenticating-to-azure",
    },
    pulumi: {
      action:
        "Set every setting of one flow: ARM_TENANT_ID, ARM_CLIENT_ID, ARM_SUBSCRIPTION_ID, and ARM_CLIENT_SECRET or ARM_USE_OIDC=true.",
      command: "env | cut -d= -f1 | grep -E '^ARM_'",
      url: "https://www.pulumi.com/registry/packages/azure-native/installation-configuration/",
    },
    azcopy: {
      action:
        "Set every variable of one flow: AZCOPY_AUTO_LOGIN_TYPE (SPN, MSI, AZCLI, WORKLOAD), and for SPN AZCOPY_TENANT_ID, AZCOPY_SPA_APPLICATION_ID and AZCOPY_SPA_CLIENT_SECRET.",
      command: "env | cut -d= -f1 | grep -E '^AZCOPY_'",
      url: "https://learn.microsoft.com/azure/storage/common/storage-use-azcopy-authorize-azure-active-directory",
    },
    kubelogin: {
      action:
        "Give the login mode of the kubeconfig all it needs: --tenant-id, --client-id, and a secret, certificate or token file (AZURE_CLIENT_SECRET, AZURE_FEDERATED_TOKEN_FILE).",
      command: "kubectl config view --minify -o jsonpath='{.users[0].user.exec.args}'",
      url: "https://azure.github.io/kubelogin/concepts/login-modes.html",
    },
    keda: {
      action: `${DEPLOYED} podIdentity of the TriggerAuthentication with provider azure-workload, and the annotation of KEDA’s service account.`,
      command: "kubectl get triggerauthentication,clustertriggerauthentication -A",
      url: "https://keda.sh/docs/latest/authentication-providers/azure-ad-workload-identity/",
    },
    flux: {
      action: `${DEPLOYED} provider: azure, and the label and annotation of the controller’s pod and service account.`,
      command: "kubectl get serviceaccount -n flux-system -o yaml",
      url: "https://fluxcd.io/flux/integrations/azure/",
    },
    "csi-driver": {
      action: `${DEPLOYED} tenantID and clientID of the SecretProviderClass, or the Secret that nodePublishSecretRef of the volume names.`,
      command: "kubectl describe secretproviderclass -n <namespace>",
      url: "https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/configurations/identity-access-modes/",
    },
    "external-secrets": {
      action: `${DEPLOYED} tenantId, authType and authSecretRef or serviceAccountRef of the SecretStore.`,
      command: "kubectl describe secretstore,clustersecretstore -A",
      url: "https://external-secrets.io/latest/provider/azure-key-vault/",
    },
    controller: {
      action: `${DEPLOYED} the Secret, the values of its chart, or its service account.`,
      url: "https://learn.microsoft.com/azure/aks/workload-identity-deploy-cluster",
    },
  },
};

/**
 * Where variables are looked for that do not arrive.
 *
 * @internal
 */
export const REACH_PROCESS: Variation = {
  usual: { action: "Check that the variables reach this very process: service unit, container, or pod template." },
  by: { "azure-cli": null, "azure-powershell": null },
};
