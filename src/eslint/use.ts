import type { Node, Of } from "./ast.js";
import type { Variable } from "./linter.js";

/** How the name of a class came into the file, where it came directly: what a suggestion may change. @internal */
export type Origin =
  | {
      readonly kind: "import";
      readonly specifier: Of<"ImportSpecifier">;
      readonly declaration: Of<"ImportDeclaration">;
    }
  | { readonly kind: "destructured"; readonly property: Of<"Property">; readonly pattern: Of<"ObjectPattern"> }
  | { readonly kind: "member"; readonly member: Of<"MemberExpression"> };

/** A place where one of the classes is used as a value. @internal */
export interface Use {
  /** The exported name, e.g. `DefaultAzureCredential`. */
  readonly name: string;
  readonly node: Node;
  /** `new`, or the call of a function that makes one. */
  readonly construction?: Of<"NewExpression"> | Of<"CallExpression">;
  /** Exported, returned, or put into an object: what is done with it there is not seen. */
  readonly handedOn: boolean;
  readonly origin?: Origin;
  /** The variable that holds the class, where it came directly. */
  readonly variable?: Variable;
  /** Where it was named only under an allowed condition. */
  readonly allowed: boolean;
}
