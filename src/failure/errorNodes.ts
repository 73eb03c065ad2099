import type { ErrorNode } from "./errorNode.js";
import { propertiesOf } from "./errorProperties.js";
import { readNode } from "./readNode.js";
import { list, MAX_STRING, NONE } from "./untrusted.js";

const MAX_NODES = 12;
const MAX_ERRORS = 32;
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
    nodes.push(readNode(properties));
    if (errors.length === 0) errors = list(properties.errors, MAX_ERRORS);
    for (const next of [properties.cause, properties.innerError, properties.error]) {
      if (typeof next === "object" && next !== null) queue.push(next);
    }
  }
  return { nodes, errors };
}
