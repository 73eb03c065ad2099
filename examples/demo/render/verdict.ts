import type { Screen } from "./paint.ts";
import { wrap, wrapCommand, wrapUrl } from "./text.ts";
import { type SpanNode, textOf } from "./trace.ts";

const SOURCES: Readonly<Record<string, string>> = {
  cache: "the cache, no request",
  network: "the network",
  process: "a developer tool",
  coalesced: "another caller's request",
};

/**
 * What is known of a span beyond its length, in painted lines: where the token came from; or why there is none, who can
 * fix that, and how.
 *
 * @param command - a command that helps
 */
export function verdictOn(span: SpanNode, width: number, screen: Screen, command: string | undefined): string[] {
  const { paint } = screen;
  const kind = own(span, "failure.kind");
  if (kind === undefined) {
    const source = own(span, "token.source");
    return source === undefined ? [] : [paint("ok", `✓ token from ${SOURCES[source] ?? source}`)];
  }
  const owner = own(span, "failure.owner") ?? "";
  const attempt = own(span, "attempt.outcome");
  if (attempt !== undefined) {
    // What to do about a chain is said once, where the chain failed.
    const outcome = attempt === "skipped" ? paint("skipped", `○ skipped, ${kind}`) : paint("failure", `✗ ${kind}`);
    return [outcome + paint("quiet", ` · ${owner}`)];
  }
  const retryable = own(span, "failure.retryable") === "true" ? "retryable" : "not retryable";
  const dot = paint("quiet", " · ");
  return [
    `${paint("kind", `✗ ${kind}`)}${dot}${paint("owner", owner)}${dot}${paint("quiet", retryable)}`,
    ...wrap(span.message ?? "", width - 2).map((line) => `  ${line}`),
    ...entraFacts(span).map((line) => paint("quiet", `  ${line}`)),
    ...remedy(span, width - 2, screen, command),
  ];
}

function remedy(span: SpanNode, width: number, screen: Screen, command: string | undefined): string[] {
  const { paint, terminal } = screen;
  const url = own(span, "failure.remedy_url");
  return [
    ...wrap(own(span, "failure.remedy") ?? "", width).map((line, index) =>
      paint("remedy", `${index === 0 ? "→" : " "} ${line}`),
    ),
    ...(command === undefined ? [] : wrapCommand(command, width - 2)).map(
      (line, index) => paint("quiet", index === 0 ? "  $ " : "    ") + paint("command", line),
    ),
    // In a file or a log a URL is worth more whole.
    ...(url === undefined ? [] : (terminal ? wrapUrl(url, width) : [url]).map((part) => `  ${screen.link(url, part)}`)),
  ];
}

/** What Entra ID's own support asks for. */
function entraFacts(span: SpanNode): string[] {
  const codes = own(span, "failure.aadsts_codes");
  if (codes === undefined) return [];
  const correlationId = own(span, "failure.correlation_id");
  const numbers = codes.replace(/\d+/g, "AADSTS$&").replaceAll(",", ", ");
  return correlationId === undefined ? [numbers] : [numbers, `correlation id ${correlationId}`];
}

function own({ attributes }: SpanNode, key: string): string | undefined {
  return textOf(attributes, `azure.identity.${key}`);
}
