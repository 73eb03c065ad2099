import { anyOf } from "../anyOf.js";
import type { Service } from "./service.js";

const SQL_PAGE = "https://learn.microsoft.com/azure/azure-sql/database/authentication-aad-configure";
const SQL_FIREWALL = "https://learn.microsoft.com/azure/azure-sql/database/firewall-configure";

/**
 * Azure SQL and Synapse SQL: users in the database itself.
 *
 * @internal
 */
export const SQL: Service = {
  name: "sql",
  shows: anyOf(
    /\.database\.windows\./,
    /sqlexception/,
    /sqlclient/,
    /mssql/,
    /sql server/,
    /azure sql/,
    /sqlserver/,
    /sp_set_firewall_rule/,
    /token-identified principal/,
    /current security context/,
    /permission was denied on the object/,
    /requested by the login/,
    /login failed for user/,
    /sql database/,
    /synapse sql/,
    /\btedious\b/,
    /adlsgen2 sql/,
  ),
  scope: "https://database.windows.net/.default",
  values: {
    server:
      /(?:cannot open server ['"]?|\b)([a-z0-9][a-z0-9-]{0,61}[a-z0-9])(?=['"]? requested by the login|\.database\.windows\.net)/i,
  },
  authorization_denied: [
    {
      when: /permission was denied on the object|permission denied|does not have permission/,
      remedies: [
        {
          action:
            "Grant the right in the database, for example by adding the user to a role: ALTER ROLE db_datareader ADD MEMBER [<identity-name>].",
          url: "https://learn.microsoft.com/sql/relational-databases/security/authentication-access/database-level-roles",
        },
      ],
    },
    {
      remedies: [
        {
          action:
            "As the server’s Entra administrator, create a user for this identity in the database itself, and add it to a role: CREATE USER [<identity-name>] FROM EXTERNAL PROVIDER.",
          url: SQL_PAGE,
        },
        {
          action:
            "Name the database in the connection: without it the login goes to master, where the user is unknown.",
          url: SQL_PAGE,
        },
        {
          action: "Check that the server has an Entra administrator.",
          command: "az sql server ad-admin list -g <group> -s <server>",
          url: SQL_PAGE,
        },
      ],
    },
  ],
  network_rule_denied: [
    {
      when: /deny public network access|public network access/,
      remedies: [
        {
          action:
            "Connect over the server’s private endpoint, and check that its name resolves to the private address here: public access is off.",
          command: "nslookup <server>.database.windows.net",
          url: "https://learn.microsoft.com/azure/azure-sql/database/private-endpoint-overview",
        },
        {
          action: "If it may be reached from outside, switch public access on and add a rule for the address.",
          command: "az sql server update -g <group> -n <server> --enable-public-network true",
          url: "https://learn.microsoft.com/azure/azure-sql/database/connectivity-settings",
        },
      ],
    },
    {
      remedies: [
        {
          action: "Allow the address of this client in the server’s firewall; it takes up to five minutes.",
          command:
            "az sql server firewall-rule create -g <group> -s <server> -n <rule-name> --start-ip-address <ip> --end-ip-address <ip>",
          url: SQL_FIREWALL,
        },
        {
          action: "For a client in Azure, whose address changes, use a virtual network rule or a private endpoint.",
          url: "https://learn.microsoft.com/azure/azure-sql/database/vnet-service-endpoint-rule-overview",
        },
      ],
    },
  ],
};
