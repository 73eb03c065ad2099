import type { Host } from "./hosts.js";
import type { FailureKind } from "./kinds.js";
import type { Remedy } from "./types.js";

const APP_SERVICE = "https://learn.microsoft.com/azure/app-service/overview-managed-identity";
const CONTAINER_APPS = "https://learn.microsoft.com/azure/container-apps/managed-identity";
const VM =
  "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-configure-managed-identities";
const ARC = "https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication";
const AKS = "https://learn.microsoft.com/azure/aks/workload-identity-deploy-cluster";
const AKS_TROUBLE = "https://azure.github.io/azure-workload-identity/docs/troubleshooting.html";
const CLOUD_SHELL = "https://learn.microsoft.com/azure/cloud-shell/msi-authorization";
const GITHUB =
  "https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-azure";
const PIPELINES = "https://learn.microsoft.com/azure/devops/pipelines/library/connect-to-azure";
const CHAINS = "https://learn.microsoft.com/azure/developer/javascript/sdk/authentication/credential-chains";
const SIGN_IN = "https://learn.microsoft.com/cli/azure/authenticate-azure-cli";

const ENABLE: Partial<Record<Host, Remedy>> = {
  "app-service": {
    action:
      "On App Service, switch the managed identity on and restart the app: it sets IDENTITY_ENDPOINT and IDENTITY_HEADER.",
    command: "az webapp identity assign -g <group> -n <app>",
    url: APP_SERVICE,
  },
  functions: {
    action: "On Functions, switch the managed identity of the function app on and restart it.",
    command: "az functionapp identity assign -g <group> -n <app>",
    url: APP_SERVICE,
  },
  "container-apps": {
    action: "On Container Apps, switch the managed identity on; each revision gets its endpoint when it starts.",
    command: "az containerapp identity assign --system-assigned -g <group> -n <app>",
    url: CONTAINER_APPS,
  },
  vm: {
    action: "On a virtual machine, switch the managed identity on.",
    command: "az vm identity assign -g <group> -n <vm>",
    url: VM,
  },
  arc: {
    action: "On Azure Arc, check that the agent runs and is connected.",
    command: "azcmagent show",
    url: ARC,
  },
  kubernetes: {
    action:
      "On Kubernetes, use workload identity: label the pod azure.workload.identity/use=true and annotate its service account with the client id.",
    command: "kubectl get pod <pod> -o jsonpath='{.metadata.labels}{.spec.serviceAccountName}'",
    url: AKS,
  },
  "cloud-shell": {
    action: "In Cloud Shell there is only your own identity: ask for no user-assigned one, or sign in.",
    command: "az login",
    url: CLOUD_SHELL,
  },
  "github-actions": {
    action: "A runner of GitHub has no managed identity: sign in with OIDC (azure/login) before this step.",
    url: GITHUB,
  },
  "azure-pipelines": {
    action: "A hosted agent has no managed identity: use AzurePipelinesCredential or a task with a service connection.",
    url: PIPELINES,
  },
  laptop: {
    action: "On a developer machine there is no managed identity: set AZURE_TOKEN_CREDENTIALS=dev and sign in.",
    command: "az login",
    url: CHAINS,
  },
};

const ASSIGN: Partial<Record<Host, Remedy>> = {
  "app-service": {
    action: "On App Service, attach the user-assigned identity to the app, or switch the system-assigned one on.",
    command: "az webapp identity show -g <group> -n <app>",
    url: APP_SERVICE,
  },
  functions: {
    action:
      "On Functions, attach the user-assigned identity to the function app, or switch the system-assigned one on.",
    command: "az functionapp identity show -g <group> -n <app>",
    url: APP_SERVICE,
  },
  "container-apps": {
    action: "On Container Apps, attach the identity to the app, and name it by its client id.",
    command: "az containerapp identity show -g <group> -n <app>",
    url: CONTAINER_APPS,
  },
  vm: {
    action: "On a virtual machine or scale set, attach the identity to it.",
    command: "az vm identity show -g <group> -n <vm>",
    url: VM,
  },
  kubernetes: {
    action:
      "On AKS, the identity must be attached to the node pool’s scale set; better, move to workload identity, which needs no attaching.",
    command: "az aks show -g <group> -n <cluster> --query identityProfile",
    url: AKS,
  },
  arc: {
    action: "On Azure Arc there is only the system-assigned identity: give no client id.",
    command: "azcmagent show",
    url: ARC,
  },
};

function each(remedies: Partial<Record<Host, Remedy>>): Partial<Record<Host, readonly Remedy[]>> {
  return Object.fromEntries(Object.entries(remedies).map(([host, remedy]) => [host, [remedy]]));
}

