import type { Evidence } from "../evidence.js";
import type { Remedy } from "../types.js";

const URL = "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/verify-first-party-apps-sign-in";

/** Client ids of the programs that the developer credentials sign in with, as Microsoft lists them. */
const TOOLS: readonly (readonly [string, string])[] = [
  ["872cd9fa-d31f-45e0-9eab-6e460a02d1f1", "Visual Studio"],
  ["04f0c124-f2bc-4f59-8241-bf6df9866bbd", "Visual Studio"],
  ["aebc6443-996d-45c2-90f0-388ff96faa56", "Visual Studio Code"],
  ["04b07795-8ddb-461a-bbee-02f9e1bf7b46", "the Azure CLI"],
  ["1950a258-227b-4e31-a9cf-717495945fc2", "Azure PowerShell"],
];

/**
 * What to do where an API does not admit a tool of Microsoft's: nobody can register that tool anew.
 *
 * @param evidence - what was read off the error
 * @internal
 */
export function ofFirstParty({ plain, aadsts }: Evidence): readonly Remedy[] | undefined {
  if (!aadsts.includes(65002)) return undefined;
  const tool = TOOLS.find(([id]) => plain.includes(id))?.[1];
  if (tool === undefined) return undefined;
  return [
    {
      action: `Sign in another way: this API does not admit ${tool}. An InteractiveBrowserCredential or DeviceCodeCredential with an application of your own, which has a permission for the API, gets the token.`,
      url: URL,
    },
    { action: "If the API is another one than was meant, correct the scope.", url: URL },
  ];
}
