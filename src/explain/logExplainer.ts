import { isCarrier, readJson } from "./jsonRecord.js";
import { parseJson } from "./jsonText.js";
import { type LogRecord, RecordAssembler } from "./record.js";
import { isOnTopic } from "./relevance.js";
import { Examiner } from "./seen.js";
import { type Told, tellsOn, together } from "./story.js";
import { Tally } from "./tally.js";
import type { Explanation, Severity } from "./types.js";

/** Line breaks that a logger escaped, where what follows shows that they are meant. */
const ESCAPED = /(?:\\r)?\\n(?=\\t|-|\\n|\\r| |[A-Z]|$)/g;
const MAX_STORIES = 64;

/**
 * Finds the distinct failures of authentication in a log, line by line. What it holds is bounded, however long the log.
 *
 * @internal
 */
export class LogExplainer {
  readonly #examiner = new Examiner();
  readonly #tally = new Tally();
  readonly #assembler = new RecordAssembler((record) => this.#record(record, false));
  /** For lines that another log carries in JSON. */
  readonly #carried = new RecordAssembler((record) => this.#record(record, true));
  /** By stream: reports that may be of one failure. */
  readonly #stories = new Map<string, Told[]>();
  #headed = 0;
  #passedOver = 0;

  /** Takes the next line. */
  push(line: string): void {
    this.#assembler.push(line);
  }

  /** How many reports had the look of a log's. */
  get headed(): number {
    return this.#headed;
  }

  /** How many reports were about something else. */
  get passedOver(): number {
    return this.#passedOver;
  }

  /** Says what was found. Nothing can be pushed afterwards. */
  finish(): Explanation {
    this.#assembler.finish();
    this.#carried.finish();
    for (const source of [...this.#stories.keys()]) this.#tell(source);
    return { failures: this.#tally.failures(), lineCount: this.#assembler.lineCount, omitted: this.#tally.omitted };
  }

  #record(record: LogRecord, carried: boolean): void {
    const { lines, severity } = record;
    if (record.headed || record.source !== "") this.#headed++;
    const first = lines[0] ?? "";
    if (!isComplaint(severity) && !lines.some(isOnTopic) && (carried || !isCarrier(first))) {
      this.#passed(record);
      return;
    }
    const text = lines.length === 1 ? first : lines.join("\n");
    const values = jsonIn(text);
    for (const value of values) this.#json(value, record, carried);
    if (values.length === 0) this.#text(unescaped(text), severity, record);
  }

  #json(value: object, record: LogRecord, nested: boolean): void {
    this.#headed++;
    const { text, carried, ...own } = readJson(value);
    if (carried !== undefined && !nested) {
      for (const line of carried.line.trimEnd().split("\n"))
        this.#carried.push(line, { number: record.number, source: carried.source });
    } else if (isComplaint(own.severity) || isOnTopic(text)) {
      // Without a severity it may be the body of an answer.
      const headed = record.headed || own.severity !== undefined;
      // The time in an answer is that of another clock.
      const time = own.severity === undefined ? record.time : (own.time ?? record.time);
      const whole = { ...record, headed, ...(time === undefined ? {} : { time }) };
      this.#text(unescaped(text), own.severity ?? record.severity, whole);
    }
  }

  #text(text: string, severity: Severity | undefined, record: LogRecord): void {
    const seen = this.#examiner.examine(text, severity);
    if (seen === undefined) {
      this.#passed(record);
      // What was printed after a line of no weight has no head of its own.
      const end = severity === "info" ? text.indexOf("\n") : -1;
      if (end > 0) this.#text(text.slice(end + 1), undefined, { ...record, number: record.number + 1, headed: false });
      return;
    }
    const { source, number, headed, time } = record;
    const told: Told = { text, seen, number, headed, ...(time === undefined ? {} : { time }) };
    const story = this.#stories.get(source);
    if (story !== undefined && tellsOn(story, told)) {
      story.push(told);
      return;
    }
    if (story !== undefined) this.#tell(source);
    if (this.#stories.size >= MAX_STORIES) for (const other of [...this.#stories.keys()].slice(0, 1)) this.#tell(other);
    this.#stories.set(source, [told]);
  }

  /** A report of something else ends what was told before it. */
  #passed({ source }: LogRecord): void {
    this.#passedOver++;
    if (this.#stories.size > 0) this.#tell(source);
  }

  #tell(source: string): void {
    const story = this.#stories.get(source);
    if (story === undefined) return;
    this.#stories.delete(source);
    const one = together(story);
    for (const { seen, text, number } of one === undefined ? story : [one]) this.#tally.add(seen, text, number);
  }
}

function isComplaint(severity: Severity | undefined): boolean {
  return severity === "error" || severity === "warning";
}

/** The objects that a report consists of: after its head, and over several lines. What a sentence quotes is part of it. */
function jsonIn(text: string): readonly object[] {
  const start = text.slice(0, 200).search(/[{[]/);
  if (start < 0 || (start > 0 && isOnTopic(text.slice(0, start)))) return [];
  const value = parseJson(text) ?? (start > 0 ? parseJson(text.slice(start)) : undefined);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((item) => typeof item === "object" && item !== null);
}

/** Log lines in one string: with line breaks as they were. */
function unescaped(text: string): string {
  return text.includes("\\n") && text.includes("redential") ? text.replace(ESCAPED, "\n").replace(/\\t/g, "\t") : text;
}
