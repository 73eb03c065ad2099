import { authorityTenant } from "../authority.js";
import { type CredentialFacts, located, usable } from "../facts.js";
import type { Rule } from "./rule.js";

function isOutside(tenants: readonly string[], tenant: unknown): tenant is string {
  if (typeof tenant !== "string" || tenant === "") return false;
  const wanted = tenant.toLowerCase();
  return !tenants.some((allowed) => allowed.toLowerCase() === wanted);
}

/** The tenants that a credential was told to use. */
function tenantsOf({ tenantId, authority }: CredentialFacts): (string | undefined)[] {
  return [tenantId, authority === undefined ? undefined : authorityTenant(authority)];
}

export const allowedTenants: Rule<"allowed-tenants"> = {
  id: "allowed-tenants",
  finds: "a tenant that is not in the list: of the constructor, of the authority, of a call, of a token",
  why: "A service that is told by a challenge, a header or a setting to ask another tenant for its tokens sends its secret there. `common` and `organizations` stand for any tenant.",
  fix: "Use a tenant of the list, or add this one to it; give the constructor a tenant where it has none.",
  url: "https://learn.microsoft.com/javascript/api/@azure/identity/multitenanttokencredentialoptions",
  limits:
    "A tenant is compared as it is written, ids and domain names alike, so list both if both are used. The tenant of a managed identity or of a developer tool is seen on the token only (`tid`), if that can be read, and is compared where the list has nothing but ids.",
  production: "off",
  options: {
    type: "object",
    properties: {
      tenants: {
        type: "array",
        items: { type: "string", pattern: "^[0-9A-Za-z.-]+$" },
        minItems: 1,
        description: "Tenant ids or domain names.",
      },
    },
    required: ["tenants"],
    additionalProperties: false,
  },
  tightens: (base, { tenants }) => !tenants.some((tenant) => isOutside(base.tenants, tenant)),
  construction(root, { tenants }) {
    const found = usable(root).filter((facts) => tenantsOf(facts).some((tenant) => isOutside(tenants, tenant)));
    const [first] = found;
    if (first === undefined) return undefined;
    return {
      message: `Signs in to a tenant that is not allowed: ${located(found, root)}.`,
      subject: tenantsOf(first).find((tenant) => isOutside(tenants, tenant)),
    };
  },
  call(_, callOptions, { tenants }) {
    const tenant: unknown = callOptions?.tenantId;
    return isOutside(tenants, tenant)
      ? { message: "The call asks for a tenant that is not allowed.", subject: tenant }
      : undefined;
  },
  token({ claims }, _, { tenants }) {
    const tenant = claims()?.tid;
    // The id of a tenant that is listed by its domain name is not known.
    if (tenants.some((allowed) => allowed.includes("."))) return undefined;
    return isOutside(tenants, tenant)
      ? { message: "The token is of a tenant that is not allowed.", subject: tenant }
      : undefined;
  },
};
