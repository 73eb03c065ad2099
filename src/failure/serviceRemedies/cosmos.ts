import { WAIT } from "./role.js";
import type { Service } from "./service.js";

const ROLES_PAGE = "https://aka.ms/cosmos-native-rbac";
const FIREWALL_PAGE = "https://learn.microsoft.com/azure/cosmos-db/how-to-configure-firewall";

/**
 * Azure Cosmos DB: roles of its own for data, Azure's for databases and containers.
 *
 * @internal
 */
export const COSMOS: Service = {
  name: "cosmos",
  shows:
    /\.documents\.azure\.|cosmos|request blocked by auth|microsoft\.documentdb|docdb|local authorization is disabled\. use an aad token/,
  scope: "https://cosmos.azure.com/.default",
  values: {
    account: /(?:blocked by auth |https:\/\/)([a-z0-9][a-z0-9-]{1,42}[a-z0-9])(?= ?:|\.documents\.azure)/i,
  },
  authorization_denied: [
    {
      when: /cannot be authorized by aad token in data plane/,
      remedies: [
        {
          action:
            "Create and change databases and containers through Azure Resource Manager (Azure CLI, Bicep, the management SDK): no role allows it with a token on the data plane.",
          command: "az cosmosdb sql database create -g <group> -a <account> -n <database>",
          url: ROLES_PAGE,
        },
        {
          action:
            "In the program, open what exists instead of creating it if it is not there (such as CreateDatabaseIfNotExists).",
          url: ROLES_PAGE,
        },
      ],
    },
    {
      remedies: [
        {
          action:
            "Assign the identity a data role of Cosmos DB itself, here Built-in Data Contributor (…0001 is Data Reader); a role of Azure’s access control does not open its data.",
          command:
            'az cosmosdb sql role assignment create -g <group> -a <account> --principal-id <object-id> --role-definition-id 00000000-0000-0000-0000-000000000002 --scope "/"',
          url: ROLES_PAGE,
        },
        {
          action: "See which data roles are assigned, and on what.",
          command: "az cosmosdb sql role assignment list -g <group> -a <account>",
          url: ROLES_PAGE,
        },
        WAIT,
      ],
    },
  ],
  network_rule_denied: [
    {
      when: /through azure cosmos private endpoint/,
      remedies: [
        {
          action: "Check that the private endpoint which the request came through is approved on this very account.",
          command: "az cosmosdb show -g <group> -n <account> --query privateEndpointConnections",
          url: "https://learn.microsoft.com/azure/cosmos-db/how-to-configure-private-endpoints",
        },
      ],
    },
    {
      remedies: [
        [
          {
            action: "Add <ip> to the addresses in the account’s firewall; setting them by a command replaces the list.",
            command: "az cosmosdb show -g <group> -n <account> --query ipRules",
            url: FIREWALL_PAGE,
          },
          {
            action:
              "Add the address of this client to those in the account’s firewall; setting them by a command replaces the list.",
            command: "az cosmosdb show -g <group> -n <account> --query ipRules",
            url: FIREWALL_PAGE,
          },
        ],
        {
          action: "For a client in a virtual network, allow its subnet or use a private endpoint.",
          command: "nslookup <account>.documents.azure.com",
          url: "https://learn.microsoft.com/azure/cosmos-db/how-to-configure-private-endpoints",
        },
      ],
    },
  ],
  token_rejected: [
    {
      when: /local authorization is disabled|localauth/,
      remedies: [
        {
          action:
            "Use a credential of Microsoft Entra ID in place of the account key or connection string: the account takes no keys.",
          url: ROLES_PAGE,
        },
        {
          action: "Assign that identity a data role of Cosmos DB.",
          command:
            'az cosmosdb sql role assignment create -g <group> -a <account> --principal-id <object-id> --role-definition-id 00000000-0000-0000-0000-000000000002 --scope "/"',
          url: ROLES_PAGE,
        },
      ],
    },
    {
      when: /which is not trusted by this da|issuer|tenant/,
      remedies: [
        {
          action:
            "Get the token from the tenant that the account’s subscription belongs to: set the tenant id of the credential (AZURE_TENANT_ID).",
          command: 'az account list --all --query "[].{subscription:id,tenant:tenantId}" -o table',
          url: ROLES_PAGE,
        },
      ],
    },
  ],
};
