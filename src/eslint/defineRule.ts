import { is, type Node, type Of, stringOf } from "./ast.js";
import { runsOnlyWhereAllowed } from "./branches.js";
import { Tests } from "./conditions.js";
import type { Report, RuleContext, SourceCode, Visitor } from "./linter.js";
import type { CredentialLintRule, CredentialLintVisitor } from "./lintRule.js";
import { Modules } from "./modules.js";
import { schemaOf, settingsOf } from "./options.js";
import { requiredModule } from "./requiredModule.js";
import type { Use } from "./use.js";
import { Values } from "./values.js";

/** @internal */
export interface RuleDefinition {
  readonly id: string;
  readonly description: string;
  /** The exports of `@azure/identity` that the rule looks for. */
  readonly exports: readonly string[];
  readonly messages: Readonly<Record<string, string>>;
  readonly hasSuggestions?: true;
  /** Schemas of options that only this rule has. */
  readonly options?: Record<string, object>;
  /** What there is to say of a use; nothing if it is fine. */
  judge(use: Use, sourceCode: SourceCode, options: Readonly<Record<string, unknown>>): Omit<Report, "data"> | undefined;
}

/** Where each rule is described, under its own heading. */
const DOCS = "https://www.npmjs.com/package/diagnostic-credential";

/** @internal */
export function defineRule(definition: RuleDefinition): CredentialLintRule {
  const { id, description, messages, hasSuggestions, options } = definition;
  return {
    meta: {
      type: "problem",
      docs: { description, recommended: true, url: `${DOCS}#${id}` },
      messages,
      ...(hasSuggestions && { hasSuggestions }),
      schema: schemaOf(options),
      defaultOptions: [{}],
    },
    create: (context: RuleContext) => visitor(definition, context) as CredentialLintVisitor,
  };
}

function visitor(definition: RuleDefinition, context: RuleContext): Visitor {
  const { skipped, conditions, packages } = settingsOf(context);
  if (skipped) return {};
  const { sourceCode } = context;
  const options = (context.options[0] ?? {}) as Readonly<Record<string, unknown>>;
  const tests = new Tests(sourceCode, conditions);
  const isAllowed = (node: Node) => conditions.length > 0 && runsOnlyWhereAllowed(node, tests);
  const reported = new Set<Node>();
  const values = new Values(sourceCode, new Set(definition.exports), isAllowed, (use) => {
    const report = definition.judge(use, sourceCode, options);
    // A variable may come to hold the same class in two ways.
    if (report === undefined || reported.has(report.node)) return;
    reported.add(report.node);
    context.report({ ...report, data: { name: use.name } });
  });
  const modules = new Modules(sourceCode, values);
  const isPackage = (name: string | undefined) => name !== undefined && packages.has(name);
  return {
    ImportDeclaration(node: Of<"ImportDeclaration">) {
      if (isPackage(stringOf(node.source))) modules.imported(node);
    },
    TSImportEqualsDeclaration(node: Of<"TSImportEqualsDeclaration">) {
      const { moduleReference } = node;
      if (!is(moduleReference, "TSExternalModuleReference")) return;
      if (isPackage(stringOf(moduleReference.expression))) modules.importedEquals(node);
    },
    ImportExpression(node: Of<"ImportExpression">) {
      if (isPackage(stringOf(node.source))) modules.promise(node);
    },
    CallExpression(node: Of<"CallExpression">) {
      if (isPackage(requiredModule(sourceCode, node))) modules.namespace(node);
    },
    ExportNamedDeclaration(node: Of<"ExportNamedDeclaration">) {
      if (node.exportKind === "type" || !isPackage(stringOf(node.source))) return;
      for (const specifier of node.specifiers) if (is(specifier, "ExportSpecifier")) values.exportedFrom(specifier);
    },
  };
}
