import { is, type Node, nameOf, type Of, stringOf } from "./ast.js";
import { type Fixer, type SourceCode, type Suggestion, type Variable, variableAt } from "./linter.js";
import type { Use } from "./use.js";

const TARGET = "ManagedIdentityCredential";
const SOURCE = "@azure/identity";

type Change = (fixer: Fixer) => unknown;

/** Options that mean the same to both classes. */
const SAME: ReadonlySet<string> = new Set([
  "additionalPolicies",
  "allowInsecureConnection",
  "authorityHost",
  "httpClient",
  "loggingOptions",
  "proxyOptions",
  "redirectOptions",
  "retryOptions",
  "telemetryOptions",
  "tlsOptions",
  "userAgentOptions",
]);

const RENAMED: ReadonlyMap<string, string> = new Map([
  ["managedIdentityClientId", "clientId"],
  ["managedIdentityResourceId", "resourceId"],
]);

/** The changes to the arguments, or undefined where one of them would lose its meaning. */
function argumentChanges(construction: NonNullable<Use["construction"]>): Change[] | undefined {
  const [options, ...rest] = construction.arguments;
  if (options === undefined) return [];
  if (rest.length > 0 || !is(options, "ObjectExpression")) return undefined;
  const changes: Change[] = [];
  for (const property of options.properties) {
    if (!is(property, "Property")) return undefined;
    const name = nameOf(property.key, property.computed) ?? "";
    const renamed = RENAMED.get(name);
    if (renamed !== undefined && !property.computed) {
      changes.push((fixer) =>
        property.shorthand
          ? fixer.replaceText(property, `${renamed}: ${name}`)
          : fixer.replaceText(property.key, renamed),
      );
    } else if (!SAME.has(name)) return undefined;
  }
  return changes.length > 1 ? undefined : changes;
}

/** The name by which the class is to be called, and the change that brings it in. */
interface Target {
  readonly name: string;
  readonly changes: Change[];
}

/** The name under which the file has the class already. */
function presentName(siblings: readonly (Node | null)[]): string | undefined {
  for (const sibling of siblings) {
    if (is(sibling, "ImportSpecifier") && sibling.importKind !== "type" && nameOf(sibling.imported, false) === TARGET) {
      return is(sibling.local, "Identifier") ? sibling.local.name : undefined;
    }
    if (is(sibling, "Property") && nameOf(sibling.key, sibling.computed) === TARGET) {
      return is(sibling.value, "Identifier") ? sibling.value.name : undefined;
    }
  }
  return undefined;
}

function target(
  named: Of<"ImportSpecifier"> | Of<"Property">,
  siblings: readonly (Node | null)[],
  variable: Variable,
  use: Node,
  sourceCode: SourceCode,
): Target | undefined {
  const present = presentName(siblings);
  const definedAt = (name: string) => variableAt(sourceCode, use, name)?.defs[0]?.node;
  if (present !== undefined) {
    // Unless something else goes by that name where it is to be used.
    const meant = definedAt(present);
    const declarator = siblings[0]?.parent?.parent;
    const same = meant !== undefined && (siblings.includes(meant) || meant === declarator);
    return same ? { name: present, changes: [] } : undefined;
  }
  if (definedAt(TARGET) !== undefined) return undefined;
  const reads = variable.references.filter((reference) => reference.isRead());
  const change: Change =
    reads.length === 1
      ? (fixer) => fixer.replaceText(named, TARGET)
      : (fixer) => fixer.insertTextAfter(named, `, ${TARGET}`);
  return { name: TARGET, changes: [change] };
}

/** The changes that put the class in place of the one that is called, or undefined where they might not be safe. */
function calleeChanges(use: Use, sourceCode: SourceCode): Change[] | undefined {
  const { origin, variable, construction } = use;
  if (origin === undefined || construction === undefined) return undefined;
  const fresh = construction.type === "CallExpression" ? "new " : "";
  if (origin.kind === "member") {
    const { member } = origin;
    // `new` binds tighter than a call, so `new require("...").X()` would be something else.
    if (member.computed || (fresh !== "" && !is(member.object, "Identifier"))) return undefined;
    return [
      ...(fresh === "" ? [] : [(fixer: Fixer) => fixer.insertTextBefore(construction, fresh)]),
      (fixer) => fixer.replaceText(member.property, TARGET),
    ];
  }
  // A variable that is declared to be of the class would no longer fit it.
  if (variable === undefined || variable.references.some(({ isTypeReference }) => isTypeReference)) return undefined;
  const found =
    origin.kind === "import"
      ? target(origin.specifier, origin.declaration.specifiers, variable, construction, sourceCode)
      : target(origin.property, origin.pattern.properties, variable, construction, sourceCode);
  if (found === undefined) return undefined;
  return [...found.changes, (fixer) => fixer.replaceText(construction.callee, `${fresh}${found.name}`)];
}

/**
 * Offers a managed identity in place of a DefaultAzureCredential, where nothing else has to change.
 *
 * @param onlySource - whether the class can have come from `@azure/identity` only: what else another module has is not known
 * @internal
 */
export function suggestManagedIdentity(use: Use, sourceCode: SourceCode, onlySource: boolean): Suggestion[] {
  const { construction, origin } = use;
  const imported = origin?.kind === "import" && stringOf(origin.declaration.source) === SOURCE;
  if (construction === undefined || !(onlySource || imported)) return [];
  const inArguments = argumentChanges(construction);
  const inCallee = calleeChanges(use, sourceCode);
  if (inArguments === undefined || inCallee === undefined) return [];
  return [
    {
      messageId: "suggestManagedIdentity",
      data: { name: use.name },
      fix: (fixer) => [...inCallee, ...inArguments].map((change) => change(fixer)),
    },
  ];
}
