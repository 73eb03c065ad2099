import type { Rule } from "./rule.js";

function covers(allowed: string, scope: string): boolean {
  return allowed.endsWith("*") ? scope.startsWith(allowed.slice(0, -1)) : scope === allowed;
}

function isOutside(allowed: readonly string[], scope: unknown): boolean {
  return typeof scope !== "string" || !allowed.some((pattern) => covers(pattern, scope));
}

export const allowedScopes: Rule<"allowed-scopes"> = {
  id: "allowed-scopes",
  finds: "a call for a scope that is not in the list",
  why: "A service needs tokens for the few things that it talks to. A library or an endpoint in a setting that asks for another one, e.g. for the management of the subscription, gets what the identity may do there.",
  fix: "Ask for a scope of the list, or add this one to it; one that ends in `*` stands for all that begin so.",
  url: "https://learn.microsoft.com/entra/identity-platform/scopes-oidc",
  production: "off",
  options: {
    type: "object",
    properties: {
      scopes: {
        type: "array",
        items: { type: "string", pattern: "^[^\\s*]+\\*?$" },
        minItems: 1,
        description: "Scopes; one that ends in `*` stands for all that begin so.",
      },
    },
    required: ["scopes"],
    additionalProperties: false,
  },
  tightens: (base, { scopes }) => scopes.every((scope) => base.scopes.some((allowed) => covers(allowed, scope))),
  call(scopes, _, { scopes: allowed }) {
    const asked: readonly unknown[] = Array.isArray(scopes) ? scopes : [scopes];
    const index = asked.findIndex((scope) => isOutside(allowed, scope));
    if (index === -1) return undefined;
    const scope = asked[index];
    return {
      message: "The call asks for a scope that is not allowed.",
      subject: typeof scope === "string" ? scope : undefined,
    };
  },
};
