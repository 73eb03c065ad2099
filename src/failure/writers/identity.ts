import type { Variation } from "./variation.js";

const SEVERAL = "With several user-assigned identities, name one:";

/**
 * How one of several user-assigned identities is named.
 *
 * @internal
 */
export const NAME_IDENTITY: Variation = {
  usual: {
    action: `${SEVERAL} by its client id, in the options of the credential, or in AZURE_CLIENT_ID for a DefaultAzureCredential.`,
    url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token",
  },
  by: {
    js: {
      action: `${SEVERAL} new ManagedIdentityCredential({ clientId }).`,
      url: "https://aka.ms/azsdk/js/identity/managedidentitycredential/troubleshoot",
    },
    python: {
      action: `${SEVERAL} ManagedIdentityCredential(client_id="…").`,
      url: "https://aka.ms/azsdk/python/identity/managedidentitycredential/troubleshoot",
    },
    java: {
      action: `${SEVERAL} new ManagedIdentityCredentialBuilder().clientId("…").build().`,
      url: "https://aka.ms/azsdk/java/identity/managedidentitycredential/troubleshoot",
    },
    dotnet: {
      action: `${SEVERAL} new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId("…")).`,
      url: "https://aka.ms/azsdk/net/identity/managedidentitycredential/troubleshoot",
    },
    go: {
      action: `${SEVERAL} ManagedIdentityCredentialOptions{ID: azidentity.ClientID("…")}.`,
      url: "https://aka.ms/azsdk/go/identity/troubleshoot#managed-id",
    },
    rust: {
      action: `${SEVERAL} ManagedIdentityCredentialOptions { user_assigned_id: Some(UserAssignedId::ClientId(…)), .. }.`,
      url: "https://aka.ms/azsdk/rust/identity/troubleshoot#managed-id",
    },
    cpp: {
      action: `${SEVERAL} ManagedIdentityCredentialOptions::IdentityId with ManagedIdentityIdKind::ClientId.`,
      url: "https://aka.ms/azsdk/cpp/identity/troubleshooting",
    },
    "azure-cli": {
      action: `${SEVERAL} sign in as it.`,
      command: "az login --identity --client-id <identity-client-id>",
      url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli-managed-identity",
    },
    azd: {
      action: `${SEVERAL} sign in as it.`,
      command: "azd auth login --managed-identity --client-id <identity-client-id>",
      url: "https://learn.microsoft.com/azure/developer/azure-developer-cli/reference#azd-auth-login",
    },
    "azure-powershell": {
      action: `${SEVERAL} sign in as it.`,
      command: "Connect-AzAccount -Identity -AccountId <identity-client-id>",
      url: "https://learn.microsoft.com/powershell/azure/authenticate-managed-identity",
    },
    azcopy: {
      action: `${SEVERAL} in AZCOPY_MSI_CLIENT_ID, beside AZCOPY_AUTO_LOGIN_TYPE=MSI.`,
      command: "export AZCOPY_MSI_CLIENT_ID=<identity-client-id>",
      url: "https://learn.microsoft.com/azure/storage/common/storage-use-azcopy-authorize-managed-identity",
    },
    terraform: {
      action: `${SEVERAL} in ARM_CLIENT_ID, beside ARM_USE_MSI=true.`,
      command: "export ARM_CLIENT_ID=<identity-client-id>",
      url: "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/managed_service_identity",
    },
    kubelogin: {
      action: `${SEVERAL} in the kubeconfig.`,
      command: "kubelogin convert-kubeconfig -l msi --client-id <identity-client-id>",
      url: "https://azure.github.io/kubelogin/concepts/login-modes/msi.html",
    },
    keda: {
      action: `${SEVERAL} in spec.podIdentity.identityId of the TriggerAuthentication, with provider azure-workload.`,
      url: "https://keda.sh/docs/latest/authentication-providers/azure-ad-workload-identity/",
    },
    flux: {
      action: `${SEVERAL} annotate the controller’s service account with azure.workload.identity/client-id.`,
      url: "https://fluxcd.io/flux/integrations/azure/",
    },
    "csi-driver": {
      action: `${SEVERAL} in the SecretProviderClass, clientID for workload identity, userAssignedIdentityID with useVMManagedIdentity.`,
      url: "https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/configurations/identity-access-modes/",
    },
    grafana: {
      action: `${SEVERAL} in managed_identity_client_id of the section [azure].`,
      command: "export GF_AZURE_MANAGED_IDENTITY_CLIENT_ID=<identity-client-id>",
      url: "https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#azure",
    },
    "external-secrets": {
      action: `${SEVERAL} in spec.provider.azurekv.identityId of the SecretStore.`,
      url: "https://external-secrets.io/latest/provider/azure-key-vault/",
    },
  },
  programs: { action: `${SEVERAL} by its client id, in the settings of the program.` },
};
