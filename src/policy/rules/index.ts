import type { RuleId } from "../types.js";
import { allowedAuthorities } from "./allowedAuthorities.js";
import { allowedCredentials } from "./allowedCredentials.js";
import { allowedScopes } from "./allowedScopes.js";
import { allowedTenants } from "./allowedTenants.js";
import { explicitManagedIdentity } from "./explicitManagedIdentity.js";
import { minTokenLifetime } from "./minTokenLifetime.js";
import { noClientSecret } from "./noClientSecret.js";
import { noDefaultAzureCredential } from "./noDefaultAzureCredential.js";
import { noDeveloperCredential } from "./noDeveloperCredential.js";
import { noDisabledInstanceDiscovery } from "./noDisabledInstanceDiscovery.js";
import { noIdentityChange } from "./noIdentityChange.js";
import { noInteractiveCredential } from "./noInteractiveCredential.js";
import { noManagedIdentityProbe } from "./noManagedIdentityProbe.js";
import { noMaskedManagedIdentity } from "./noMaskedManagedIdentity.js";
import { noPassword } from "./noPassword.js";
import { noUnsafeLogging } from "./noUnsafeLogging.js";
import { noUserToken } from "./noUserToken.js";
import type { Rule } from "./rule.js";

type Rules = { readonly [Id in RuleId]: Rule<Id> };

/** Every rule by its id, in the order in which violations are listed. */
export const RULES: Rules = {
  "no-default-azure-credential": noDefaultAzureCredential,
  "no-managed-identity-probe": noManagedIdentityProbe,
  "no-developer-credential": noDeveloperCredential,
  "no-interactive-credential": noInteractiveCredential,
  "no-password": noPassword,
  "no-client-secret": noClientSecret,
  "no-masked-managed-identity": noMaskedManagedIdentity,
  "no-user-token": noUserToken,
  "no-identity-change": noIdentityChange,
  "no-unsafe-logging": noUnsafeLogging,
  "no-disabled-instance-discovery": noDisabledInstanceDiscovery,
  "explicit-managed-identity": explicitManagedIdentity,
  "allowed-credentials": allowedCredentials,
  "allowed-tenants": allowedTenants,
  "allowed-authorities": allowedAuthorities,
  "allowed-scopes": allowedScopes,
  "min-token-lifetime": minTokenLifetime,
};

export const RULE_IDS = Object.keys(RULES) as readonly RuleId[];

/** A rule without what is particular to its options, which the settings have checked. */
export function ruleOf(id: RuleId): Rule {
  return RULES[id] as unknown as Rule;
}
