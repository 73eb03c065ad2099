import type { Evidence } from "../evidence.js";
import { AUTHORIZATION_KINDS } from "../kinds/authorization.js";
import type { Remedy } from "../types.js";

const TOOL =
  /azclierror|^error: |azure\.cli|azure cli|\baz: |\baz login|\b(?:get|new|set|connect)-az[a-z]|az\.msgraph|azure powershell/;
const TOOLS: ReadonlySet<string> = new Set([
  "AzureCliCredential",
  "AzureDeveloperCliCredential",
  "AzurePowerShellCredential",
]);
const LOCATION = /locationconditionevaluationsatisfied/;

const SIGN_IN: Remedy = {
  action: "Sign in again: a developer tool cannot answer the challenge by itself.",
  command: "az login",
  url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli",
};
const PLACE: Remedy = {
  action:
    "If it comes back, come from a network that the tenant’s Conditional Access allows; where a proxy or VPN shows the service another address than Entra ID, have both go the same way.",
  url: "https://learn.microsoft.com/entra/identity/conditional-access/concept-continuous-access-evaluation-strict-enforcement",
};

/**
 * Whether the token of a claims challenge came from a developer tool, which cannot answer it.
 *
 * @param evidence - what was read off the error
 * @param credentialType - class name of the credential, where it is known
 * @internal
 */
export function isToolChallenged({ plain }: Evidence, credentialType: string | undefined): boolean {
  return credentialType === undefined ? TOOL.test(plain) : TOOLS.has(credentialType);
}

/**
 * What to do about a claims challenge that is not as usual.
 *
 * @param evidence - what was read off the error
 * @param credentialType - class name of the credential, where it is known
 * @internal
 */
export function ofChallenge(evidence: Evidence, credentialType: string | undefined): readonly Remedy[] | undefined {
  const tool = isToolChallenged(evidence, credentialType);
  const moved = LOCATION.test(evidence.plain);
  if (!tool && !moved) return undefined;
  const first = tool ? [SIGN_IN] : AUTHORIZATION_KINDS.claims_challenge.remedies;
  return moved ? [...first, PLACE] : first;
}
