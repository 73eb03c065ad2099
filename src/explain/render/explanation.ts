import { KINDS } from "../../failure/kinds.js";
import type { ExplainedFailure, Explanation } from "../types.js";
import { failureLines } from "./failure.js";
import type { Screen } from "./screen.js";
import { count, shorten } from "./wrap.js";

function overview({ failures, lineCount, omitted }: Explanation, { paint, width }: Screen): string[] {
  const times = failures.map((failure) => `×${count(failure.count)}`);
  const numbers = String(failures.length).length;
  const counts = Math.max(...times.map((text) => text.length));
  const kinds = Math.max(...failures.map(({ diagnosis }) => diagnosis.kind.length));
  const rows = failures.map(({ diagnosis: { kind, credentialType } }, index) => {
    const title = credentialType === undefined ? KINDS[kind].title : `${KINDS[kind].title}, ${credentialType}`;
    const room = width - numbers - counts - kinds - 8;
    const number = String(index + 1).padStart(numbers);
    return `  ${number}  ${(times[index] ?? "").padStart(counts)}  ${paint("kind", kind.padEnd(kinds))}${
      room < 16 ? "" : `  ${paint("quiet", shorten(title, room))}`
    }`;
  });
  return [
    paint("heading", `${count(failures.length)} different failures of authentication in ${count(lineCount)} lines`),
    "",
    ...rows,
    ...(omitted === 0 ? [] : [paint("quiet", `  and ${count(omitted)} more reports of others`)]),
    "",
  ];
}

/** A rule between failures, with the number that the overview gives it. */
function divider(index: number, failures: readonly ExplainedFailure[], { paint, width }: Screen): string {
  const label = ` ${index + 1} of ${failures.length} `;
  return paint("quiet", `──${label}${"─".repeat(Math.max(width - label.length - 2, 0))}`);
}

/**
 * What was found in a text or a log, for a person.
 *
 * @internal
 */
export function explanationLines(explanation: Explanation, screen: Screen): string[] {
  const { failures, lineCount } = explanation;
  if (failures.length === 0) {
    return [`Nothing about authentication was found${lineCount > 1 ? ` in ${count(lineCount)} lines` : ""}.`];
  }
  if (failures.length === 1) return failures.flatMap((failure) => failureLines(failure, screen));
  const blocks = failures.flatMap((failure, index) => [
    divider(index, failures, screen),
    "",
    ...failureLines(failure, screen),
    "",
  ]);
  return [...overview(explanation, screen), ...blocks.slice(0, -1)];
}
