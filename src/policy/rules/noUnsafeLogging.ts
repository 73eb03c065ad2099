import { listed, located, usable } from "../facts.js";
import { NO_OPTIONS } from "../optionSchema.js";
import type { Rule } from "./rule.js";

export const noUnsafeLogging: Rule<"no-unsafe-logging"> = {
  id: "no-unsafe-logging",
  finds: "`enableUnsafeSupportLogging` or `allowLoggingAccountIdentifiers`",
  why: "The first lets MSAL write personal data and secrets to the log, the second the ids of client, tenant and user.",
  fix: "Remove the option from `loggingOptions`; set it on a developer's machine only, for as long as somebody looks for a mistake.",
  url: "https://learn.microsoft.com/javascript/api/@azure/identity/tokencredentialoptions#@azure-identity-tokencredentialoptions-loggingoptions",
  limits:
    "Seen on ManagedIdentityCredential, WorkloadIdentityCredential, ClientAssertionCredential, AzurePipelinesCredential, VisualStudioCodeCredential and DefaultAzureCredential; the others hand their options to MSAL, where they cannot be seen.",
  production: "error",
  options: NO_OPTIONS,
  construction(root) {
    const nodes = usable(root);
    const unsafe = nodes.filter((facts) => facts.enableUnsafeSupportLogging === true);
    const accounts = nodes.filter((facts) => facts.allowLoggingAccountIdentifiers === true);
    const switches = [
      ...(unsafe.length > 0 ? ["enableUnsafeSupportLogging"] : []),
      ...(accounts.length > 0 ? ["allowLoggingAccountIdentifiers"] : []),
    ];
    if (switches.length === 0) return undefined;
    return { message: `Has ${listed(switches)} on: ${located([...new Set([...unsafe, ...accounts])], root)}.` };
  },
};
