import type { Report, Thrown } from "../worker.ts";
import type { Screen } from "./paint.ts";
import { printable, shorten, wrap } from "./text.ts";
import type { SpanNode } from "./trace.ts";
import { waterfall } from "./waterfall.ts";

/** What is told of a scenario beside its trace. */
export interface Scene {
  /** `3/11`. */
  readonly number: string;
  readonly title: string;
  readonly story: string;
}

/** A scenario as it is printed: the story, what the SDK said, and the trace. */
export function drawScene(scene: Scene, report: Report, root: SpanNode, screen: Screen): string[] {
  const { paint, width } = screen;
  const title = shorten(scene.title, width - scene.number.length - 6);
  const rule = "─".repeat(Math.max(width - scene.number.length - title.length - 4, 1));
  const { error, command } = report;
  return [
    "",
    `${paint("quiet", `─ ${scene.number}`)} ${paint("title", title)} ${paint("quiet", rule)}`,
    ...wrap(scene.story, width),
    "",
    ...(error ? [paint("quiet", "@azure/identity says"), ...said(error, screen), ""] : []),
    ...waterfall(root, screen, command),
  ];
}

/** Two lines of the first: the rest of what the SDK says is mostly ids. */
function said({ name, message, moreLines }: Thrown, { paint, width }: Screen): string[] {
  const lines = wrap(printable(`${name}: ${message}`), width - 2);
  const shown = lines.length > 2 ? [lines[0] ?? "", `${lines[1]} …`] : lines;
  if (moreLines > 0) shown.push(`and ${moreLines} more lines`);
  return shown.map((line) => paint("said", `  ${shorten(line, width - 2)}`));
}
