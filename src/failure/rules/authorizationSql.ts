import type { Rule } from "./rule.js";

/**
 * What Azure SQL says to a token it was shown.
 *
 * @internal
 */
export const SQL_RULES: readonly Rule[] = [
  {
    id: "authorization.sql-token",
    kind: "token_rejected",
    phrases: [
      "token-identified principal",
      ["invalid token", "accept this token", "token is expired", "token expired"],
    ],
    example:
      "Login failed for user '<token-identified principal>'. The server is not currently configured to accept this token.",
    sources: ["service"],
    remedies: [
      {
        action:
          "Ask for a token of Azure SQL: the scope is https://database.windows.net/.default, in the tenant of the server.",
        url: "https://learn.microsoft.com/azure/azure-sql/database/authentication-aad-configure",
      },
      {
        action: "Check that Microsoft Entra authentication is switched on: the server needs an Entra administrator.",
        command: "az sql server ad-admin list -g <group> -s <server>",
        url: "https://learn.microsoft.com/azure/azure-sql/database/authentication-aad-configure",
      },
    ],
  },
  {
    id: "authorization.sql-user",
    kind: "authorization_denied",
    says: "The database server did not let the identity of the token in: most often the database has no user for it.",
    phrases: ["token-identified principal"],
    example: "Login failed for user '<token-identified principal>'.",
    sources: ["service", "net", "go"],
    remedies: [
      {
        action:
          "Create a user for this identity in the database itself: CREATE USER [<identity-name>] FROM EXTERNAL PROVIDER, and add it to a role.",
        url: "https://learn.microsoft.com/azure/azure-sql/database/authentication-aad-configure",
      },
      {
        action: "Name the database in the connection: without it the login goes to master, where the user is unknown.",
        url: "https://learn.microsoft.com/azure/azure-sql/database/authentication-aad-configure",
      },
    ],
  },
];
