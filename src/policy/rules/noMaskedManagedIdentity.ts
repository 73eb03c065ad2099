import { listed, nameOf, usable } from "../facts.js";
import { NO_OPTIONS } from "../optionSchema.js";
import type { Rule } from "./rule.js";

export const noMaskedManagedIdentity: Rule<"no-masked-managed-identity"> = {
  id: "no-masked-managed-identity",
  finds: "a member of a chain that takes over when the managed identity before it is misconfigured",
  why: 'A managed identity reports every failure, a wrong client id too, as "unavailable", so that the chain goes on: the service runs as somebody else, or fails with the error of a member that was never meant to run.',
  fix: "Put the managed identity last, or use it alone.",
  url: "https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/identity/identity/src/credentials/managedIdentityCredential/index.ts",
  limits: "A chain within the chain is a chain of its own: its error stops the outer one, so that nothing takes over.",
  production: "warn",
  options: NO_OPTIONS,
  construction(root) {
    for (const chain of usable(root)) {
      const members = chain.members.filter(({ inert }) => !inert);
      const index = members.findIndex(({ type }) => type === "ManagedIdentityCredential");
      const after = index === -1 ? [] : members.slice(index + 1);
      if (after.length === 0) continue;
      const takes = after.length === 1 ? "takes" : "take";
      return {
        message: `${listed(after.map(nameOf))} in ${nameOf(chain)} ${takes} over when the managed identity fails for whatever reason.`,
      };
    }
    return undefined;
  },
};
