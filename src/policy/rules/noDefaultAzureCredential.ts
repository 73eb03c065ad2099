import { type CredentialFacts, isChain, listed, located, nameOf, usable } from "../facts.js";
import { isDeveloperCredential } from "./noDeveloperCredential.js";
import type { Rule } from "./rule.js";

/** The last member that may give a token, through chains of chains. */
function lastOf(chain: CredentialFacts): CredentialFacts | undefined {
  const last = chain.members.findLast(({ inert }) => !inert);
  return last !== undefined && isChain(last) ? lastOf(last) : last;
}

export const noDefaultAzureCredential: Rule<"no-default-azure-credential"> = {
  id: "no-default-azure-credential",
  finds: "a DefaultAzureCredential, or a chain that ends in developer tools",
  why: "What it signs in with depends on what happens to be on the machine: when the managed identity breaks and somebody has run `az login` there, the service goes on as that person, and nobody notices. Every failure takes longer and reads worse, since each member had to fail first.",
  fix: "Use the one credential that is meant to work here, e.g. new ManagedIdentityCredential({ clientId }) or new WorkloadIdentityCredential(), and keep DefaultAzureCredential for development.",
  url: "https://learn.microsoft.com/azure/developer/javascript/sdk/authentication/best-practices#use-deterministic-credentials-in-production-environments",
  production: "error",
  options: {
    type: "object",
    properties: {
      allowSingleCredential: {
        type: "boolean",
        default: false,
        description: "Accept one that AZURE_TOKEN_CREDENTIALS has narrowed to a single credential.",
      },
    },
    additionalProperties: false,
  },
  tightens: (base, options) => base.allowSingleCredential === true || options.allowSingleCredential !== true,
  construction(root, { allowSingleCredential = false }) {
    const defaults = [root, ...usable(root)].filter(
      (facts, index, all) => facts.type === "DefaultAzureCredential" && all.indexOf(facts) === index,
    );
    const refused = defaults.filter(({ members }) => !(allowSingleCredential && members.length === 1));
    if (refused.length > 0) {
      const members = listed(refused.flatMap(({ members }) => members.filter(({ inert }) => !inert)).map(nameOf));
      const tries = members === "" ? "none of its members can give a token" : `it tries ${members}`;
      return { message: `${located(refused, root)} finds out at run time what to sign in with: ${tries}.` };
    }
    const chain = usable(root).find((facts) => {
      const last = isChain(facts) ? lastOf(facts) : undefined;
      return last !== undefined && isDeveloperCredential(last);
    });
    if (chain === undefined || chain.type === "DefaultAzureCredential") return undefined;
    return { message: `${nameOf(chain)} ends in ${nameOf(lastOf(chain) ?? chain)}, as DefaultAzureCredential does.` };
  },
};
