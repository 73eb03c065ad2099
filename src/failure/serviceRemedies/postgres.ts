import { anyOf } from "../anyOf.js";
import type { Service } from "./service.js";

const POSTGRES_PAGE =
  "https://learn.microsoft.com/azure/postgresql/flexible-server/how-to-configure-sign-in-azure-ad-authentication";
const MYSQL_PAGE = "https://learn.microsoft.com/azure/mysql/flexible-server/how-to-azure-ad";

/**
 * Azure Database for PostgreSQL and MySQL: the user name is the name of the identity, the password its token.
 *
 * @internal
 */
export const POSTGRES_MYSQL: Service = {
  name: "postgres-mysql",
  shows: anyOf(
    /ossrdbms-aad/,
    /postgres/,
    /psycopg/,
    /pg_hba/,
    /\bpq:/,
    /psqlexception/,
    /\bmysql/,
    /\.(?:postgres|mysql)\.database\.azure/,
    /azure ad access token/,
    /the access token (?:has expired|does not have a valid)/,
    /an error occurred while validating the access token/,
  ),
  scope: "https://ossrdbms-aad.database.windows.net/.default",
  values: { server: /\b([a-z0-9][a-z0-9-]{1,61}[a-z0-9])\.(?:postgres|mysql)\.database\.azure\.com/i },
  authorization_denied: [
    {
      when: /mysql/,
      remedies: [
        {
          action:
            "As the server’s Entra administrator, create the user for this identity (CREATE AADUSER) and GRANT it what it needs.",
          url: MYSQL_PAGE,
        },
      ],
    },
    {
      remedies: [
        {
          action:
            "As the server’s Entra administrator, create the role for this identity (SELECT * FROM pgaadauth_create_principal('<identity-name>', false, false)) and GRANT it what it needs.",
          url: POSTGRES_PAGE,
        },
        { action: "Sign in with exactly the name of the identity as the user.", url: POSTGRES_PAGE },
      ],
    },
  ],
  network_rule_denied: [
    {
      remedies: [
        {
          action: "Allow the address of this client in the server’s firewall.",
          command:
            "az postgres flexible-server firewall-rule create -g <group> -n <server> -r <rule-name> --start-ip-address <ip> --end-ip-address <ip>",
          url: "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-firewall-rules",
        },
      ],
    },
  ],
  token_rejected: [
    {
      when: /expired|validating the access token|valid signature/,
      remedies: [
        {
          action:
            "Get a new token for each new connection, and give the pool a function for the password instead of a value: a token lasts about an hour.",
          url: POSTGRES_PAGE,
        },
        {
          action: "Check that the scope is https://ossrdbms-aad.database.windows.net/.default.",
          url: POSTGRES_PAGE,
        },
      ],
    },
    {
      when: /not valid for role|does not contain group|role "/,
      remedies: [
        {
          action:
            "Sign in with exactly the name of the identity (or of a group it is in) as the user, and check that this role was created for its object id.",
          url: POSTGRES_PAGE,
        },
      ],
    },
  ],
};
