import { type CredentialType, located, usable } from "../facts.js";
import { NO_OPTIONS } from "../optionSchema.js";
import type { Rule } from "./rule.js";

const INTERACTIVE: ReadonlySet<CredentialType> = new Set<CredentialType>([
  "InteractiveBrowserCredential",
  "DeviceCodeCredential",
  "AuthorizationCodeCredential",
]);

export const noInteractiveCredential: Rule<"no-interactive-credential"> = {
  id: "no-interactive-credential",
  finds: "a browser, a device code or an authorization code",
  why: "A person has to be there: on a server the call waits for somebody who never comes, and prints a code into a log where anybody who reads it can be tricked into entering it for an attacker.",
  fix: "Use an identity of the application: ManagedIdentityCredential, WorkloadIdentityCredential or ClientCertificateCredential.",
  url: "https://learn.microsoft.com/entra/identity/conditional-access/concept-authentication-flows",
  production: "error",
  options: NO_OPTIONS,
  construction(root) {
    const found = usable(root).filter(({ type }) => INTERACTIVE.has(type));
    return found.length === 0 ? undefined : { message: `Needs a person to sign in: ${located(found, root)}.` };
  },
};
