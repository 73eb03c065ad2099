import { located, usable } from "../facts.js";
import { NO_OPTIONS } from "../optionSchema.js";
import type { Rule } from "./rule.js";

export const explicitManagedIdentity: Rule<"explicit-managed-identity"> = {
  id: "explicit-managed-identity",
  finds: "a managed identity without client, object or resource id",
  why: "Which identity that is depends on what is attached to the host: when a second user-assigned identity is added the requests fail or go to another one, and enabling the system-assigned identity switches to that.",
  fix: "Name the identity: new ManagedIdentityCredential({ clientId }). For the system-assigned identity write an exemption that says so.",
  url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/managed-identity-best-practice-recommendations",
  limits: "Not reported on Service Fabric, Azure Arc and Cloud Shell, where an id is refused.",
  production: "warn",
  options: NO_OPTIONS,
  construction(root) {
    const found = usable(root).filter(
      ({ type, clientId, objectId, resourceId, takesNoId }) =>
        type === "ManagedIdentityCredential" &&
        takesNoId !== true &&
        clientId === undefined &&
        objectId === undefined &&
        resourceId === undefined,
    );
    return found.length === 0 ? undefined : { message: `Does not say which identity it is: ${located(found, root)}.` };
  },
};
