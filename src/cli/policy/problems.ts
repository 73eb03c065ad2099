import { readFileSync, statSync } from "node:fs";
import type { Node, ParseError } from "jsonc-parser";
import { POLICY_CONFIGURATION, type PolicyConfigurationError } from "../../policy/configurationError.js";
import { policyFileTools } from "../../policy/fileTools.js";
import { shown } from "../../policy/nearest.js";
import { readPolicyFile } from "../../policy/policyFile.js";
import type { Path } from "../../policy/settings.js";
import { settingProblems } from "./settingProblems.js";
import { safe } from "./text.js";

/** What is wrong, and where in the file. */
export interface Problem {
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly problem: string;
}

interface Found {
  readonly offset: number;
  readonly problem: string;
}

const MAX_BYTES = 1024 * 1024;

export function isConfigurationError(error: unknown): error is PolicyConfigurationError {
  return (error as { code?: unknown } | undefined)?.code === POLICY_CONFIGURATION;
}

/** The error of the engine, without what the answer says anyway. */
export function problemOf({ message, file, line, column }: PolicyConfigurationError): Problem {
  const said = message.replace("The credential policy cannot be used. ", "");
  const place = `${[file, line, column].filter((part) => part !== undefined).join(":")}: `;
  return { line, column, problem: safe(said.startsWith(place) ? said.slice(place.length) : said) };
}

function duplicates(node: Node): Found[] {
  const seen = new Set<unknown>();
  return (node.children ?? []).flatMap((child) => {
    const key: unknown = child.type === "property" ? child.children?.[0]?.value : undefined;
    const twice = key !== undefined && seen.has(key);
    seen.add(key);
    return [
      ...(twice ? [{ offset: child.offset, problem: `${shown(key)} stands there twice` }] : []),
      ...duplicates(child),
    ];
  });
}

function found(text: string): Found[] {
  const { jsonc } = policyFileTools();
  const errors: ParseError[] = [];
  const tree = jsonc.parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors.length > 0) {
    const first = errors.filter(({ offset }, index) => {
      const before = errors[index - 1];
      // What follows a mistake on the same line, or at once, follows from it.
      return before === undefined || !/^[^\n]*$|^\s*$/.test(text.slice(before.offset + before.length, offset));
    });
    return first.map(({ error, offset }) => ({
      offset,
      problem: `this is not JSON (${jsonc.printParseErrorCode(error)})`,
    }));
  }
  if (tree?.type !== "object") return [];
  const offsetOf = (path: Path): number => {
    for (let length = path.length; length > 0; length--) {
      const node = jsonc.findNodeAtLocation(tree, path.slice(0, length));
      // Where the name is wrong it is the name that should be pointed at.
      if (node !== undefined) return node.parent?.type === "property" ? node.parent.offset : node.offset;
    }
    return tree.offset;
  };
  const settings = settingProblems(JSON.parse(text)).map(({ path, problem }) => ({ offset: offsetOf(path), problem }));
  return [...duplicates(tree), ...settings];
}

function contentOf(path: string): string | undefined {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= MAX_BYTES ? readFileSync(path, "utf8").replace(/^\uFEFF/, "") : undefined;
  } catch {
    return undefined;
  }
}

/** Every problem of a policy file in the order of the file; the engine, which stops at the first, has the last word. */
export function policyFileProblems(path: string): Problem[] {
  const text = contentOf(path);
  const problems = (text === undefined ? [] : found(text))
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, problem }) => {
      const before = text?.slice(0, offset).split("\n") ?? [];
      return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, problem: safe(problem) };
    });
  if (problems.length > 0) return problems;
  try {
    readPolicyFile(path);
    return [];
  } catch (error) {
    if (isConfigurationError(error)) return [problemOf(error)];
    throw error;
  }
}
