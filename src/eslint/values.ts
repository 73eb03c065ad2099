import { is, isWrapper, type Node, nameOf, type Of } from "./ast.js";
import { type SourceCode, type Variable, variableAt } from "./linter.js";
import type { Origin, Use } from "./use.js";

/** How the class came to where it is looked at now. */
interface Value {
  readonly name: string;
  readonly allowed: boolean;
  readonly origin?: Origin;
  readonly variable?: Variable;
}

/** Parents in which a class goes where it can no longer be followed. */
const HANDED_ON: ReadonlySet<string> = new Set([
  "ArrayExpression",
  "ExportDefaultDeclaration",
  "Property",
  "PropertyDefinition",
  "ReturnStatement",
  "YieldExpression",
]);

/** Follows a class to where it is used, by whatever name. @internal */
export class Values {
  readonly #sourceCode: SourceCode;
  readonly #wanted: ReadonlySet<string>;
  readonly #isAllowed: (node: Node) => boolean;
  readonly #report: (use: Use) => void;
  readonly #seen = new Map<Variable, Set<string>>();

  constructor(
    sourceCode: SourceCode,
    wanted: ReadonlySet<string>,
    isAllowed: (node: Node) => boolean,
    report: (use: Use) => void,
  ) {
    this.#sourceCode = sourceCode;
    this.#wanted = wanted;
    this.#isAllowed = isAllowed;
    this.#report = report;
  }

  /** `export { DefaultAzureCredential } from "@azure/identity"` */
  exportedFrom(specifier: Of<"ExportSpecifier">): void {
    const name = nameOf(specifier.local, false) ?? "";
    if (specifier.exportKind !== "type" && this.#wanted.has(name))
      this.#report({ name, node: specifier, allowed: false, handedOn: true });
  }

  /** What the class is put into: a name, or one with a default. */
  pattern(pattern: Node, name: string, allowed: boolean, origin?: Origin): void {
    if (is(pattern, "AssignmentPattern")) this.pattern(pattern.left, name, allowed);
    if (!is(pattern, "Identifier")) return;
    const variable = variableAt(this.#sourceCode, pattern, pattern.name);
    if (variable !== undefined) this.variable(variable, name, allowed, origin);
  }

  variable(variable: Variable, name: string, allowed: boolean, origin?: Origin): void {
    if (!this.#wanted.has(name)) return;
    const value = { name, allowed, ...(origin !== undefined && { origin, variable }) };
    this.once(variable, `${name} ${allowed}`, (read) => this.expression(read, value));
  }

  /** Looks at each place where a variable is read, once for each thing it may hold. */
  once(variable: Variable, what: string, look: (read: Node) => void): void {
    const seen = this.#seen.get(variable) ?? new Set();
    this.#seen.set(variable, seen);
    if (seen.has(what)) return;
    seen.add(what);
    for (const reference of variable.references) if (reference.isRead()) look(reference.identifier);
  }

  /** An expression whose value is the class. */
  expression(node: Node, value: Value): void {
    const { parent } = node;
    if (!parent || !this.#wanted.has(value.name)) return;
    const allowed = value.allowed || this.#isAllowed(node);
    const { name } = value;
    // What it flows through may have other values, so a suggestion could not tell what it changes.
    const passOn = () => this.expression(parent, { name, allowed });
    const handOn = (found: Node) => this.#report({ name, node: found, allowed, handedOn: true });
    if (isWrapper(parent)) passOn();
    else if (is(parent, "ConditionalExpression") && parent.test !== node) passOn();
    else if (is(parent, "LogicalExpression") && (parent.right === node || parent.operator !== "&&")) passOn();
    else if (is(parent, "SequenceExpression") && parent.expressions.at(-1) === node) passOn();
    else if (is(parent, "NewExpression") && parent.callee === node) {
      this.#report({ ...value, allowed, node: parent, construction: parent, handedOn: false });
    } else if (is(parent, "CallExpression")) this.#call(parent, node, { ...value, allowed });
    else if (is(parent, "ClassDeclaration") || is(parent, "ClassExpression")) {
      if (parent.superClass === node) this.#report({ name, node, allowed, handedOn: false });
    } else if (is(parent, "VariableDeclarator") && parent.init === node) {
      const exported = parent.parent?.parent?.type === "ExportNamedDeclaration";
      if (exported) handOn(node);
      else this.pattern(parent.id, name, allowed);
    } else if (is(parent, "AssignmentPattern") && parent.right === node) this.pattern(parent.left, name, allowed);
    else if (is(parent, "AssignmentExpression") && parent.right === node) {
      if (is(parent.left, "MemberExpression")) handOn(node);
      else this.pattern(parent.left, name, allowed);
    } else if (is(parent, "ExportSpecifier")) {
      const declaration = parent.parent;
      const types = is(declaration, "ExportNamedDeclaration") && declaration.exportKind === "type";
      if (!types && parent.exportKind !== "type") handOn(parent);
    } else if (is(parent, "ArrowFunctionExpression") && parent.body === node) handOn(node);
    else if (HANDED_ON.has(parent.type) && (parent as Of<"Property">).key !== node) handOn(node);
  }

  #call(call: Of<"CallExpression">, node: Node, value: Value): void {
    // Of the exports only functions start with a small letter; to call a class is an error.
    if (call.callee === node) {
      if (/^[a-z]/.test(value.name)) this.#report({ ...value, node: call, construction: call, handedOn: false });
      return;
    }
    const { callee } = call;
    const constructs =
      is(callee, "MemberExpression") &&
      is(callee.object, "Identifier") &&
      callee.object.name === "Reflect" &&
      nameOf(callee.property, callee.computed) === "construct";
    if (constructs && call.arguments[0] === node) {
      this.#report({ name: value.name, allowed: value.allowed, node: call, handedOn: false });
    }
  }
}
