import type { FailureOwner } from "../../failure/kinds.js";
import { KINDS } from "../../failure/kinds.js";
import type { Diagnosis, Remedy } from "../../failure/types.js";
import type { ExplainedFailure } from "../types.js";
import { attemptLines } from "./attempts.js";
import { evidenceOf, splitCause, supportFacts } from "./facts.js";
import type { Screen } from "./screen.js";
import { count, shorten, wrap, wrapCommand, wrapPieces } from "./wrap.js";

const OWNERS: Readonly<Record<FailureOwner, string>> = {
  developer: "The developers of the application",
  platform: "Whoever runs the platform: host, cluster, network",
  "identity-admin": "An administrator of the tenant or of the resource",
  user: "The user who signs in",
  nobody: "Nobody",
};

function ownerLine({ owner, retryable }: Diagnosis): string {
  const retry = retryable ? "The same call may succeed later." : "Trying again does not help.";
  return `${OWNERS[owner]} (${owner}). ${retry}`;
}

function headingLines(title: string, kind: string, { paint, width }: Screen): string[] {
  const shown = wrap(title, width - 2).map((line, index) => paint("failure", index === 0 ? line : `  ${line}`));
  if (shown.length > 1 || title.length + 3 + kind.length > width) return [...shown, `  ${paint("kind", kind)}`];
  return [`${shown[0]}${paint("quiet", " · ")}${paint("kind", kind)}`];
}

function indent(lines: readonly string[], by: string): string[] {
  return lines.map((line) => (line === "" ? "" : by + line));
}

/** A heading with what stands under it; nothing where there is nothing. */
function section(heading: string, body: readonly string[], { paint }: Screen): string[] {
  return body.length === 0 ? [] : ["", `  ${paint("heading", heading)}`, ...indent(body, "    ")];
}

function remedyLines(remedies: readonly Remedy[], screen: Screen): string[] {
  const { paint, width } = screen;
  const room = width - 7;
  return remedies.flatMap(({ action, command, url }, index) => {
    const number = `${index + 1}. `;
    // The same page need not be named twice in a row.
    const link = url === undefined || url === remedies[index - 1]?.url ? [] : screen.link(url, room);
    return [
      ...wrap(action, room).map((line, at) => paint("remedy", (at === 0 ? number : "   ") + line)),
      ...(command === undefined ? [] : wrapCommand(command, room - 2)).map(
        (line, at) => paint("quiet", at === 0 ? "   $ " : "     ") + paint("command", line),
      ),
      ...indent(link, "   "),
    ];
  });
}

function seenLine({ count: times, lines }: ExplainedFailure): string {
  if (lines === undefined) return "";
  const { first, last } = lines;
  if (times === 1) return `Line ${count(first)}`;
  const often = times === 2 ? "Twice" : `${count(times)} times`;
  return first === last ? `${often} in line ${count(first)}` : `${often}, lines ${count(first)} to ${count(last)}`;
}

/** What the cause says that has not been said right above it; all of it where there is nothing else to say. */
function whyLines({ summary }: Diagnosis, cause: string, evidence: readonly string[], room: number): string[] {
  const beyond = cause.startsWith(summary) ? cause.slice(summary.length).trim() : cause;
  if (beyond === "" && evidence.length > 0) return [...evidence];
  return [...wrap(beyond === "" ? cause : beyond, room), ...evidence];
}

/** What a person sees of one failure beside its heading. */
interface Shown {
  /** Instead of the kind's title, e.g. for an error code. */
  readonly title?: string;
  readonly summary?: string;
  /** Instead of the cause and the evidence, where there is no log to quote either. */
  readonly why?: string;
}

/**
 * One failure for a person: what failed, why, who fixes it, what to do now, and what else was tried.
 *
 * @param failure - the failure
 * @param screen - where it goes
 * @param shown - what differs from the usual
 * @internal
 */
export function failureLines(failure: ExplainedFailure, screen: Screen, shown: Shown = {}): string[] {
  const { diagnosis, firstLine } = failure;
  const { paint, width } = screen;
  const { kind } = diagnosis;
  const { cause, reason } = splitCause(diagnosis.cause);
  const title = shown.title ?? KINDS[kind].title;
  const pieces = shown.why === undefined ? evidenceOf(diagnosis) : [];
  const evidence = wrapPieces(pieces, width - 5).map((line) => paint("quiet", line));
  const support = supportFacts(diagnosis);
  const labels = Math.max(0, ...support.map(([label]) => label.length));
  const seen = seenLine(failure);
  const quoted = shown.why !== undefined ? [] : wrap(shorten(firstLine, (width - 5) * 2), width - 5);
  return [
    ...headingLines(`✗ ${title}`, kind, screen),
    ...indent(wrap(shown.summary ?? diagnosis.summary, width - 2), "  "),
    ...section("Why", whyLines(diagnosis, shown.why ?? cause, evidence, width - 5), screen),
    ...section("Who fixes it", wrap(ownerLine(diagnosis), width - 5), screen),
    ...section("What to do now", remedyLines(diagnosis.remedies, screen), screen),
    ...section(
      "What was tried",
      diagnosis.attempts.length === 0 ? [] : attemptLines(diagnosis.attempts, reason, { ...screen, width: width - 4 }),
      screen,
    ),
    ...section(
      "What to give to support",
      support.map(([label, value]) => `${paint("quiet", label.padEnd(labels))}  ${value}`),
      screen,
    ),
    ...section(
      seen === "" ? "What was read" : seen,
      quoted.map((line) => paint("quiet", line)),
      screen,
    ),
  ];
}
