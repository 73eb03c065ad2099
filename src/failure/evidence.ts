import type { ErrorNode } from "./errorNode.js";
import { collectNodes } from "./errorNodes.js";
import type { TextFacts } from "./textFacts.js";
import { TextReader } from "./textReader.js";

/**
 * What can be read off an unknown value, before anything is concluded from it.
 *
 * @internal
 */
export interface Evidence extends TextFacts {
  /** The value itself first, then its causes. Empty for text. */
  readonly nodes: readonly ErrorNode[];
  /** Members of an `errors` array (AggregateAuthenticationError, AggregateError), as they are. */
  readonly errors: readonly unknown[];
  /** Class names, outermost first. */
  readonly names: readonly string[];
  /** True where nothing at all could be read. */
  readonly empty: boolean;
}

/** Longest part of a text that is looked at in full; of more, the start, the end and the places that matter. */
const MAX_TEXT = 32_768;
const HEAD = 16_384;
const TAIL = 8_192;
const WINDOW = 1_024;
const LANDMARKS = ["AADSTS", "Attempted credentials", "authentication failed", "CredentialUnavailable"];

/**
 * Shortens a huge text to its start, its end and the places around the words that matter, so that the cost of a
 * diagnosis has a bound.
 *
 * @param text - any text
 * @returns at most about 40 KB
 * @internal
 */
export function boundText(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  const parts = [text.slice(0, HEAD)];
  const end = text.length - TAIL;
  for (const landmark of LANDMARKS) {
    let from = HEAD;
    for (let found = 0; found < 2; found++) {
      const at = text.indexOf(landmark, from);
      if (at < 0 || at >= end) break;
      parts.push(text.slice(Math.max(from, at - WINDOW / 4), at + WINDOW));
      from = at + WINDOW;
    }
  }
  parts.push(text.slice(end));
  return parts.join("\n");
}

class EvidenceReader extends TextReader implements Evidence {
  readonly nodes: readonly ErrorNode[];
  readonly errors: readonly unknown[];

  constructor(text: string, nodes: readonly ErrorNode[], errors: readonly unknown[]) {
    super(boundText(text), nodes);
    this.nodes = nodes;
    this.errors = errors;
  }

  get names(): readonly string[] {
    return this.nodes.flatMap((node) => node.name ?? []);
  }

  get empty(): boolean {
    return this.plain === "" && this.nodes.every((node) => node.code === undefined && node.status === undefined);
  }
}

/** Longest message that is looked for in another. */
const MAX_QUOTED = 8_192;

/**
 * Reads an error, any other thrown value, or pasted text. Never throws: getters and proxies that throw count as absent,
 * cycles end, depth and size are bounded.
 *
 * @param input - any value
 * @internal
 */
export function readEvidence(input: unknown): Evidence {
  if (typeof input === "string") return new EvidenceReader(input, [], []);
  const { nodes, errors } = collectNodes(input);
  const lines: string[] = [];
  for (const { name, message } of nodes) {
    const line = message === undefined ? name : name ? `${name}: ${message}` : message;
    if (line === undefined) continue;
    // A cause is usually quoted by the error around it: once is enough.
    const quoted =
      message !== undefined &&
      message !== "" &&
      message.length <= MAX_QUOTED &&
      lines.some((known) => known.length <= MAX_QUOTED * 2 && known.includes(message));
    if (!quoted) lines.push(line);
  }
  return new EvidenceReader(lines.length === 1 ? (lines[0] as string) : lines.join("\n"), nodes, errors);
}
