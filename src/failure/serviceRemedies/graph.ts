import type { Service } from "./service.js";

const PERMISSIONS = "https://learn.microsoft.com/graph/permissions-reference";
const MANAGED_IDENTITY =
  "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-assign-app-role-managed-identity";
const CONSENT = "az ad app permission admin-consent --id <client-id>";

/**
 * Microsoft Graph: permissions of an application and consent to them; Azure roles do not count.
 *
 * @internal
 */
export const GRAPH: Service = {
  name: "graph",
  shows:
    /authorization_requestdenied|graph\.microsoft\.|microsoft\.graph|\bgraph\b(?! caller)|erroraccessdenied|get-mg\w|insufficient privileges to complete|graphrbac|compacttoken parsing|missing (?:application|scope) permission/,
  scope: "https://graph.microsoft.com/.default",
  values: {
    permissions:
      /requires one of ['"]([A-Za-z]{2,40}\.[\w., ]{2,200})['"]|required application permissions \(([A-Z][\w., ]{3,200})\)/,
  },
  authorization_denied: [
    {
      when: /delegated|missing scope|scopes on the request|\bget-mg|connect-mggraph/,
      remedies: [
        [
          {
            action: "Ask for one of <permissions> when the user signs in, and consent to it.",
            url: PERMISSIONS,
          },
          {
            action: "Ask for the delegated permission that this call needs when the user signs in, and consent to it.",
            url: PERMISSIONS,
          },
        ],
        {
          action: "Check that the user may do this too: a delegated permission never exceeds what the person may do.",
          url: "https://learn.microsoft.com/graph/resolve-auth-errors",
        },
      ],
    },
    {
      remedies: [
        [
          {
            action:
              "Add one of <permissions> of Microsoft Graph to the application, and have an administrator consent; Azure roles do not count here.",
            command: CONSENT,
            url: PERMISSIONS,
          },
          {
            action:
              "Add the permission of Microsoft Graph that this call needs to the application (an application permission where no user signs in), and have an administrator consent; Azure roles do not count here.",
            command: CONSENT,
            url: PERMISSIONS,
          },
        ],
        {
          action: "For a managed identity, assign the app role of Microsoft Graph to its service principal.",
          url: MANAGED_IDENTITY,
        },
        {
          action:
            "Then get a new token. If it lacks nothing, the operation wants a directory role as well, or the user has too few rights.",
          url: "https://learn.microsoft.com/graph/resolve-auth-errors",
        },
      ],
    },
  ],
};
