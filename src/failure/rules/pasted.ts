import { ACCESS_KIND_RULES } from "./accessKinds.js";
import { AZURE_CONTEXT_RULES } from "./azureContext.js";
import { DIRECTORY_OBJECT_RULES } from "./directoryObjects.js";
import { LIBRARY_STATE_RULES } from "./libraryStates.js";
import { OPTION_PAIR_RULES } from "./optionPairs.js";
import { PASTED_DRIVER_RULES } from "./pastedDrivers.js";
import { PASTED_IDENTITY_RULES } from "./pastedIdentity.js";
import { PASTED_MOBILE_RULES } from "./pastedMobile.js";
import { PASTED_PAGE_RULES } from "./pastedPages.js";
import { PASTED_SERVICE_RULES } from "./pastedServices.js";
import { PASTED_SETTING_RULES } from "./pastedSettings.js";
import { PASTED_TOOL_RULES } from "./pastedTools.js";
import type { Rule } from "./rule.js";
import { SERVICE_CONNECTION_RULES } from "./serviceConnections.js";
import { SIGN_IN_PAGE_RULES } from "./signInPages.js";
import { TOOL_OPTION_RULES } from "./toolOptions.js";

/**
 * What people copy from a terminal, a browser or a log of a tool, where a few words stand for the whole failure. Before
 * all wider rules.
 *
 * @internal
 */
export const PASTED_RULES: readonly Rule[] = [
  ...SIGN_IN_PAGE_RULES,
  ...AZURE_CONTEXT_RULES,
  ...TOOL_OPTION_RULES,
  ...SERVICE_CONNECTION_RULES,
  ...OPTION_PAIR_RULES,
  ...ACCESS_KIND_RULES,
  ...DIRECTORY_OBJECT_RULES,
  ...LIBRARY_STATE_RULES,
  ...PASTED_PAGE_RULES,
  ...PASTED_TOOL_RULES,
  ...PASTED_MOBILE_RULES,
  ...PASTED_IDENTITY_RULES,
  ...PASTED_SERVICE_RULES,
  ...PASTED_SETTING_RULES,
  ...PASTED_DRIVER_RULES,
];

/**
 * What remains where the cause was cut off. After all other rules.
 *
 * @internal
 */
export const PASTED_LAST_RULES: readonly Rule[] = [
  {
    id: "pasted.retries",
    kind: "authority_unreachable",
    says: "The request failed however often it was tried, and the message does not say why.",
    pattern:
      /(?:interactivebrowser|devicecode|clientsecret|clientcertificate|clientassertion|usernamepassword|authorizationcode|onbehalfof|workloadidentity)credential authentication failed: retry failed after \d{1,2} tries/,
    unless: /aadsts|inner exception|status: \d/,
    example: "InteractiveBrowserCredential authentication failed: Retry failed after 4 tries.",
    sources: ["net", "powershell"],
  },
];
