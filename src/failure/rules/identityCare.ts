import type { Rule } from "./rule.js";
import { near } from "./vocabulary.js";

/**
 * Management of identities and addresses of storage, which use the words of authentication and fail for other reasons.
 *
 * @internal
 */
export const IDENTITY_CARE_RULES: readonly Rule[] = [
  {
    id: "identity-care.in-use",
    kind: "not_authentication",
    says: "A managed identity cannot be removed while it is in use.",
    phrases: [["identity", "identities"]],
    pattern: new RegExp(
      near(
        "(?:cannot|can not|can't|could not) (?:be )?(?:remove|delete|unassign|detach|disassociate)(?:d|ed)?\\b",
        "(?:\\bused (?:for|by|in)\\b|\\bin use\\b)",
        300,
      ),
    ),
    unless: /aadsts|credential authentication|\btoken\b/,
    example: "ERROR: Cannot remove identity id-a because it's used for geo backup data encryption.",
    sources: ["azure-cli", "service"],
  },
  {
    id: "identity-care.limit",
    kind: "not_authentication",
    says: "A limit on the number of identities or federated credentials is reached.",
    pattern:
      /(?:more than|maximum (?:number )?of|limit of|exceeds?) \d{1,3} federated (?:identity )?credentials?|\bidentity ?limit ?exceeded|federatedidentitycredentials?limit/,
    unless: /aadsts/,
    example: "Cannot create more than 20 federated identity credentials on this managed identity",
    sources: ["azure-cli", "service"],
  },
  {
    id: "identity-care.storage-address",
    kind: "not_authentication",
    says: "The address of the storage names no container.",
    pattern: /\b(?:abfss?|wasbs?):\/\/[^ ]{0,120} (?:uri )?has (?:an )?invalid authority/,
    example: "abfss://lake/raw: uri has invalid authority, no container given",
    sources: ["java", "service"],
  },
];
