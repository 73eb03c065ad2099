import { assign, WAIT } from "./role.js";
import type { Service } from "./service.js";

/**
 * Services whose advice is no more than the role that opens their data.
 *
 * @internal
 */
export const DATA_ROLES: Service = {
  name: "data-roles",
  shows:
    /azconfig|app ?configuration|search\.windows|azure (?:ai )?search|\bsearch:|event ?grid|azure maps|digital ?twins|\bbatch\b|azureml|machinelearning|azure ml|purview|signalr|web ?pubsub|iot ?hub|synapse/,
  values: {
    scope: [
      [/azconfig|app ?configuration/, "https://azconfig.io/.default"],
      [/search/, "https://search.azure.com/.default"],
      [/event ?grid/, "https://eventgrid.azure.net/.default"],
      [/azure maps/, "https://atlas.microsoft.com/.default"],
      [/digital ?twins/, "https://digitaltwins.azure.net/.default"],
      [/signalr/, "https://signalr.azure.com/.default"],
      [/web ?pubsub/, "https://webpubsub.azure.com/.default"],
    ],
    store: /\b([a-z0-9][a-z0-9-]{3,48}[a-z0-9])\.azconfig\.(?:io|azure)/i,
    role: [
      [/azconfig|app ?configuration/, "App Configuration Data Reader"],
      [/search/, "Search Index Data Reader"],
      [/event ?grid/, "EventGrid Data Sender"],
      [/azure maps/, "Azure Maps Data Reader"],
      [/digital ?twins/, "Azure Digital Twins Data Reader"],
      [/azureml|machinelearning|azure ml/, "AzureML Data Scientist"],
      [/signalr/, "SignalR App Server"],
      [/web ?pubsub/, "Web PubSub Service Owner"],
      [/iot ?hub/, "IoT Hub Data Contributor"],
    ],
  },
  network_rule_denied: [
    {
      when: /azconfig|app ?configuration/,
      remedies: [
        {
          action:
            "Call the store over its private endpoint, and check that its name resolves to the private address here.",
          command: "nslookup <store>.azconfig.io",
          url: "https://learn.microsoft.com/azure/azure-app-configuration/concept-private-endpoint",
        },
        {
          action: "If it may be reached from outside, switch public access on.",
          command: "az appconfig update -n <store> --enable-public-network true",
          url: "https://learn.microsoft.com/azure/azure-app-configuration/howto-disable-public-access",
        },
      ],
    },
  ],
  authorization_denied: [
    {
      when: /synapse|purview/,
      remedies: [
        {
          action:
            "Give the identity the role inside the service’s own studio or portal; a role of Azure does not count there.",
          url: "https://learn.microsoft.com/azure/synapse-analytics/security/synapse-workspace-synapse-rbac-roles",
        },
      ],
    },
    {
      remedies: [
        assign(
          "Assign the identity a data role of the service; Owner and Contributor do not open its data.",
          "<resource-id>",
        ),
        {
          action: "See which roles it has, and on what.",
          command: "az role assignment list --assignee <object-id> --all -o table",
          url: "https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-cli",
        },
        WAIT,
      ],
    },
  ],
};
