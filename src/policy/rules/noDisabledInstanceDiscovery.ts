import { isPublicAuthority } from "../authority.js";
import { located, usable } from "../facts.js";
import { NO_OPTIONS } from "../optionSchema.js";
import type { Rule } from "./rule.js";

export const noDisabledInstanceDiscovery: Rule<"no-disabled-instance-discovery"> = {
  id: "no-disabled-instance-discovery",
  finds: "`disableInstanceDiscovery` with an authority that is Microsoft's",
  why: "Instance discovery makes sure that the authority is Entra's before anything secret is sent to it. The option exists for private clouds, whose authorities Entra does not know.",
  fix: "Remove disableInstanceDiscovery; it is for Azure Stack, AD FS and disconnected clouds.",
  url: "https://learn.microsoft.com/javascript/api/@azure/identity/authorityvalidationoptions",
  limits:
    "Seen where the credential keeps its options: WorkloadIdentityCredential, ClientAssertionCredential, AzurePipelinesCredential, VisualStudioCodeCredential, DefaultAzureCredential.",
  production: "warn",
  options: NO_OPTIONS,
  construction(root) {
    const found = usable(root).filter(
      ({ disableInstanceDiscovery, authority }) =>
        disableInstanceDiscovery === true && authority !== undefined && isPublicAuthority(authority),
    );
    return found.length === 0
      ? undefined
      : { message: `Has disableInstanceDiscovery on with an authority of Microsoft: ${located(found, root)}.` };
  },
};
