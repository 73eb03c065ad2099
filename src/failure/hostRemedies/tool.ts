import type { HostRemedies } from "./each.js";
import { GITHUB, PIPELINES, SIGN_IN } from "./pages.js";

/**
 * How one signs in with a developer tool on a host where nobody sits.
 *
 * @internal
 */
export const TOOL: HostRemedies = {
  "github-actions": [{ action: "In GitHub Actions, sign in before this step: azure/login with OIDC.", url: GITHUB }],
  "azure-pipelines": [
    {
      action: "In Azure Pipelines, run the step inside the task AzureCLI@2 with a service connection.",
      url: PIPELINES,
    },
  ],
  "cloud-shell": [{ action: "In Cloud Shell, sign in again.", command: "az login", url: SIGN_IN }],
};
