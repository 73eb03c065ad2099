import { thickBar, thinBars } from "./bar.ts";
import { type ExchangeGroup, groupExchanges } from "./exchange.ts";
import type { Screen, Style } from "./paint.ts";
import { duration, shorten } from "./text.ts";
import { type Interval, type SpanNode, textOf } from "./trace.ts";
import { verdictOn } from "./verdict.ts";

const DURATION_WIDTH = 8;

interface Row {
  /** Tree glyphs. */
  readonly guide: string;
  readonly label: string;
  /** The end of the label, which is not cut when the label is. */
  readonly tail?: string;
  readonly style?: Style;
  /** Absent for a remark, which is painted already and may go right through to the margin. */
  readonly bar?: { readonly style: Style; readonly length: number; draw(cells: number): string };
}

/**
 * Draws a trace: a line for each span and exchange with a bar to scale, and below a span what became of it.
 *
 * @param command - a command that helps, for the span that failed
 */
export function waterfall(root: SpanNode, screen: Screen, command?: string): string[] {
  const rows: Row[] = [];
  addSpan(rows, root, "", "", { root, screen, command });
  const longest = Math.max(...rows.map(({ guide, label, tail = "", bar }) => (bar ? guide + label + tail : "").length));
  const labels = Math.min(longest, Math.floor(screen.width * 0.62));
  const cells = screen.width - labels - DURATION_WIDTH - 2;
  return rows.map((row) => drawn(row, labels, cells, screen));
}

interface Drawing {
  readonly root: SpanNode;
  readonly screen: Screen;
  readonly command: string | undefined;
}

function addSpan(rows: Row[], span: SpanNode, guide: string, below: string, drawing: Drawing): void {
  const { root, screen, command } = drawing;
  const status = textOf(span.attributes, "http.response.status_code");
  rows.push({
    guide,
    label: span.name,
    ...(status !== undefined && { tail: ` ${status}` }),
    ...(span === root && { style: "heading" }),
    bar: { style: styleOf(span, root), length: span.end - span.start, draw: (cells) => thickBar(span, root, cells) },
  });
  const beside = below + (span.children.length > 0 ? "│  " : "   ");
  for (const group of groupExchanges(span.exchanges)) addExchanges(rows, group, beside, drawing);
  for (const label of verdictOn(span, screen.width - beside.length, screen, command))
    rows.push({ guide: beside, label });
  span.children.forEach((child, index) => {
    const last = index === span.children.length - 1;
    addSpan(rows, child, `${below}${last ? "└─ " : "├─ "}`, `${below}${last ? "   " : "│  "}`, drawing);
  });
}

function addExchanges(rows: Row[], group: ExchangeGroup, guide: string, { root, screen }: Drawing): void {
  const { request, result, exchanges, answered, refused } = group;
  const times = exchanges.length > 1 ? ` ×${exchanges.length}` : "";
  const whole: Interval = { start: exchanges[0].start, end: Math.max(...exchanges.map(({ end }) => end)) };
  const style = refused ? "failure" : "ok";
  rows.push({
    guide,
    label: request,
    tail: answered ? ` ${result}${times}` : times,
    style: "quiet",
    bar: { style, length: whole.end - whole.start, draw: (cells) => thinBars(exchanges, root, cells) },
  });
  if (!answered) rows.push({ guide, label: screen.paint(style, `  ${result}`) });
}

function styleOf(span: SpanNode, root: SpanNode): Style {
  if (span === root) return "root";
  if (span.failed) return "failure";
  return span.attributes.has("azure.identity.failure.kind") ? "skipped" : "ok";
}

function drawn({ guide, label, tail = "", style, bar }: Row, labels: number, cells: number, { paint }: Screen): string {
  const tree = paint("quiet", guide);
  if (!bar) return `${tree}${label}`.trimEnd();
  const text = shorten(label, labels - guide.length - tail.length) + tail;
  const gap = " ".repeat(labels - guide.length - text.length + 1);
  const length = duration(bar.length).padStart(DURATION_WIDTH);
  return `${tree}${style ? paint(style, text) : text}${gap}${paint(bar.style, bar.draw(cells))} ${length}`;
}
