import { is, type Node } from "./ast.js";
import type { Tests } from "./conditions.js";

/** Whether control never goes on after a statement. */
function leaves(node: Node | null | undefined): boolean {
  if (node === null || node === undefined) return false;
  if (/^(?:Return|Throw|Break|Continue)Statement$/.test(node.type)) return true;
  if (is(node, "BlockStatement")) return leaves(node.body.at(-1));
  if (is(node, "IfStatement")) return leaves(node.consequent) && leaves(node.alternate);
  if (!is(node, "ExpressionStatement") || !is(node.expression, "CallExpression")) return false;
  const { callee } = node.expression;
  return (
    is(callee, "MemberExpression") &&
    is(callee.object, "Identifier") &&
    callee.object.name === "process" &&
    is(callee.property, "Identifier") &&
    (callee.property.name === "exit" || callee.property.name === "abort")
  );
}

/** What must have happened for control to come from a node's parent to the node. */
function entered(parent: Node, node: Node, tests: Tests): boolean {
  if (is(parent, "IfStatement") || is(parent, "ConditionalExpression")) {
    if (node === parent.consequent) return tests.imply(parent.test, true);
    return node === parent.alternate && tests.imply(parent.test, false);
  }
  if (is(parent, "LogicalExpression") && node === parent.right && parent.operator !== "??") {
    return tests.imply(parent.left, parent.operator === "&&");
  }
  return false;
}

/** `if (...) throw ...;` before a statement of the same block: it is only reached where that test failed. */
function guarded(parent: Node, node: Node, tests: Tests): boolean {
  if (!is(parent, "BlockStatement") && !is(parent, "Program")) return false;
  // A function that is declared there can be called from before the guard.
  if (node.type === "FunctionDeclaration") return false;
  for (const statement of parent.body) {
    if (statement === node) return false;
    if (!is(statement, "IfStatement")) continue;
    if (leaves(statement.consequent) && tests.imply(statement.test, false)) return true;
    if (leaves(statement.alternate) && tests.imply(statement.test, true)) return true;
  }
  return false;
}

/**
 * Whether a node only runs where an allowed condition holds.
 *
 * @internal
 */
export function runsOnlyWhereAllowed(start: Node, tests: Tests): boolean {
  for (let node = start; node.parent; node = node.parent) {
    if (entered(node.parent, node, tests) || guarded(node.parent, node, tests)) return true;
  }
  return false;
}
