/*
 * Pages of the documentation that remedies of several hosts point to. Internal, all of them.
 */

export const APP_SERVICE = "https://learn.microsoft.com/azure/app-service/overview-managed-identity";
export const CONTAINER_APPS = "https://learn.microsoft.com/azure/container-apps/managed-identity";
export const VM =
  "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-configure-managed-identities";
export const ARC = "https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication";
export const AZURE_ML =
  "https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication";
export const AKS = "https://learn.microsoft.com/azure/aks/workload-identity-deploy-cluster";
export const AKS_TROUBLE = "https://azure.github.io/azure-workload-identity/docs/troubleshooting.html";
export const CLOUD_SHELL = "https://learn.microsoft.com/azure/cloud-shell/msi-authorization";
export const GITHUB =
  "https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-azure";
export const PIPELINES = "https://learn.microsoft.com/azure/devops/pipelines/library/connect-to-azure";
export const SIGN_IN = "https://learn.microsoft.com/cli/azure/authenticate-azure-cli";
