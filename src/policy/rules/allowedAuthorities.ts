import { authorityHost } from "../authority.js";
import { located, usable } from "../facts.js";
import type { Rule } from "./rule.js";

function isOutside(authorities: readonly string[], authority: string | undefined): authority is string {
  if (authority === undefined) return false;
  const host = authorityHost(authority);
  return host === undefined || !authorities.some((allowed) => authorityHost(allowed) === host);
}

export const allowedAuthorities: Rule<"allowed-authorities"> = {
  id: "allowed-authorities",
  finds: "an authority that is not in the list, where the credential shows it",
  why: "The authority is where secrets and assertions are sent to; AZURE_AUTHORITY_HOST or an option can turn a service towards another cloud, or towards a host that only looks like Entra.",
  fix: "Use an authority of the list: the option authorityHost, or AZURE_AUTHORITY_HOST.",
  url: "https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud",
  limits:
    "Seen where the credential keeps its options: WorkloadIdentityCredential, ClientAssertionCredential, AzurePipelinesCredential, VisualStudioCodeCredential, DefaultAzureCredential. A managed identity asks its host, not an authority.",
  production: "off",
  options: {
    type: "object",
    properties: {
      authorities: {
        type: "array",
        items: { type: "string", pattern: "^(https://)?[0-9A-Za-z.-]+(:[0-9]{1,5})?/?$" },
        minItems: 1,
        description: "Hosts or https addresses.",
      },
    },
    required: ["authorities"],
    additionalProperties: false,
  },
  tightens: (base, { authorities }) => !authorities.some((authority) => isOutside(base.authorities, authority)),
  construction(root, { authorities }) {
    const found = usable(root).filter(({ authority }) => isOutside(authorities, authority));
    return found.length === 0
      ? undefined
      : { message: `Asks an authority that is not allowed: ${located(found, root)}.`, subject: found[0]?.authority };
  },
};
