import type { Evidence } from "../evidence.js";
import type { Remedy } from "../types.js";
import { MICROSOFTS_OWN } from "./consent.js";

const VISUAL_STUDIO = /872cd9fa-d31f-45e0-9eab-6e460a02d1f1|04f0c124-f2bc-4f59-8241-bf6df9866bbd/;
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
  if (!inEditor && !MICROSOFTS_OWN.test(plain)) return undefined;
  const first = inEditor ? IN_VISUAL_STUDIO : BY_TOOL;
  // Nobody is invited into a tenant of Microsoft's.
  return plain.includes("tenant 'microsoft services'") ? [first] : [first, INVITE];
}
