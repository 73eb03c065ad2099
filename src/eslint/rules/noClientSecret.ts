import { is, type Node, nameOf } from "../ast.js";
import { defineRule } from "../defineRule.js";
import { isHardCoded } from "../hardCoded.js";
import type { Use } from "../use.js";

/** The expression of the secret; `null` where there is one but not as an expression, undefined where there is none. */
function secretOf({ name, construction }: Use): Node | null | undefined {
  if (name === "ClientSecretCredential") return construction?.arguments[2] ?? null;
  const options = construction?.arguments[0];
  if (!is(options, "ObjectExpression")) return undefined;
  for (const property of options.properties) {
    if (is(property, "Property") && nameOf(property.key, property.computed) === "clientSecret") return property.value;
  }
  return undefined;
}

/** @internal */
export const noClientSecret = defineRule({
  id: "no-client-secret",
  description: "Disallow client secrets, which leak and expire",
  exports: ["ClientSecretCredential", "OnBehalfOfCredential"],
  messages: {
    found:
      "{{name}} needs a secret that leaks and expires. Use a managed identity or workload identity, or at least a certificate.",
    handedOn: "{{name}} is handed on here, to where no rule can see what becomes of it.",
    hardCoded:
      "The secret stands in the source, so everyone who can read the code has it. Withdraw it in Entra ID, then take the credential out of the code.",
  },
  judge(use, sourceCode) {
    const secret = secretOf(use);
    // Not even for tests: it is in the history for ever.
    if (secret && isHardCoded(secret, sourceCode)) return { node: secret, messageId: "hardCoded" };
    if (secret === undefined || use.allowed) return undefined;
    return { node: use.node, messageId: use.handedOn ? "handedOn" : "found" };
  },
});
