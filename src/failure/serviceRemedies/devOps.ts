import type { Service } from "./service.js";

const PRINCIPALS =
  "https://learn.microsoft.com/azure/devops/integrate/get-started/authentication/service-principal-managed-identity";

/**
 * Azure DevOps: members of an organization and their access level.
 *
 * @internal
 */
export const DEV_OPS: Service = {
  name: "dev-ops",
  shows: /\b(?:tf\d{5,6}|vs\d{5,6})\b|dev\.azure\.|azure devops|vssunauthorized|visualstudio\.com/,
  scope: "499b84ac-1321-427f-aa17-267ca6975798/.default",
  authorization_denied: [
    {
      remedies: [
        {
          action:
            "Add the user or service principal to the organization, with an access level and to the project’s group that it needs; roles of Azure do not count there.",
          url: PRINCIPALS,
        },
        {
          action:
            "If it is a member, check the permission on the project, repository or feed, and that the organization is connected to the tenant of the token.",
          url: "https://learn.microsoft.com/azure/devops/organizations/security/troubleshoot-permissions",
        },
        {
          action: "For a new user, sign in once in a browser.",
          url: "https://learn.microsoft.com/azure/devops/organizations/security/troubleshoot-permissions",
        },
      ],
    },
  ],
};
