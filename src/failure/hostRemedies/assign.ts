import { each, type HostRemedies } from "./each.js";
import { AKS, APP_SERVICE, ARC, AZURE_ML, CONTAINER_APPS, VM } from "./pages.js";

/**
 * How a managed identity is assigned to a host.
 *
 * @internal
 */
export const ASSIGN: HostRemedies = each({
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
    action:
      "On a virtual machine, attach the identity to it; without --identities that switches the system-assigned one on.",
    command: "az vm identity assign -g <group> -n <vm> --identities <identity-resource-id>",
    url: VM,
  },
  kubernetes: {
    action:
      "On AKS, the identity must be attached to the node pool’s scale set; better, move to workload identity, which needs no attaching.",
    command: "az aks show -g <group> -n <cluster> --query identityProfile",
    url: AKS,
  },
  "azure-ml": {
    action: "On Azure Machine Learning, assign the identity to the compute, and name it by its client id.",
    command: "az ml compute show -g <group> -w <workspace> -n <compute> --query identity",
    url: AZURE_ML,
  },
  arc: {
    action: "On Azure Arc there is only the system-assigned identity: give no client id.",
    command: "azcmagent show",
    url: ARC,
  },
});
