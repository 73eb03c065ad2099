import { is, type Node, nameOf, stringOf, unwrapped } from "./ast.js";
import { type SourceCode, variableAt } from "./linter.js";

/**
 * A condition under which code does not run in production: that a value is truthy or falsy, or is or is not a string.
 *
 * @internal
 */
export interface Condition {
  /** `process.env.NODE_ENV` */
  readonly path: string;
  readonly literal?: string;
  readonly positive: boolean;
}

const TRUTH = /^(!?)([\w$]+(?:\.[\w$]+)*)$/;
const EQUALITY = /^([\w$]+(?:\.[\w$]+)*)\s*([!=])==?\s*(?:"([^"]*)"|'([^']*)')$/;

/**
 * Reads `process.env.NODE_ENV !== 'production'`, `isDevelopment` or `!isProduction`.
 *
 * @throws Error if it is anything else
 * @internal
 */
export function parseCondition(text: string): Condition {
  const source = text.trim();
  const equality = EQUALITY.exec(source);
  if (equality !== null) {
    const [, path = "", sign, double, single] = equality;
    return { path, literal: double ?? single ?? "", positive: sign === "=" };
  }
  const truth = TRUTH.exec(source);
  if (truth === null) {
    throw new Error(
      `allowConditions: cannot read ${JSON.stringify(text)}; write name, !name, name === 'text' or name !== 'text', where name may have dots.`,
    );
  }
  return { path: truth[2] ?? "", positive: truth[1] === "" };
}

/** Whether one fact about a value makes the condition true. */
function follows(condition: Condition, fact: Condition): boolean {
  if (condition.path !== fact.path) return false;
  if (condition.literal === undefined) {
    if (fact.literal === undefined) return condition.positive === fact.positive;
    // Being a certain string is being truthy or falsy; not being it says nothing.
    return fact.positive && condition.positive === (fact.literal !== "");
  }
  if (fact.literal === undefined) return false;
  if (condition.literal === fact.literal) return condition.positive === fact.positive;
  return fact.positive && !condition.positive;
}

/** Reads tests, looking through constants. @internal */
export class Tests {
  readonly #sourceCode: SourceCode;
  readonly #allowed: readonly Condition[];

  constructor(sourceCode: SourceCode, allowed: readonly Condition[]) {
    this.#sourceCode = sourceCode;
    this.#allowed = allowed;
  }

  /** Whether an allowed condition must hold where a test came out like this. */
  imply(test: Node, outcome: boolean, depth = 0): boolean {
    const node = unwrapped(test);
    // A constant may be written in terms of itself.
    if (depth > 20) return false;
    const imply = (part: Node, value: boolean) => this.imply(part, value, depth + 1);
    if (is(node, "UnaryExpression") && node.operator === "!") return imply(node.argument, !outcome);
    if (is(node, "LogicalExpression") && node.operator !== "??") {
      // `a && b` that is true, and `a || b` that is false, say something of both; else only one of them is known.
      return (node.operator === "&&") === outcome
        ? imply(node.left, outcome) || imply(node.right, outcome)
        : imply(node.left, outcome) && imply(node.right, outcome);
    }
    if (is(node, "CallExpression") && is(node.callee, "Identifier") && node.callee.name === "Boolean") {
      const [argument] = node.arguments;
      return argument !== null && argument !== undefined && imply(argument, outcome);
    }
    if (is(node, "BinaryExpression")) return this.#comparison(node.operator, node.left, node.right, outcome);
    if (this.#pathsOf(node).some((path) => this.#holds({ path, positive: outcome }))) return true;
    const constant = is(node, "Identifier") ? this.#constant(node) : undefined;
    return constant !== undefined && constant.key === undefined && imply(constant.init, outcome);
  }

  #comparison(operator: string, left: Node, right: Node, outcome: boolean): boolean {
    if (!/^[!=]==?$/.test(operator)) return false;
    const literal = stringOf(unwrapped(left)) ?? stringOf(unwrapped(right));
    const value = stringOf(unwrapped(left)) === undefined ? left : right;
    if (literal === undefined) return false;
    const positive = operator.startsWith("=") === outcome;
    return this.#pathsOf(unwrapped(value)).some((path) => this.#holds({ path, literal, positive }));
  }

  #holds(fact: Condition): boolean {
    return this.#allowed.some((condition) => follows(condition, fact));
  }

  /** `process.env.NODE_ENV`, as it is written and as it reads without the constants in it. */
  #pathsOf(node: Node, depth = 0): string[] {
    if (depth > 20) return [];
    const inside = (object: Node, name: string | undefined) =>
      name === undefined ? [] : this.#pathsOf(unwrapped(object), depth + 1).map((path) => `${path}.${name}`);
    if (is(node, "MetaProperty")) return ["import.meta"];
    if (is(node, "MemberExpression")) return inside(node.object, nameOf(node.property, node.computed));
    if (!is(node, "Identifier")) return [];
    const constant = this.#constant(node);
    if (constant === undefined) return [node.name];
    const { init, key } = constant;
    return [node.name, ...(key === undefined ? this.#pathsOf(unwrapped(init), depth + 1) : inside(init, key))];
  }

  /** What a name was once and for all set to: the whole of `init`, or one property of it. */
  #constant(node: Node & { readonly name: string }): { init: Node; key?: string } | undefined {
    const variable = variableAt(this.#sourceCode, node, node.name);
    const declarator = variable?.defs.length === 1 ? variable.defs[0]?.node : undefined;
    if (!is(declarator, "VariableDeclarator") || !declarator.init) return undefined;
    if (!is(declarator.parent, "VariableDeclaration") || declarator.parent.kind !== "const") return undefined;
    if (is(declarator.id, "Identifier")) return { init: declarator.init };
    if (!is(declarator.id, "ObjectPattern")) return undefined;
    for (const property of declarator.id.properties) {
      if (!is(property, "Property") || !is(property.value, "Identifier") || property.value.name !== node.name) continue;
      const key = nameOf(property.key, property.computed);
      if (key !== undefined) return { init: declarator.init, key };
    }
    return undefined;
  }
}
