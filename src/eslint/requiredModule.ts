import { is, type Of, stringOf } from "./ast.js";
import { type SourceCode, variableAt } from "./linter.js";

/** The module that `require("...")` or `import("...")` asks for. @internal */
export function requiredModule(sourceCode: SourceCode, call: Of<"CallExpression">): string | undefined {
  const source = stringOf(call.arguments[0]);
  const { callee } = call;
  if (source === undefined || !is(callee, "Identifier")) return undefined;
  const variable = variableAt(sourceCode, callee, callee.name);
  const definition = variable?.defs[0]?.node;
  if (definition === undefined) return callee.name === "require" ? source : undefined;
  const init = is(definition, "VariableDeclarator") ? definition.init : undefined;
  if (!is(init, "CallExpression")) return undefined;
  const maker = is(init.callee, "MemberExpression") ? init.callee.property : init.callee;
  return is(maker, "Identifier") && maker.name === "createRequire" ? source : undefined;
}
