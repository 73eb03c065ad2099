import { is, type Node, nameOf, stringOf } from "../ast.js";
import { defineRule } from "../defineRule.js";
import { suggestManagedIdentity } from "../suggestManagedIdentity.js";
import type { Use } from "../use.js";

const VARIABLE = "AZURE_TOKEN_CREDENTIALS";

/** Whether the credential refuses to be made where `AZURE_TOKEN_CREDENTIALS` is not set. */
function requiresVariable({ construction }: Use): boolean {
  const options = construction?.arguments[0];
  if (!is(options, "ObjectExpression")) return false;
  return options.properties.some((property) => {
    if (!is(property, "Property") || nameOf(property.key, property.computed) !== "requiredEnvVars") return false;
    const names: readonly (Node | null)[] = is(property.value, "ArrayExpression")
      ? property.value.elements
      : [property.value];
    return names.some((name) => stringOf(name) === VARIABLE);
  });
}

/** @internal */
export const noDefaultAzureCredential = defineRule({
  id: "no-default-azure-credential",
  description:
    "Disallow DefaultAzureCredential, which lets whatever it finds first stand in for the identity that was meant",
  exports: ["DefaultAzureCredential", "getDefaultAzureCredential"],
  hasSuggestions: true,
  messages: {
    found:
      "{{name}} tries credential after credential, developer tools included, and gives up on a managed identity after one second. Use the credential that is meant, e.g. ManagedIdentityCredential, or createProductionCredential() of diagnostic-credential/production.",
    handedOn: "{{name}} is handed on here, to where no rule can see what becomes of it.",
    suggestManagedIdentity: "Use ManagedIdentityCredential.",
  },
  options: {
    allowRequiredEnvVars: {
      type: "boolean",
      description: `Allow it where its option requiredEnvVars names ${VARIABLE}.`,
    },
  },
  judge(use, sourceCode, { allowRequiredEnvVars, packages }) {
    if (use.allowed || (allowRequiredEnvVars === true && requiresVariable(use))) return undefined;
    const suggest = suggestManagedIdentity(use, sourceCode, packages === undefined);
    return {
      node: use.node,
      messageId: use.handedOn ? "handedOn" : "found",
      ...(suggest.length > 0 && { suggest }),
    };
  },
});
