import { located, usable } from "../facts.js";
import { NO_OPTIONS } from "../optionSchema.js";
import type { Rule } from "./rule.js";

export const noClientSecret: Rule<"no-client-secret"> = {
  id: "no-client-secret",
  finds:
    "a static client secret, also by AZURE_CLIENT_SECRET, in an OnBehalfOfCredential or in an AuthorizationCodeCredential",
  why: "A secret is copied into settings, pipelines and logs, works from anywhere, and expires one day without a warning: expired secrets are a common reason for an outage.",
  fix: "Use ManagedIdentityCredential, WorkloadIdentityCredential, or a certificate; on other platforms a federated credential with ClientAssertionCredential.",
  url: "https://learn.microsoft.com/entra/identity-platform/security-best-practices-for-app-registration#credentials-including-certificates-and-secrets",
  production: "warn",
  options: NO_OPTIONS,
  construction(root) {
    const found = usable(root).filter(({ secret }) => secret === true);
    return found.length === 0
      ? undefined
      : { message: `Signs in with a static client secret: ${located(found, root)}.` };
  },
};
