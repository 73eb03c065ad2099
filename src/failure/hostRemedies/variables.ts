import { WEBHOOK_VARIABLES } from "../writers/cluster.js";
import type { HostRemedies } from "./each.js";
import { APP_SERVICE, CONTAINER_APPS, GITHUB, PIPELINES } from "./pages.js";

/**
 * How a host gives variables to a process.
 *
 * @internal
 */
export const VARIABLES: HostRemedies = {
  kubernetes: [WEBHOOK_VARIABLES.usual],
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
      action: "On Container Apps, set the variables in the container’s template, or use the managed identity instead.",
      command: 'az containerapp show -g <group> -n <app> --query "properties.template.containers[].env[].name"',
      url: CONTAINER_APPS,
    },
  ],
  "github-actions": [
    {
      action:
        "In GitHub Actions, pass the secrets on to the step: to azure/login under with:, to a program under env:. They are empty in a pull request from a fork.",
      url: GITHUB,
    },
  ],
  "azure-pipelines": [
    {
      action: "In Azure Pipelines, map secret variables under env: of the step, System.AccessToken among them.",
      url: PIPELINES,
    },
  ],
};
