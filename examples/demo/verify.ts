import type { SummaryRow } from "./render/summary.ts";
import { type SpanNode, textOf } from "./render/trace.ts";
import type { Scenario } from "./scenario.ts";
import type { Report } from "./worker.ts";

/** The only hosts that a scenario may ask: this machine, and a name that no resolver looks up. */
const ALLOWED_HOSTS: readonly string[] = ["localhost", "127.0.0.1", "login..contoso.invalid"];

/** A scenario in one line, as its trace tells it. */
export function rowOf({ label }: Scenario, { error }: Report, root: SpanNode): SummaryRow {
  const owner = tokenCalls(root)
    .map(({ attributes }) => textOf(attributes, "azure.identity.failure.owner"))
    .find((value) => value !== undefined);
  const outcome = inRuns(outcomesOf(root)).join(", then ");
  return {
    label,
    ...(error && { said: error.message }),
    ...(owner === undefined ? { outcome: `token from ${outcome}` } : { outcome, owner }),
  };
}

/** What is not as it should be: an outcome that was not expected, or a request that was to leave the machine. */
export function complaintsAbout({ label, expected }: Scenario, root: SpanNode): string[] {
  const complaints: string[] = [];
  const outcomes = outcomesOf(root);
  if (outcomes.join() !== expected.join()) {
    complaints.push(`${label}: expected ${expected.join(", ")}, got ${outcomes.join(", ") || "no getToken at all"}.`);
  }
  const exchanges = spansOf(root).flatMap((span) => span.exchanges);
  const hosts = new Set(exchanges.map(({ attributes }) => textOf(attributes, "server.address") ?? ""));
  for (const host of hosts) {
    if (!ALLOWED_HOSTS.includes(host)) complaints.push(`${label}: a request was made to ${host}.`);
  }
  return complaints;
}

/** The demo says that the SDK has the same words for some scenarios, so it had better be so. */
export function complaintsAboutWords(scenarios: readonly Scenario[], rows: readonly SummaryRow[]): string[] {
  const labels = scenarios.filter(({ sameWords }) => sameWords).map(({ label }) => label);
  const words = new Set(rows.filter(({ label }) => labels.includes(label)).map(({ said }) => said));
  return words.size === 1 ? [] : [`The SDK has different words for ${labels.join(", ")}.`];
}

/** What each `getToken` of a trace came to: a failure kind, or where the token came from. */
function outcomesOf(root: SpanNode): string[] {
  return tokenCalls(root).map(({ attributes }) => {
    const kind = textOf(attributes, "azure.identity.failure.kind");
    return kind ?? textOf(attributes, "azure.identity.token.source") ?? "nothing";
  });
}

/** Equal ones in a row as one, with how many they are. */
function inRuns(outcomes: readonly string[]): string[] {
  const runs: { readonly outcome: string; count: number }[] = [];
  for (const outcome of outcomes) {
    const last = runs.at(-1);
    if (last?.outcome === outcome) last.count++;
    else runs.push({ outcome, count: 1 });
  }
  return runs.map(({ outcome, count }) => (count === 1 ? outcome : `${outcome} ×${count}`));
}

function tokenCalls(root: SpanNode): SpanNode[] {
  return spansOf(root).filter(({ name }) => name.startsWith("getToken "));
}

function spansOf(span: SpanNode): SpanNode[] {
  return [span, ...span.children.flatMap(spansOf)];
}
