/**
 * A node of the syntax tree, ESTree or TypeScript-ESTree. The linter's own types are not used, so that no linter needs to
 * be installed to read this package's types.
 *
 * @internal
 */
export interface Node {
  readonly type: string;
  readonly parent?: Node | null;
  readonly range?: [number, number];
}

type Nodes = readonly (Node | null)[];

/** What the rules read of a node, by its type. */
interface Shapes {
  ArrayExpression: { elements: Nodes };
  ArrowFunctionExpression: { params: Nodes; body: Node };
  AssignmentExpression: { operator: string; left: Node; right: Node };
  AssignmentPattern: { left: Node; right: Node };
  AwaitExpression: { argument: Node };
  BinaryExpression: { operator: string; left: Node; right: Node };
  BlockStatement: { body: Nodes };
  CallExpression: { callee: Node; arguments: Nodes };
  ClassDeclaration: { superClass?: Node | null };
  ClassExpression: { superClass?: Node | null };
  ConditionalExpression: { test: Node; consequent: Node; alternate: Node };
  ExportNamedDeclaration: { source?: Node | null; specifiers: Nodes; exportKind?: string };
  ExportSpecifier: { local: Node; exportKind?: string };
  ExpressionStatement: { expression: Node };
  FunctionExpression: { params: Nodes };
  Identifier: { name: string };
  IfStatement: { test: Node; consequent: Node; alternate?: Node | null };
  ImportDeclaration: { source: Node; specifiers: Nodes; importKind?: string };
  ImportExpression: { source: Node };
  ImportSpecifier: { imported: Node; local: Node; importKind?: string };
  Literal: { value: unknown };
  LogicalExpression: { operator: string; left: Node; right: Node };
  MemberExpression: { object: Node; property: Node; computed: boolean };
  MetaProperty: { meta: Node; property: Node };
  NewExpression: { callee: Node; arguments: Nodes };
  ObjectExpression: { properties: Nodes };
  ObjectPattern: { properties: Nodes };
  Program: { body: Nodes };
  Property: { key: Node; value: Node; computed: boolean; shorthand: boolean };
  PropertyDefinition: { value?: Node | null };
  RestElement: { argument: Node };
  SequenceExpression: { expressions: Nodes };
  TemplateLiteral: { expressions: Nodes; quasis: readonly { value: { cooked?: string | null } }[] };
  TSExternalModuleReference: { expression: Node };
  TSImportEqualsDeclaration: { id: Node; moduleReference: Node; importKind?: string };
  UnaryExpression: { operator: string; argument: Node };
  VariableDeclaration: { kind: string; parent: Node };
  VariableDeclarator: { id: Node; init?: Node | null };
}

/** A node of a known type. @internal */
export type Of<Type extends keyof Shapes> = Node & { readonly type: Type } & Readonly<Shapes[Type]>;

/** @internal */
export function is<Type extends keyof Shapes>(node: Node | null | undefined, type: Type): node is Of<Type> {
  return node?.type === type;
}

/** The string an expression is for sure: a literal, or a template without anything in it. @internal */
export function stringOf(node: Node | null | undefined): string | undefined {
  if (is(node, "Literal")) return typeof node.value === "string" ? node.value : undefined;
  if (is(node, "TemplateLiteral") && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** The name in `a.name`, `a["name"]`, `{ name: a }`, `import { name }` or `import { "name" as a }`. @internal */
export function nameOf(key: Node, computed: boolean): string | undefined {
  return !computed && is(key, "Identifier") ? key.name : stringOf(key);
}

const WRAPPERS: ReadonlySet<string> = new Set([
  "ChainExpression",
  "ParenthesizedExpression",
  "TSAsExpression",
  "TSInstantiationExpression",
  "TSNonNullExpression",
  "TSSatisfiesExpression",
  "TSTypeAssertion",
]);

/** Whether a node has the value of the one expression in it: parentheses, `as`, `!`. @internal */
export function isWrapper(node: Node | null | undefined): node is Node & { readonly expression: Node } {
  return node !== null && node !== undefined && WRAPPERS.has(node.type);
}

/** The expression inside parentheses, `as` and `!`. @internal */
export function unwrapped(node: Node): Node {
  let inner = node;
  while (isWrapper(inner)) inner = inner.expression;
  return inner;
}
