import type { Node } from "./ast.js";

/** What the rules use of ESLint 9, ESLint 10 and oxlint, which all have it. @internal */
export interface Reference {
  readonly identifier: Node;
  isRead(): boolean;
  /** Only with a parser of TypeScript. */
  readonly isTypeReference?: boolean;
}

/** @internal */
export interface Variable {
  readonly name: string;
  readonly references: readonly Reference[];
  readonly defs: readonly { readonly type: string; readonly node: Node }[];
}

/** @internal */
export interface Scope {
  readonly set: ReadonlyMap<string, Variable>;
  readonly upper: Scope | null;
}

/** @internal */
export interface SourceCode {
  getScope(node: Node): Scope;
  getDeclaredVariables(node: Node): readonly Variable[];
}

/** @internal */
export interface Fixer {
  insertTextAfter(node: Node, text: string): unknown;
  insertTextBefore(node: Node, text: string): unknown;
  replaceText(node: Node, text: string): unknown;
}

/** @internal */
export interface Suggestion {
  readonly messageId: string;
  readonly data?: Record<string, string>;
  fix(fixer: Fixer): unknown[];
}

/** @internal */
export interface Report {
  readonly node: Node;
  readonly messageId: string;
  readonly data?: Record<string, string>;
  readonly suggest?: Suggestion[];
}

/** @internal */
export interface RuleContext {
  readonly sourceCode: SourceCode;
  readonly filename: string;
  readonly cwd: string;
  readonly options: readonly unknown[];
  report(report: Report): void;
}

/** A method, so that it may ask for a node of the one type that it gets. */
interface Handler {
  handle(node: Node): void;
}

/** What a rule does at which type of node. @internal */
export type Visitor = Record<string, Handler["handle"]>;

/** The variable that a name means at a node. @internal */
export function variableAt(sourceCode: SourceCode, node: Node, name: string): Variable | undefined {
  for (let scope: Scope | null = sourceCode.getScope(node); scope !== null; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable !== undefined) return variable;
  }
  return undefined;
}
