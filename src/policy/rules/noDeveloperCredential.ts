import { type CredentialFacts, type CredentialType, located, usable } from "../facts.js";
import { NO_OPTIONS } from "../optionSchema.js";
import type { Rule } from "./rule.js";

const DEVELOPER: ReadonlySet<CredentialType> = new Set<CredentialType>([
  "AzureCliCredential",
  "AzureDeveloperCliCredential",
  "AzurePowerShellCredential",
  "VisualStudioCodeCredential",
  "BrokerCredential",
]);

export function isDeveloperCredential(facts: CredentialFacts): boolean {
  return DEVELOPER.has(facts.type);
}

export const noDeveloperCredential: Rule<"no-developer-credential"> = {
  id: "no-developer-credential",
  finds: "the Azure CLI, azd, PowerShell, Visual Studio Code or the broker, by themselves or in a chain",
  why: "They sign in as whoever is signed in to the tool: a person with a person's rights, whose session ends, who leaves, and whose name is then on everything that the service did. Each attempt starts a process.",
  fix: "Take it out of the credential that production uses; choose between the two where the application starts, by an environment variable of its own.",
  url: "https://learn.microsoft.com/azure/developer/javascript/sdk/authentication/credential-chains",
  production: "error",
  options: NO_OPTIONS,
  construction(root) {
    const found = usable(root).filter(isDeveloperCredential);
    return found.length === 0
      ? undefined
      : { message: `Signs in as whoever uses the developer tool: ${located(found, root)}.` };
  },
};