const TOOL: Partial<Record<Host, readonly Remedy[]>> = {
  "github-actions": [{ action: "In GitHub Actions, sign in before this step: azure/login with OIDC.", url: GITHUB }],
  "azure-pipelines": [
    {
      action: "In Azure Pipelines, run the step inside the task AzureCLI@2 with a service connection.",
      url: PIPELINES,
    },
  ],
  "cloud-shell": [{ action: "In Cloud Shell, sign in again.", command: "az login", url: SIGN_IN }],
};

/**
 * What to do on one host, beside what is usual for the kind.
 *
 * @internal
 */
export const HOST_REMEDIES: Partial<Readonly<Record<FailureKind, Partial<Readonly<Record<Host, readonly Remedy[]>>>>>> =
  {
    managed_identity_unreachable: each(ENABLE),
    managed_identity_not_configured: each(ENABLE),
    managed_identity_probe_timeout: each({ laptop: ENABLE.laptop as Remedy, kubernetes: ENABLE.kubernetes as Remedy }),
    managed_identity_not_assigned: each(ASSIGN),
    managed_identity_endpoint_error: each({
      "app-service": {
        action: "On App Service, restart the app; if it lasts, switch the identity off and on again.",
        command: "az webapp restart -g <group> -n <app>",
        url: APP_SERVICE,
      },
      functions: {
        action: "On Functions, restart the function app; if it lasts, switch the identity off and on again.",
        command: "az functionapp restart -g <group> -n <app>",
        url: APP_SERVICE,
      },
      "container-apps": {
        action: "On Container Apps, restart the revision.",
        command: "az containerapp revision restart -g <group> -n <app> --revision <revision>",
        url: CONTAINER_APPS,
      },
      arc: { action: "On Azure Arc, check the agent.", command: "azcmagent check", url: ARC },
    }),
    no_credential_available: each(ENABLE),
    configuration_missing: {
      kubernetes: [
        {
          action:
            "On AKS, check that the webhook set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_FEDERATED_TOKEN_FILE in the pod, and that the service account is annotated.",
          command: "kubectl get serviceaccount <service-account> -o jsonpath='{.metadata.annotations}'",
          url: AKS_TROUBLE,
        },
      ],
      "app-service": [
        {
          action: "On App Service, set the variables as application settings, or use the managed identity instead.",
          command: 'az webapp config appsettings list -g <group> -n <app> --query "[].name"',
          url: APP_SERVICE,
        },
      ],
      functions: [
        {
          action: "On Functions, set the variables as application settings, or use the managed identity instead.",
          command: 'az functionapp config appsettings list -g <group> -n <app> --query "[].name"',
          url: APP_SERVICE,
        },
      ],
      "container-apps": [
        {
          action:
            "On Container Apps, set the variables in the container’s template, or use the managed identity instead.",
          command: 'az containerapp show -g <group> -n <app> --query "properties.template.containers[].env[].name"',
          url: CONTAINER_APPS,
        },
      ],
      "github-actions": [
        {
          action:
            "In GitHub Actions, pass the secrets on to the step under env:; they are empty in a pull request from a fork.",
          url: GITHUB,
        },
      ],
      "azure-pipelines": [
        {
          action: "In Azure Pipelines, map secret variables under env: of the step, System.AccessToken among them.",
          url: PIPELINES,
        },
      ],
    },
    credential_file_unreadable: {
      kubernetes: [
        {
          action:
            "On AKS, check that the webhook mounted the token into this container: the pod label, the service account and the webhook’s pods.",
          command: "kubectl get pods -n kube-system -l azure-workload-identity.io/system=true",
          url: AKS_TROUBLE,
        },
      ],
    },
    assertion_unavailable: {
      "github-actions": [
        { action: "In GitHub Actions, let the job ask for an OIDC token: permissions id-token: write.", url: GITHUB },
      ],
      "azure-pipelines": [
        {
          action: "In Azure Pipelines, map System.AccessToken into the step, and check the service connection id.",
          url: "https://aka.ms/azsdk/js/identity/azurepipelinescredential/troubleshoot",
        },
      ],
    },
    federated_credential_mismatch: {
      "github-actions": [
        {
          action:
            "In GitHub Actions the subject changes with branch, tag, environment and pull request: register the one this job sends.",
          url: GITHUB,
        },
      ],
      kubernetes: [
        {
          action: "On AKS, compare the cluster’s issuer and the service account with the federated credential.",
          command: "az aks show -g <group> -n <cluster> --query oidcIssuerProfile.issuerUrl",
          url: AKS,
        },
      ],
      "azure-pipelines": [
        {
          action:
            "In Azure Pipelines, copy issuer and subject from the service connection into the federated credential.",
          url: PIPELINES,
        },
      ],
    },
    tool_not_installed: TOOL,
    tool_not_signed_in: TOOL,
    tool_timeout: TOOL,
  };
