import { PRIVATE_DNS } from "./pages.js";
import type { ServiceCase } from "./service.js";

const NETWORK_PAGE = "https://learn.microsoft.com/azure/key-vault/general/network-security";

/**
 * The firewall of a key vault.
 *
 * @internal
 */
export const KEY_VAULT_NETWORK: readonly ServiceCase[] = [
  {
    when: /public network access is disabled|not an approved private link|forbiddenbyconnection/,
    remedies: [
      {
        action:
          "Call the vault from a network that has its private endpoint, and check that its name resolves to the private address there: public access is off, so that no rule for an address helps.",
        command: "nslookup <vault>.vault.azure.net",
        url: "https://learn.microsoft.com/azure/key-vault/general/private-link-service",
      },
      {
        action: "If it may be reached from outside, switch public access on and limit it by rules.",
        command: "az keyvault update -n <vault> --public-network-access Enabled --default-action Deny",
        url: NETWORK_PAGE,
      },
    ],
  },
  {
    remedies: [
      {
        action: "Allow the address of this client in the vault’s firewall.",
        command: "az keyvault network-rule add -n <vault> --ip-address <ip>",
        url: NETWORK_PAGE,
      },
      {
        action: "For a client in a virtual network, allow its subnet or use a private endpoint; its address changes.",
        command: "az keyvault network-rule add -n <vault> --subnet <subnet-id>",
        url: NETWORK_PAGE,
      },
      {
        action:
          "Where a private endpoint is meant to be used, check that the vault’s name resolves to its private address here.",
        command: "nslookup <vault>.vault.azure.net",
        url: PRIVATE_DNS,
      },
    ],
  },
];
