import { findReceiver, linkTo, reasonOf, searchLink, send, writeTraces } from "./export.ts";
import { playAll } from "./play.ts";
import type { Screen } from "./render/paint.ts";
import { drawScene } from "./render/scene.ts";
import { drawSummary, type SummaryRow } from "./render/summary.ts";
import { duration, wrap } from "./render/text.ts";
import { type OtlpTraces, readTrace } from "./render/trace.ts";
import { scenarios } from "./scenarios/index.ts";
import { setStage } from "./stage.ts";
import { complaintsAbout, complaintsAboutWords, rowOf } from "./verify.ts";

const FILE = "traces/demo.otlp.json";

const INTRODUCTION =
  `One service, orders-api, in ${scenarios.length} situations. In each, a real credential of @azure/identity, wrapped in a ` +
  "DiagnosticCredential, is asked for a token; Entra ID and the metadata service are emulated on this machine. You see " +
  "what the SDK says, and the trace: durations to scale, every attempt and every exchange, what failed, who can fix " +
  "that, and how. It takes some ten seconds, most of them the SDK's own retries.";

const NO_RECEIVER =
  "No Jaeger on localhost:4318: see examples/jaeger for one, or name a receiver in OTEL_EXPORTER_OTLP_ENDPOINT.";

/**
 * Plays all scenarios, and prints each as soon as it and those before it are ready.
 *
 * @returns whether everything came out as it should
 */
export async function runDemo(
  screen: Screen,
  print: (...lines: string[]) => void,
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  const { paint, width } = screen;
  const began = performance.now();
  print(paint("title", "diagnostic-credential"), ...wrap(INTRODUCTION, width));

  const found = findReceiver(env);
  await using stage = await setStage(scenarios);
  const plays = playAll(scenarios, stage.places);
  const receiver = await found;

  const traces: OtlpTraces[] = [];
  const rows: SummaryRow[] = [];
  const complaints: string[] = [];
  let unsent: string | undefined;
  for (const [index, { scenario, report: pending }] of plays.entries()) {
    try {
      const report = await pending;
      const otlp = JSON.parse(report.otlp) as OtlpTraces;
      const { traceId, root } = readTrace(otlp);
      traces.push(otlp);
      rows.push(rowOf(scenario, report, root));
      complaints.push(...complaintsAbout(scenario, root));
      print(...drawScene({ ...scenario, number: `${index + 1}/${plays.length}` }, report, root, screen));
      if (receiver === undefined || unsent !== undefined) continue;
      unsent = await send(receiver.url, otlp).then(() => undefined, reasonOf);
      if (unsent === undefined) print("", `${paint("quiet", "Jaeger")} ${screen.link(linkTo(traceId, env))}`);
    } catch (error) {
      complaints.push(`${scenario.label}: ${error instanceof Error ? error.message : error}`);
    }
  }
  complaints.push(...complaintsAboutWords(scenarios, rows));
  await writeTraces(FILE, traces);

  print("", paint("quiet", "─".repeat(width)), ...drawSummary(rows, screen), "");
  if (receiver === undefined) print(...wrap(NO_RECEIVER, width));
  else if (unsent === undefined) print(`All traces in Jaeger: ${screen.link(searchLink(env))}`);
  else if (receiver.configured) complaints.push(`The traces could not be sent to ${receiver.url}: ${unsent}.`);
  else print(...wrap(`The traces could not be sent to ${receiver.url}: ${unsent}.`, width));
  print(...wrap(`All traces in a file: ${FILE} (OTLP JSON; drop it on Jaeger's search page).`, width));

  const good = complaints.length === 0;
  const verdict = good ? "Everything came out as expected" : "Not everything came out as expected";
  print(paint(good ? "ok" : "failure", `${verdict}, in ${duration(performance.now() - began)}.`));
  for (const complaint of complaints) print(...wrap(complaint, width - 2).map((line) => paint("failure", `  ${line}`)));
  return good;
}
