import type { Remedy } from "../types.js";
import type { ServiceCase } from "./service.js";

const NETWORK_PAGE = "https://learn.microsoft.com/azure/storage/common/storage-network-security";
const LOOK: Remedy = {
  action: "Look at what the account lets in.",
  command:
    'az storage account show -n <account> --query "{public:publicNetworkAccess,default:networkRuleSet.defaultAction,addresses:networkRuleSet.ipRules}"',
  url: NETWORK_PAGE,
};

/**
 * The firewall of a storage account.
 *
 * @internal
 */
export const STORAGE_NETWORK: readonly ServiceCase[] = [
  {
    when: /public network access (?:is )?disabled|private endpoint|private link/,
    remedies: [
      {
        action:
          "Call the account from a network that has its private endpoint, and check that its name resolves to the private address there.",
        command: "nslookup <account>.blob.core.windows.net",
        url: "https://learn.microsoft.com/azure/storage/common/storage-private-endpoints",
      },
      LOOK,
    ],
  },
  {
    remedies: [
      LOOK,
      {
        action: "From outside Azure, allow the public address of this client.",
        command: "az storage account network-rule add -g <group> --account-name <account> --ip-address <ip>",
        url: NETWORK_PAGE,
      },
      {
        action:
          "From within Azure, allow the subnet or use a private endpoint: rules for addresses do not apply to clients in the account’s region.",
        command: "az storage account network-rule add -g <group> --account-name <account> --subnet <subnet-id>",
        url: NETWORK_PAGE,
      },
    ],
  },
];
