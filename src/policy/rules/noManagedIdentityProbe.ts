import { type CredentialFacts, nameOf, usable } from "../facts.js";
import { NO_OPTIONS } from "../optionSchema.js";
import type { Rule } from "./rule.js";

/** Before 4.13 no field says so, and every managed identity in a DefaultAzureCredential probed. */
function probing(facts: CredentialFacts, inDefault: boolean): CredentialFacts[] {
  if (facts.inert) return [];
  if (facts.type === "ManagedIdentityCredential") return (facts.probes ?? inDefault) ? [facts] : [];
  return facts.members.flatMap((member) => probing(member, facts.type === "DefaultAzureCredential"));
}

function holders(facts: CredentialFacts): CredentialFacts[] {
  return usable(facts).filter((chain) =>
    chain.members.some((member) => probing(member, chain.type === "DefaultAzureCredential").includes(member)),
  );
}

export const noManagedIdentityProbe: Rule<"no-managed-identity-probe"> = {
  id: "no-managed-identity-probe",
  finds:
    "a managed identity behind a probe of one second, as in a DefaultAzureCredential with AZURE_TOKEN_CREDENTIALS unset or `prod`",
  why: "Before every token, also a cached one, the endpoint of the host has to answer within one second. When the machine is busy or just starting it does not, and the identity counts as not there: the chain goes on to another credential, or fails. `prod` leaves the probe in.",
  fix: "Use new ManagedIdentityCredential({ clientId }), or set AZURE_TOKEN_CREDENTIALS=ManagedIdentityCredential before the DefaultAzureCredential is constructed: neither probes.",
  url: "https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/identity/identity/src/credentials/defaultAzureCredential.ts",
  production: "error",
  options: NO_OPTIONS,
  construction(root) {
    const found = probing(root, false);
    if (found.length === 0) return undefined;
    const holder = holders(root)[0];
    const where = holder === undefined ? "ManagedIdentityCredential" : `ManagedIdentityCredential in ${nameOf(holder)}`;
    return { message: `${where} gives up when the endpoint of the host does not answer within one second.` };
  },
};
