import { SOURCE_PLACE, STACK_FRAME } from "./continuation.js";
import { type LogLine, readLogLine } from "./logLine.js";
import { append, belongs, isJson, type OpenReport, openReport } from "./openReport.js";
import type { Severity } from "./types.js";

/**
 * One report of a log: a line with the lines that belong to it.
 *
 * @internal
 */
export interface LogRecord {
  /** Number of its first line, from 1. */
  readonly number: number;
  /** Its lines without prefixes. */
  readonly lines: readonly string[];
  readonly severity?: Severity;
  /** Whether it began with a time stamp or a severity, or stood in a box. */
  readonly headed: boolean;
  /** Of its time stamp, in milliseconds; only to be held against that of another. */
  readonly time?: number;
  /** Which of several streams in one log it is from; empty where the log does not say. */
  readonly source: string;
}

const MAX_INDENT = 40;
const MAX_SOURCES = 64;
/** Nothing, and the brackets around the objects of an export. */
const NOTHING = /^[\s[\]]{0,40}$/;

/**
 * Puts the lines of a log together to reports. Bounded: of a long report the start is kept, and of many streams in one
 * log the latest ones.
 *
 * @internal
 */
export class RecordAssembler {
  readonly #emit: (record: LogRecord) => void;
  readonly #open = new Map<string, OpenReport>();
  #number = 0;

  constructor(emit: (record: LogRecord) => void) {
    this.#emit = emit;
  }

  /** How many lines there were. */
  get lineCount(): number {
    return this.#number;
  }

  /**
   * Takes the next line.
   *
   * @param carrier - what carried the line, where it did not stand in the log by itself
   */
  push(raw: string, carrier?: { readonly number: number; readonly source: string }): void {
    this.#number = carrier?.number ?? this.#number + 1;
    const read = readLogLine(raw);
    const line = carrier === undefined ? read : { ...read, source: `${carrier.source} ${read.source}` };
    const open = this.#open.get(line.source);
    if (open !== undefined && belongs(line, open)) {
      append(open, line);
      if (line.text === open.closer || line.text === `${open.closer},`) this.#close(line.source, open);
      return;
    }
    if (open !== undefined) this.#close(line.source, open);
    // The rest of what was too long for one report is none of its own.
    if (!NOTHING.test(line.text) && !STACK_FRAME.test(line.text)) this.#begin(line);
  }

  finish(): void {
    for (const [source, open] of [...this.#open]) this.#close(source, open);
  }

  #begin(line: LogLine): void {
    if (this.#open.size >= MAX_SOURCES) {
      for (const [source, open] of this.#open) {
        this.#close(source, open);
        break;
      }
    }
    const { text, source } = line;
    const open = openReport(line, this.#number);
    if (isJson(text)) this.#close(source, open);
    else this.#open.set(source, open);
  }

  #close(source: string, open: OpenReport): void {
    this.#open.delete(source);
    // What Node.js quotes of a source file is no report, however much it speaks of credentials.
    if (SOURCE_PLACE.test(open.lines[0] ?? "")) return;
    const { number, lines, severity, time } = open;
    const headed = open.headed || open.boxed;
    this.#emit({
      number,
      lines: dedented(lines),
      headed,
      source,
      ...(severity === undefined ? {} : { severity }),
      ...(time === undefined ? {} : { time }),
    });
  }
}

/** Without the indentation that a logger gives to all lines but the first. */
function dedented(lines: readonly string[]): readonly string[] {
  let common = MAX_INDENT;
  for (const line of lines.slice(1)) if (!STACK_FRAME.test(line)) common = Math.min(common, line.search(/[^ ]/));
  if (lines.length < 2 || common < 4 || common === MAX_INDENT) return lines;
  const margin = " ".repeat(common);
  return lines.map((line) => (line.startsWith(margin) ? line.slice(common) : line));
}
