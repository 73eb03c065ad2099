import type { Evidence } from "../evidence.js";
import type { Remedy } from "../types.js";
import { MICROSOFTS_OWN } from "./consent.js";

const VISUAL_STUDIO = /872cd9fa-d31f-45e0-9eab-6e460a02d1f1|04f0c124-f2bc-4f59-8241-bf6df9866bbd/;
/** Azure DevOps, Microsoft Teams, the Azure portal, Graph Explorer: sites and programs that nobody registers. */
const SITES =
  /499b84ac-1321-427f-aa17-267ca6975798|1fec8e78-bce4-4aaf-ab1b-5451cc387264|5e3ce6c0-2b1f-4285-8d4b-75ee78787346|c44b4083-3bb0-49c1-b47d-974e53cbdf3c|de8bc8b5-d9f9-48b1-a8ad-b748da725064/;
const URL =
  "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50020-user-account-identity-provider-does-not-exist";

const IN_VISUAL_STUDIO: Remedy = {
  action:
    "In Visual Studio, remove the account, and add one of the tenant that is meant: File > Account Settings, then Tools > Options > Azure Service Authentication.",
  url: URL,
};
const BY_TOOL: Remedy = {
  action: "Sign in anew, and name a tenant in which the account is a member or guest.",
  command: "az login --tenant <own-tenant>",
  url: URL,
};
const AT_A_SITE: Remedy = {
  action: "Sign out, and sign in with an account of this tenant; or open the site in the tenant of the account.",
  url: URL,
};
const INVITE: Remedy = { action: "If the account is to work in this tenant, have it invited as a guest." };

/**
 * What to do about an account that is no guest, where the application is one of Microsoft's, which nobody else can change.
 *
 * @param evidence - what was read off the error
 * @internal
 */
export function ofGuest({ plain }: Evidence): readonly Remedy[] | undefined {
  if (!plain.includes("aadsts50020")) return undefined;
  const inEditor = VISUAL_STUDIO.test(plain);
  const atSite = SITES.test(plain);
  if (!inEditor && !atSite && !MICROSOFTS_OWN.test(plain)) return undefined;
  const first = inEditor ? IN_VISUAL_STUDIO : atSite ? AT_A_SITE : BY_TOOL;
  // Nobody is invited into a tenant of Microsoft's.
  return plain.includes("tenant 'microsoft services'") ? [first] : [first, INVITE];
}
