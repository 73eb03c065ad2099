import { defineRule } from "../defineRule.js";

/** @internal */
export const noInteractiveCredential = defineRule({
  id: "no-interactive-credential",
  description: "Disallow credentials that wait for a person to sign in",
  exports: ["AuthorizationCodeCredential", "DeviceCodeCredential", "InteractiveBrowserCredential"],
  messages: {
    found:
      "{{name}} waits for a person to sign in, and a server has none. In production use a managed identity or workload identity.",
    handedOn: "{{name}} is handed on here, to where no rule can see what becomes of it.",
  },
  judge: ({ allowed, node, handedOn }) => (allowed ? undefined : { node, messageId: handedOn ? "handedOn" : "found" }),
});
