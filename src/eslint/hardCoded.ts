import { is, type Node, stringOf, unwrapped } from "./ast.js";
import { type SourceCode, variableAt } from "./linter.js";

/**
 * Whether an expression is a text that stands in the source, also by way of a constant.
 *
 * @internal
 */
export function isHardCoded(node: Node | null | undefined, sourceCode: SourceCode): boolean {
  if (!node) return false;
  const expression = unwrapped(node);
  const text = stringOf(expression);
  // A secret that is empty is one that is still to come.
  if (text !== undefined) return text !== "";
  if (is(expression, "LogicalExpression")) return isHardCoded(expression.right, sourceCode);
  if (!is(expression, "Identifier")) return false;
  const definition = variableAt(sourceCode, expression, expression.name)?.defs[0]?.node;
  if (!is(definition, "VariableDeclarator") || !is(definition.id, "Identifier") || !definition.init) return false;
  const isConstant = is(definition.parent, "VariableDeclaration") && definition.parent.kind === "const";
  const value = stringOf(unwrapped(definition.init));
  return isConstant && value !== undefined && value !== "";
}
