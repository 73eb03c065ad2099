import { located, usable } from "../facts.js";
import { NO_OPTIONS } from "../optionSchema.js";
import type { Rule } from "./rule.js";

export const noPassword: Rule<"no-password"> = {
  id: "no-password",
  finds: "a user name and password, also by AZURE_USERNAME and AZURE_PASSWORD",
  why: "A password in the hands of a service cannot be protected by multifactor authentication, which Microsoft requires more and more; the flow is deprecated and fails for accounts that have it.",
  fix: "Use an identity of the application: ManagedIdentityCredential, WorkloadIdentityCredential or ClientCertificateCredential; unset AZURE_USERNAME and AZURE_PASSWORD.",
  url: "https://aka.ms/azsdk/identity/mfa",
  production: "error",
  options: NO_OPTIONS,
  construction(root) {
    const found = usable(root).filter(({ password }) => password === true);
    return found.length === 0
      ? undefined
      : { message: `Signs in with the password of a user: ${located(found, root)}.` };
  },
};
