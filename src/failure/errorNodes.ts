import { isClientCrash } from "./clientCrash.js";
import type { ErrorNode } from "./errorNode.js";
import { propertiesOf } from "./errorProperties.js";
import { readNode } from "./readNode.js";
import { get, list, MAX_STRING, NONE } from "./untrusted.js";

const MAX_NODES = 12;
const MAX_ERRORS = 32;
/** Longest body that is read as text. */
const MAX_BODY = 16_384;

/** What the answer said, where an HTTP client (axios, got) keeps it with its error; a stream is left alone. */
function bodyOf(response: unknown): unknown {
  for (const key of ["data", "body"]) {
    const body = get(response, key);
    if (typeof body === "string" && body !== "") return body.slice(0, MAX_BODY);
    if (typeof body === "object" && body !== null && Object.getPrototypeOf(body) === Object.prototype) return body;
  }
  return undefined;
}

/**
 * Walks a thrown value and its causes.
 *
 * @param input - any value
 * @returns the nodes, outermost first, at most 12; and the members of the outermost `errors` array, at most 32
 * @internal
 */
export function collectNodes(input: unknown): { nodes: ErrorNode[]; errors: readonly unknown[] } {
  const nodes: ErrorNode[] = [];
  const seen: object[] = [];
  let errors: readonly unknown[] = NONE;
  const queue: unknown[] = [input];
  while (queue.length > 0 && nodes.length < MAX_NODES) {
    const value = queue.shift();
    if (typeof value === "string") {
      nodes.push({ message: value.slice(0, MAX_STRING), aadsts: [], claimsChallenge: false });
      continue;
    }
    if (typeof value !== "object" || value === null || seen.includes(value)) continue;
    seen.push(value);
    const properties = propertiesOf(value);
    const node = readNode(properties);
    nodes.push(isClientCrash(value, node.message) ? { ...node, clientCrash: true } : node);
    if (errors.length === 0) errors = list(properties.errors, MAX_ERRORS);
    for (const next of [properties.cause, properties.innerError, properties.error]) {
      if (typeof next === "object" && next !== null) queue.push(next);
    }
    const body = properties.response === undefined ? undefined : bodyOf(properties.response);
    if (body !== undefined) queue.push(body);
  }
  return { nodes, errors };
}
