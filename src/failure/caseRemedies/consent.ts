import type { Evidence } from "../evidence.js";
import type { Remedy } from "../types.js";

/**
 * Client ids and names of the Azure CLI, Azure PowerShell, Visual Studio and Visual Studio Code.
 *
 * @internal
 */
export const MICROSOFTS_OWN =
  /04b07795-8ddb-461a-bbee-02f9e1bf7b46|1950a258-227b-4e31-a9cf-717495945fc2|872cd9fa-d31f-45e0-9eab-6e460a02d1f1|aebc6443-996d-45c2-90f0-388ff96faa56|named '?microsoft azure (?:cli|powershell)/;

const OWN_TOOL: readonly Remedy[] = [
  {
    action: "Sign in interactively for the same scope, and consent there: the client is a tool of Microsoft’s.",
    command: "az login --scope <scope>",
    url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli-interactively",
  },
  {
    action:
      "If the API is your own, add the tool’s client id to the authorized client applications under Expose an API.",
    url: "https://learn.microsoft.com/entra/identity-platform/quickstart-configure-app-expose-web-apis",
  },
];

/**
 * What to do about consent to a tool of Microsoft's, which has no registration of one's own to grant it on.
 *
 * @param evidence - what was read off the error
 * @internal
 */
export function ofConsent({ plain }: Evidence): readonly Remedy[] | undefined {
  return MICROSOFTS_OWN.test(plain) ? OWN_TOOL : undefined;
}
