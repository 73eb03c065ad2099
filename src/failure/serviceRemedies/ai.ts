import { anyOf } from "../anyOf.js";
import { assign, WAIT } from "./role.js";
import type { Service } from "./service.js";

const ROLES_PAGE = "https://learn.microsoft.com/azure/ai-services/openai/how-to/role-based-access-control";
const KEYS_PAGE = "https://learn.microsoft.com/azure/ai-services/disable-local-auth";
const NETWORK_PAGE = "https://learn.microsoft.com/azure/ai-services/cognitive-services-virtual-networks";

/**
 * Azure OpenAI and the other AI services.
 *
 * @internal
 */
export const AI: Service = {
  name: "ai",
  shows: anyOf(
    /openai/,
    /cognitive ?services/,
    /\.services\.ai\.azure/,
    /azureexception/,
    /cogsvc/,
    /principal does not have access to api\/operation/,
    /lacks the required data action/,
    /azure ?ai\b/,
    /virtual network\/firewall rules/,
    /public access is disabled\. please configure private endpoint/,
    /litellm/,
  ),
  scope: "https://cognitiveservices.azure.com/.default",
  values: {
    resource: /https:\/\/([a-z0-9][a-z0-9-]{1,62})\.(?:openai|cognitiveservices|services\.ai)\.azure\b/i,
    role: [
      [/accounts\/aiservices\/agents|services\.ai\.azure|\/api\/projects/, "Azure AI User"],
      [/openai|chat\/completions|embeddings|gpt-/, "Cognitive Services OpenAI User"],
      [/./, "Cognitive Services User"],
    ],
  },
  authorization_denied: [
    {
      when: /key based authentication is (?:disabled|not permitted)|localauth/,
      remedies: [
        {
          action:
            "Use a token in place of the API key: the resource takes no keys. Give the client a credential of Microsoft Entra ID, with the scope https://cognitiveservices.azure.com/.default.",
          url: KEYS_PAGE,
        },
        assign("Assign that identity the role on the resource.", "<ai-resource-id>", ROLES_PAGE),
        {
          action: "If keys are meant to work, allow them again (disableLocalAuth of the resource).",
          command: "az resource update --ids <ai-resource-id> --set properties.disableLocalAuth=false",
          url: KEYS_PAGE,
        },
      ],
    },
    {
      remedies: [
        [
          assign(
            "Assign the identity a role with <action> on the resource; Owner and Contributor do not have it.",
            "<ai-resource-id>",
            ROLES_PAGE,
          ),
          assign(
            "Assign the identity a data role on the resource; Owner and Contributor do not have its rights.",
            "<ai-resource-id>",
            ROLES_PAGE,
          ),
        ],
        {
          action:
            "See which roles it has, and on what: the role must be on the very resource that the endpoint belongs to.",
          command: "az role assignment list --assignee <object-id> --all -o table",
          url: ROLES_PAGE,
        },
        WAIT,
      ],
    },
  ],
  network_rule_denied: [
    {
      when: /public (?:network )?access is disabled|private endpoint/,
      remedies: [
        {
          action:
            "Call the resource from a network that has its private endpoint, and check that its name resolves to the private address there: public access is off.",
          command: "nslookup <resource>.openai.azure.com",
          url: NETWORK_PAGE,
        },
      ],
    },
    {
      when: /use the correct endpoint/,
      remedies: [
        {
          action:
            "Call the resource by its own subdomain of cognitiveservices.azure.com instead of the region’s endpoint: it has a virtual network.",
          url: NETWORK_PAGE,
        },
      ],
    },
    {
      remedies: [
        {
          action: "Allow the address of this client in the resource’s firewall.",
          command: "az cognitiveservices account network-rule add -g <group> -n <resource> --ip-address <ip>",
          url: NETWORK_PAGE,
        },
        {
          action: "For a client in a virtual network, allow its subnet or use a private endpoint.",
          command: "az cognitiveservices account network-rule list -g <group> -n <resource>",
          url: NETWORK_PAGE,
        },
      ],
    },
  ],
};
