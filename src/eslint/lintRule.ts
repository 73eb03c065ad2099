/**
 * A rule, as ESLint and oxlint take it.
 *
 * @public
 * @since 0.1.0
 */
export interface CredentialLintRule {
  readonly meta: {
    readonly type: "problem";
    readonly docs: { readonly description: string; readonly recommended: boolean; readonly url: string };
    readonly messages: Readonly<Record<string, string>>;
    readonly hasSuggestions?: boolean;
    // Not readonly, as ESLint's own types are not.
    readonly schema: object[];
    readonly defaultOptions: object[];
  };
  create(context: never): CredentialLintVisitor;
}

/**
 * What a rule does at which type of node. Only a linter calls it, with a node of its own type.
 *
 * @public
 * @since 0.1.0
 */
export type CredentialLintVisitor = Record<string, () => void>;
