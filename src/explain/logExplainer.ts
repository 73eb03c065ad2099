import { diagnose } from "../failure/diagnose.js";
import type { Diagnosis } from "../failure/types.js";
import { CODE_LINE } from "./continuation.js";
import { isCarrier, readJson } from "./jsonRecord.js";
import { parseJson } from "./jsonText.js";
import { type LogRecord, RecordAssembler } from "./record.js";
import { quote, safeDiagnosis } from "./redaction.js";
import { isFailure, isOnTopic } from "./relevance.js";
import { fingerprint, sameness } from "./sameness.js";
import type { ExplainedFailure, Explanation, Severity } from "./types.js";

interface Counted {
  count: number;
  readonly firstLine: string;
  first: number;
  last: number;
  readonly diagnosis: Diagnosis;
}

const MAX_FAILURES = 500;
const MAX_KNOWN = 20_000;
const MAX_FINGERPRINTED = 16_384;
/** Line breaks that a logger escaped, where what follows shows that they are meant. */
const ESCAPED = /(?:\\r)?\\n(?=\\t|-|\\n|\\r| |[A-Z]|$)/g;

/**
 * Finds the distinct failures of authentication in a log, line by line. What it holds is bounded, however long the log.
 *
 * @internal
 */
export class LogExplainer {
  readonly #failures = new Map<string, Counted>();
  /** What became of a text: reports repeat, and a diagnosis costs more than a look-up. */
  readonly #known = new Map<number, string | undefined>();
  readonly #assembler = new RecordAssembler((record) => this.#record(record, false));
  /** For lines that another log carries in JSON. */
  readonly #carried = new RecordAssembler((record) => this.#record(record, true));
  #omitted = 0;
  #headed = 0;

  /** Takes the next line. */
  push(line: string): void {
    this.#assembler.push(line);
  }

  /** Whether anything looked like the start of a log's line. */
  get isLog(): boolean {
    return this.#headed > 0;
  }

  /** Says what was found. Nothing can be pushed afterwards. */
  finish(): Explanation {
    this.#assembler.finish();
    this.#carried.finish();
    const failures = [...this.#failures.values()]
      .sort((a, b) => a.first - b.first)
      .map(
        ({ count, firstLine, first, last, diagnosis }): ExplainedFailure => ({
          count,
          firstLine,
          lines: { first, last },
          diagnosis,
        }),
      );
    return { failures, lineCount: this.#assembler.lineCount, omitted: this.#omitted };
  }

  #record(record: LogRecord, carried: boolean): void {
    const { lines, number, severity } = record;
    if (record.headed) this.#headed++;
    const first = lines[0] ?? "";
    if (!isComplaint(severity) && !lines.some(isOnTopic) && (carried || !isCarrier(first))) return;
    const text = lines.length === 1 ? first : lines.join("\n");
    const values = jsonIn(text);
    for (const value of values) this.#json(value, record, carried);
    if (values.length === 0) this.#text(unescaped(text), severity, number);
  }

  #json(value: object, { number, severity }: LogRecord, nested: boolean): void {
    this.#headed++;
    const { text, carried, ...own } = readJson(value);
    if (carried !== undefined && !nested) {
      for (const line of carried.line.trimEnd().split("\n"))
        this.#carried.push(line, { number, source: carried.source });
    } else if (isComplaint(own.severity) || isOnTopic(text)) {
      this.#text(unescaped(text), own.severity ?? severity, number);
    }
  }

  #text(text: string, severity: Severity | undefined, number: number): void {
    const print = text.length <= MAX_FINGERPRINTED ? fingerprint(text) : undefined;
    if (print !== undefined && this.#known.has(print)) {
      const key = this.#known.get(print);
      if (key !== undefined) this.#again(key, number);
      return;
    }
    const key = this.#diagnose(text, severity, number);
    if (print === undefined) return;
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(print, key);
  }

  /** @returns what the failure is counted under; nothing where it is none */
  #diagnose(text: string, severity: Severity | undefined, number: number): string | undefined {
    const diagnosis = safeDiagnosis(diagnose(text));
    if (!isFailure(text, severity, diagnosis)) return undefined;
    const shown = quote(tellingLine(text));
    const key = sameness(diagnosis, shown);
    if (this.#failures.has(key) || this.#failures.size >= MAX_FAILURES) {
      this.#again(key, number);
    } else {
      this.#failures.set(key, { count: 1, firstLine: shown, first: number, last: number, diagnosis });
    }
    return key;
  }

  #again(key: string, number: number): void {
    const failure = this.#failures.get(key);
    if (failure === undefined) {
      this.#omitted++;
      return;
    }
    failure.count++;
    // Reports of several streams do not end in the order in which they began.
    failure.first = Math.min(failure.first, number);
    failure.last = Math.max(failure.last, number);
  }
}

function isComplaint(severity: Severity | undefined): boolean {
  return severity === "error" || severity === "warning";
}

/** The first line that speaks of authentication; a logger's own head says little. */
function tellingLine(text: string): string {
  const lines = text.slice(0, 16_384).split("\n");
  return lines.find((line) => isOnTopic(line) && !CODE_LINE.test(line)) ?? lines[0] ?? "";
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
