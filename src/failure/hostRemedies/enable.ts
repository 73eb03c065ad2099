import type { Host } from "../hosts.js";
import type { Remedy } from "../types.js";
import { ON_LAPTOP } from "../writers/chains.js";
import { AKS, APP_SERVICE, ARC, AZURE_ML, CLOUD_SHELL, CONTAINER_APPS, GITHUB, PIPELINES, VM } from "./pages.js";

/**
 * How a host comes to have a managed identity, or what to use there instead.
 *
 * @internal
 */
export const ENABLE = {
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
  "azure-ml": {
    action:
      "On Azure Machine Learning, assign a managed identity to the compute, and name it by its client id (DEFAULT_IDENTITY_CLIENT_ID).",
    command: "az ml compute show -g <group> -w <workspace> -n <compute> --query identity",
    url: AZURE_ML,
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
  laptop: ON_LAPTOP.usual,
} satisfies Partial<Record<Host, Remedy>>;
