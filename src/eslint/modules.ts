import { is, isWrapper, type Node, nameOf, type Of } from "./ast.js";
import { type SourceCode, type Variable, variableAt } from "./linter.js";
import type { Values } from "./values.js";

/** Helpers in which compilers put a required module. */
const INTEROP = /^_*(?:import(?:Star|Default)|interopRequire(?:Wildcard|Default)|toESM)$/;

/** Follows a module to where its classes are taken out of it. @internal */
export class Modules {
  readonly #sourceCode: SourceCode;
  readonly #values: Values;

  constructor(sourceCode: SourceCode, values: Values) {
    this.#sourceCode = sourceCode;
    this.#values = values;
  }

  /** `import ... from "@azure/identity"` */
  imported(declaration: Of<"ImportDeclaration">): void {
    if (declaration.importKind === "type") return;
    for (const specifier of declaration.specifiers) {
      if (specifier === null) continue;
      const [variable] = this.#sourceCode.getDeclaredVariables(specifier);
      if (variable === undefined) continue;
      if (!is(specifier, "ImportSpecifier")) this.#namespaceVariable(variable);
      else if (specifier.importKind !== "type") {
        const name = nameOf(specifier.imported, false) ?? "";
        if (name === "default") this.#namespaceVariable(variable);
        else this.#values.variable(variable, name, false, { kind: "import", specifier, declaration });
      }
    }
  }

  /** `import identity = require("@azure/identity")` */
  importedEquals(declaration: Of<"TSImportEqualsDeclaration">): void {
    const [variable] = this.#sourceCode.getDeclaredVariables(declaration);
    if (variable !== undefined && declaration.importKind !== "type") this.#namespaceVariable(variable);
  }

  /** An expression whose value is the module. */
  namespace(node: Node): void {
    const { parent } = node;
    if (isWrapper(parent)) this.namespace(parent);
    else if (is(parent, "MemberExpression") && parent.object === node) {
      const name = nameOf(parent.property, parent.computed);
      if (name === "default") this.namespace(parent);
      else if (name !== undefined) {
        this.#values.expression(parent, { name, allowed: false, origin: { kind: "member", member: parent } });
      }
    } else if (is(parent, "CallExpression") && parent.arguments[0] === node) {
      if (is(parent.callee, "Identifier") && INTEROP.test(parent.callee.name)) this.namespace(parent);
    } else if (is(parent, "VariableDeclarator") && parent.init === node) this.#namespacePattern(parent.id);
    else if (is(parent, "AssignmentExpression") && parent.right === node) this.#namespacePattern(parent.left);
  }

  /** An expression whose value is a promise of the module. */
  promise(node: Node): void {
    const { parent } = node;
    if (isWrapper(parent)) this.promise(parent);
    else if (is(parent, "AwaitExpression")) this.namespace(parent);
    else if (is(parent, "VariableDeclarator") && is(parent.id, "Identifier")) {
      const variable = variableAt(this.#sourceCode, parent.id, parent.id.name);
      if (variable !== undefined) this.#values.once(variable, "promise", (read) => this.promise(read));
    } else if (
      is(parent, "MemberExpression") &&
      parent.object === node &&
      nameOf(parent.property, parent.computed) === "then"
    ) {
      const callback = is(parent.parent, "CallExpression") ? parent.parent.arguments[0] : undefined;
      if (!is(callback, "ArrowFunctionExpression") && !is(callback, "FunctionExpression")) return;
      const [parameter] = callback.params;
      if (parameter) this.#namespacePattern(parameter);
    }
  }

  #namespacePattern(pattern: Node): void {
    if (is(pattern, "AssignmentPattern")) this.#namespacePattern(pattern.left);
    if (is(pattern, "Identifier")) {
      const variable = variableAt(this.#sourceCode, pattern, pattern.name);
      if (variable !== undefined) this.#namespaceVariable(variable);
    }
    if (!is(pattern, "ObjectPattern")) return;
    for (const property of pattern.properties) {
      if (is(property, "RestElement")) this.#namespacePattern(property.argument);
      if (!is(property, "Property")) continue;
      const name = nameOf(property.key, property.computed);
      if (name === "default") this.#namespacePattern(property.value);
      else if (name !== undefined) {
        this.#values.pattern(property.value, name, false, { kind: "destructured", property, pattern });
      }
    }
  }

  #namespaceVariable(variable: Variable): void {
    this.#values.once(variable, "namespace", (read) => this.namespace(read));
  }
}
