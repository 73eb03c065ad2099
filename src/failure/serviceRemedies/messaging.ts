import type { Remedy } from "../types.js";
import { assign, WAIT } from "./role.js";
import type { Service, ServiceCase, Value } from "./service.js";

const BUS_PAGE = "https://learn.microsoft.com/azure/service-bus-messaging/service-bus-managed-service-identity";
const BUS_NETWORK = "https://learn.microsoft.com/azure/service-bus-messaging/service-bus-ip-filtering";
const HUBS_PAGE = "https://learn.microsoft.com/azure/event-hubs/authorize-access-azure-active-directory";
const HUBS_NETWORK = "https://learn.microsoft.com/azure/event-hubs/event-hubs-ip-filtering";
const NAMESPACE: Value = /\b([a-z][a-z0-9-]{4,48}[a-z0-9])\.servicebus\.(?:windows|usgovcloudapi|chinacloudapi)\b/i;

const SHARED_ACCESS: Remedy = {
  action: "With a connection string instead of a token, use a policy that has the claim which the message names.",
  url: "https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas",
};

function denied(url: string): readonly ServiceCase[] {
  return [
    {
      remedies: [
        assign(
          "Assign the identity the data role that this operation needs, on the namespace or the entity.",
          "<namespace-id>",
          url,
        ),
        SHARED_ACCESS,
        WAIT,
      ],
    },
  ];
}

function firewall(cli: string, url: string): readonly ServiceCase[] {
  const resolve: Remedy = {
    action: "Where a private endpoint is meant to be used, check that the name resolves to its private address here.",
    command: "nslookup <namespace>.servicebus.windows.net",
    url,
  };
  return [
    {
      remedies: [
        {
          action: "Look at what the namespace lets in.",
          command: `${cli} namespace network-rule-set show -g <group> --namespace-name <namespace>`,
          url,
        },
        {
          action: "Allow the address of this client, or its subnet.",
          command: `${cli} namespace network-rule-set ip-rule add -g <group> --namespace-name <namespace> --ip-rule ip-address=<ip> action=Allow`,
          url,
        },
        resolve,
      ],
    },
  ];
}

/**
 * Azure Event Hubs, also where it is spoken to as Kafka.
 *
 * @internal
 */
export const EVENT_HUBS: Service = {
  name: "event-hubs",
  shows:
    /event ?-?hubs?\b|consumergroups?|kafka|sasl_ssl|saslauthentication|producer clientid|consumer clientid|\beventhubs?\.|eh-[a-z0-9-]{1,40}\.servicebus/,
  scope: "https://eventhubs.azure.net/.default",
  values: {
    namespace: NAMESPACE,
    role: [
      [/'manage[',]|manage,entityread/, "Azure Event Hubs Data Owner"],
      [/'send'|producer|data sender/, "Azure Event Hubs Data Sender"],
      [/'listen'|consumer|receiver|group/, "Azure Event Hubs Data Receiver"],
    ],
  },
  authorization_denied: denied(HUBS_PAGE),
  network_rule_denied: firewall("az eventhubs", HUBS_NETWORK),
  token_rejected: [
    {
      when: /invalid tenant name/,
      remedies: [
        {
          action:
            "Check the host in bootstrap.servers and in the scope: both must be that of the namespace, in the tenant of the token.",
          url: "https://learn.microsoft.com/azure/event-hubs/azure-event-hubs-apache-kafka-overview",
        },
      ],
    },
  ],
};

/**
 * Azure Service Bus.
 *
 * @internal
 */
export const SERVICE_BUS: Service = {
  name: "service-bus",
  shows: /service ?bus(?!\.(?:windows|usgov|china))|\/subscriptions\/[\w.-]{1,60}'/,
  scope: "https://servicebus.azure.net/.default",
  values: {
    namespace: NAMESPACE,
    role: [
      [/'manage[',]|manage,entityread|data owner/, "Azure Service Bus Data Owner"],
      [/'send'|data sender/, "Azure Service Bus Data Sender"],
      [/'listen'|receiver|listener/, "Azure Service Bus Data Receiver"],
    ],
  },
  authorization_denied: denied(BUS_PAGE),
  network_rule_denied: firewall("az servicebus", BUS_NETWORK),
};

/**
 * A namespace of which the text does not say whether it is one of Service Bus or Event Hubs.
 *
 * @internal
 */
export const MESSAGING: Service = {
  name: "messaging",
  shows:
    /\.servicebus\.(?:windows|usgov|china)|amqp|claim\(?s?\)? (?:are )?required|ip has been prevented to connect|put token failed|\b4010\d:/,
  authorization_denied: [
    {
      remedies: [
        {
          action:
            "Assign the identity the data role of Service Bus or Event Hubs, whichever this namespace is: Data Sender to send, Data Receiver to listen, Data Owner to manage.",
          command:
            'az role assignment create --assignee <object-id> --role "Azure <service> Data <operation>" --scope "<namespace-id>"',
          url: BUS_PAGE,
        },
        SHARED_ACCESS,
        WAIT,
      ],
    },
  ],
  network_rule_denied: [
    {
      remedies: [
        {
          action:
            "Allow the address or the subnet of this client in the namespace’s firewall, or use its private endpoint.",
          url: BUS_NETWORK,
        },
        {
          action:
            "Where a private endpoint is meant to be used, check that the name resolves to its private address here.",
          command: "nslookup <namespace>.servicebus.windows.net",
          url: BUS_NETWORK,
        },
      ],
    },
  ],
  token_rejected: [
    {
      when: /audience|unauthorized-access|unauthorized/,
      remedies: [
        {
          action:
            "Ask for a token of this namespace: the scope is https://servicebus.azure.net/.default, for Event Hubs https://eventhubs.azure.net/.default.",
          url: BUS_PAGE,
        },
        {
          action: "With a connection string or SAS instead, check its key, its end and the entity that it is for.",
          url: "https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas",
        },
        {
          action: "Check the tenant of the token and the clock of the machine.",
          command: "date -u",
          url: BUS_PAGE,
        },
      ],
    },
  ],
  values: { namespace: NAMESPACE },
};
