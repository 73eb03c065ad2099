import { readFileSync } from "node:fs";
import type { ValidateFunction } from "ajv";
import type { Node, ParseError } from "jsonc-parser";
import { PolicyConfigurationError } from "./configurationError.js";
import { type PolicyFileTools, policyFileTools } from "./fileTools.js";
import { shown } from "./nearest.js";
import { policySchema } from "./schema.js";
import { type Path, readSettings, type Settings } from "./settings.js";

export interface PolicyFile {
  readonly path: string;
  readonly settings: Settings;
  /** The line on which a setting stands. */
  lineOf(path: Path): number | undefined;
}

const MAX_BYTES = 1024 * 1024;

let validate: ValidateFunction | undefined;
let last: { readonly path: string; readonly text: string; readonly file: PolicyFile } | undefined;

function fail(file: string, problem: string, options: { text?: string; offset?: number; cause?: unknown } = {}): never {
  const { text, offset, cause } = options;
  const before = text === undefined || offset === undefined ? undefined : text.slice(0, offset).split("\n");
  const place = { name: file, file, line: before?.length, column: before && (before.at(-1)?.length ?? 0) + 1 };
  throw new PolicyConfigurationError(place, problem, cause === undefined ? undefined : { cause });
}

function read(path: string): string {
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "unknown error";
    return fail(path, `the file that AZURE_CREDENTIAL_POLICY names cannot be read (${code})`, { cause });
  }
  if (content.length > MAX_BYTES) return fail(path, "the file is larger than a megabyte");
  const text = content.toString("utf8");
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

function load(path: string): PolicyFileTools {
  try {
    return policyFileTools();
  } catch (cause) {
    const hint = 'a bundler has to take the entry of the export condition "module"';
    return fail(path, `ajv and jsonc-parser, which check the file, could not be loaded; ${hint}`, { cause });
  }
}

/** A property that stands twice: which one holds is not for the reader to guess. */
function assertNoDuplicates(node: Node, text: string, path: string): void {
  const seen = new Set<unknown>();
  for (const child of node.children ?? []) {
    const key: unknown = child.type === "property" ? child.children?.[0]?.value : undefined;
    if (key !== undefined && seen.has(key)) {
      fail(path, `${shown(key)} stands there twice`, { text, offset: child.offset });
    }
    seen.add(key);
    assertNoDuplicates(child, text, path);
  }
}

function parse(path: string, text: string, { jsonc }: PolicyFileTools): Node {
  const errors: ParseError[] = [];
  const tree = jsonc.parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first !== undefined) {
    const problem = `this is not JSON (${jsonc.printParseErrorCode(first.error)})`;
    return fail(path, problem, { text, offset: first.offset });
  }
  if (tree === undefined) return fail(path, "this is not JSON: the file is empty", { text, offset: 0 });
  assertNoDuplicates(tree, text, path);
  return tree;
}

function parsed(path: string, text: string): PolicyFile {
  const tools = load(path);
  const tree = parse(path, text, tools);
  const { findNodeAtLocation } = tools.jsonc;
  const offsetOf = (location: Path): number => {
    for (let length = location.length; length > 0; length--) {
      const node = findNodeAtLocation(tree, location.slice(0, length));
      // Where the name is wrong it is the name that should be pointed at.
      if (node !== undefined) return node.parent?.type === "property" ? node.parent.offset : node.offset;
    }
    return tree.offset;
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return fail(path, "this is not JSON", { cause });
  }
  // The schema is always the same, and tests have it checked; here that would take longer than all the rest.
  validate ??= new tools.ajv.Ajv({ meta: false, validateSchema: false, code: { optimize: false } }).compile(
    policySchema(),
  );
  const valid = validate(value);
  // In code a preset may stand alone; in a file there is an object around it.
  if (typeof value === "string")
    return fail(path, 'a policy file is an object, { "preset": ... }', { text, offset: 0 });
  const settings = readSettings(value, (location, problem) =>
    fail(path, problem, { text, offset: offsetOf(location) }),
  );
  if (!valid) {
    const [error] = validate.errors ?? [];
    const location = (error?.instancePath ?? "").split("/").slice(1);
    return fail(path, `${error?.instancePath || "the policy"} ${error?.message}`, { text, offset: offsetOf(location) });
  }
  const lineOf = (location: Path): number | undefined =>
    findNodeAtLocation(tree, [...location]) && text.slice(0, offsetOf(location)).split("\n").length;
  return { path, settings, lineOf };
}

/**
 * Reads and checks a policy file. It is read for each credential that is constructed, and checked when it has changed.
 *
 * @throws PolicyConfigurationError if it cannot be used; it says which line
 * @internal
 */
export function readPolicyFile(path: string): PolicyFile {
  const text = read(path);
  if (last?.path !== path || last.text !== text) last = { path, text, file: parsed(path, text) };
  return last.file;
}
