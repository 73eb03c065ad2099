import { each, type HostRemedies } from "./each.js";
import { APP_SERVICE, ARC, AZURE_ML, CONTAINER_APPS } from "./pages.js";

/**
 * How the endpoint of a host is started anew.
 *
 * @internal
 */
export const RESTART: HostRemedies = each({
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
  "azure-ml": {
    action: "On Azure Machine Learning, restart the compute, and check that an identity is assigned to it.",
    command: "az ml compute show -g <group> -w <workspace> -n <compute> --query identity",
    url: AZURE_ML,
  },
  arc: { action: "On Azure Arc, check the agent.", command: "azcmagent check", url: ARC },
});
