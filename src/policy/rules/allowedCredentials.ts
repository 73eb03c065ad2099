import { type CredentialFacts, isChain, located } from "../facts.js";
import type { Rule } from "./rule.js";

/** A name that is in the list stands for the credential with all that is in it; a chain is as good as its members. */
function refused(facts: CredentialFacts, allowed: ReadonlySet<string>): CredentialFacts[] {
  if (facts.type === "unknown") return allowed.has(facts.className ?? "unknown") ? [] : [facts];
  if (facts.inert) return [];
  if (allowed.has(facts.type) && facts.type !== "ChainedTokenCredential") return [];
  if (facts.className !== undefined && allowed.has(facts.className) && !isChain(facts)) return [];
  if (facts.members.length === 0) return [facts];
  return facts.members.flatMap((member) => refused(member, allowed));
}

export const allowedCredentials: Rule<"allowed-credentials"> = {
  id: "allowed-credentials",
  finds: "a credential that is not in the list, and one whose class nobody knows",
  why: "A list of what is allowed needs no change when somebody finds a new way to sign in. A credential of your own, or of another library, is in the list by its class name or is not allowed: what it does cannot be seen.",
  fix: "Use one of the credentials in the list, or add this one to it.",
  url: "https://learn.microsoft.com/azure/developer/javascript/sdk/authentication/credential-chains",
  limits:
    "A chain is allowed if all its members are; an EnvironmentCredential also by what it holds. A class is known by its name, so the list is no protection against somebody who lies.",
  production: "off",
  options: {
    type: "object",
    properties: {
      credentials: {
        type: "array",
        items: { type: "string", pattern: "^[A-Za-z_$][A-Za-z0-9_$]*$" },
        minItems: 1,
        description: 'Class names, of @azure/identity or your own; "unknown" is one without a name.',
      },
    },
    required: ["credentials"],
    additionalProperties: false,
  },
  tightens: (base, { credentials }) => credentials.every((name) => base.credentials.includes(name)),
  construction(root, { credentials }) {
    const found = refused(root, new Set(credentials));
    if (found.length === 0) return undefined;
    const hidden = found.some(({ type }) => type === "unknown") ? " What an unknown class does cannot be seen." : "";
    return { message: `Not among the allowed credentials: ${located(found, root)}.${hidden}` };
  },
};
