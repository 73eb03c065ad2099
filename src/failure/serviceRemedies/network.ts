import { PRIVATE_DNS } from "./pages.js";
import type { ServiceCase } from "./service.js";

const PRIVATE_LINK = "https://learn.microsoft.com/azure/private-link/private-endpoint-overview";

/**
 * What to do about network rules of a service that is not known, by what it says.
 *
 * @internal
 */
export const NETWORK_CASES: readonly ServiceCase[] = [
  {
    when: /public (?:network )?access|private (?:endpoint|link)/,
    remedies: [
      {
        action:
          "Call the service from a network that has its private endpoint, and check that its name resolves to the private address there.",
        command: "nslookup <service-host>",
        url: PRIVATE_DNS,
      },
      { action: "If it may be reached from outside, switch its public network access on.", url: PRIVATE_LINK },
    ],
  },
  {
    when: /\bip\b|address/,
    remedies: [
      [
        { action: "Allow <ip> in the firewall of the service, or use its private endpoint.", url: PRIVATE_LINK },
        {
          action: "Allow the address of this client in the firewall of the service, or use its private endpoint.",
          url: PRIVATE_LINK,
        },
      ],
    ],
  },
];
