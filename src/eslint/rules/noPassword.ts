import { defineRule } from "../defineRule.js";
import { isHardCoded } from "../hardCoded.js";

/** @internal */
export const noPassword = defineRule({
  id: "no-password",
  description: "Disallow user names and passwords, which multifactor authentication makes useless",
  exports: ["UsernamePasswordCredential"],
  messages: {
    found:
      "{{name}} signs a person in with a password, which fails with multifactor authentication. Use a managed identity or workload identity.",
    handedOn: "{{name}} is handed on here, to where no rule can see what becomes of it.",
    hardCoded:
      "The password stands in the source, so everyone who can read the code has it. Change it, then take the credential out of the code.",
  },
  judge({ allowed, node, handedOn, construction }, sourceCode) {
    const password = construction?.arguments[3];
    if (password && isHardCoded(password, sourceCode)) return { node: password, messageId: "hardCoded" };
    return allowed ? undefined : { node, messageId: handedOn ? "handedOn" : "found" };
  },
});
