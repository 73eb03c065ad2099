import { defineRule } from "../defineRule.js";

/** @internal */
export const noDeveloperCredential = defineRule({
  id: "no-developer-credential",
  description: "Disallow the credentials of developer tools, which are a person's",
  exports: [
    "AzureCliCredential",
    "AzureDeveloperCliCredential",
    "AzurePowerShellCredential",
    "VisualStudioCodeCredential",
  ],
  messages: {
    found:
      "{{name}} takes the token of whoever is signed in to a developer tool. In production use a managed identity or workload identity.",
    handedOn: "{{name}} is handed on here, to where no rule can see what becomes of it.",
  },
  judge: ({ allowed, node, handedOn }) => (allowed ? undefined : { node, messageId: handedOn ? "handedOn" : "found" }),
});
