import { ANNOUNCES, announcedBy, EXCEPTION_HEAD, follows, MSAL_HEAD, STACK_FRAME } from "./continuation.js";
import type { LogLine } from "./logLine.js";
import type { Severity } from "./types.js";

/**
 * A report that may go on.
 *
 * @internal
 */
export interface OpenReport {
  readonly number: number;
  readonly lines: string[];
  readonly severity: Severity | undefined;
  readonly headed: boolean;
  readonly time: number | undefined;
  readonly boxed: boolean;
  readonly indent: number;
  /** What closes the JSON value that began on a line of its own. */
  readonly closer: string | undefined;
  size: number;
  /** Lines that belong to it only because they have no head of their own. */
  headless: number;
  blank: boolean;
  traceback: boolean;
  exception: boolean;
  member: RegExp | undefined;
}

const MAX_SIZE = 65_536;
const MAX_LINES = 2_000;
const MAX_HEADLESS = 100;
const TOOL_FAILED = /Credential authentication failed\.$|Command failed: az\b[^\n]{0,200}$|Here is the traceback: ?$/;
const JSON_MEMBER = /^\s{0,80}["}]/;
/** The last line of a traceback may be a bare class name. */
const TRACEBACK_END = /^[A-Za-z_][\w.]{0,160}(?:: |$)/;

function indentOf(text: string): number {
  const at = text.search(/\S/);
  return at < 0 ? 0 : at;
}

/**
 * Begins a report.
 *
 * @param line - its first line
 * @param number - of that line
 * @internal
 */
export function openReport(line: LogLine, number: number): OpenReport {
  const { text, severity, stamped, time, box } = line;
  const indent = indentOf(text);
  const headed = stamped || severity !== undefined;
  const bracket = text.trim();
  const closer = bracket === "{" || bracket === "[{" ? `${text.slice(0, indent)}}` : undefined;
  const open: OpenReport = {
    number,
    lines: [],
    severity,
    headed,
    time,
    boxed: box !== undefined,
    indent,
    closer,
    size: 0,
    headless: 0,
    blank: false,
    traceback: false,
    exception: false,
    member: undefined,
  };
  append(open, line);
  return open;
}

/**
 * A JSON object on one line is a report of its own.
 *
 * @internal
 */
export function isJson(text: string): boolean {
  return text.startsWith("{") && text.endsWith("}") && text.length > 2;
}

/**
 * Whether a line goes on with a report.
 *
 * @internal
 */
export function belongs(line: LogLine, open: OpenReport): boolean {
  const { text } = line;
  if (open.size >= MAX_SIZE || open.lines.length >= MAX_LINES) return STACK_FRAME.test(text);
  if (open.boxed || line.box !== undefined) return open.boxed && line.box === "inside";
  if (text === "") return true;
  if (open.closer !== undefined && (open.lines.length > 1 || JSON_MEMBER.test(text))) return true;
  if (line.severity !== undefined) return isOfTool(line, open);
  const indent = indentOf(text);
  const bare = indent === 0 ? text : text.slice(indent);
  // What a line announces may look like a report of its own, e.g. the body of an answer.
  if (!line.stamped && ANNOUNCES.test(open.lines.at(-1) ?? "")) return true;
  if (isJson(bare)) return false;
  if (indent > open.indent || follows(bare) || isMember(bare, open)) return true;
  if (open.lines.length <= 3 && EXCEPTION_HEAD.test(bare) && MSAL_HEAD.test(open.lines[0] ?? "")) return true;
  if (open.traceback && TRACEBACK_END.test(bare)) return true;
  if (bare.startsWith("Traceback (most recent call last)")) return open.headed && !open.exception;
  // Spring writes an empty line between what failed and why.
  if (open.blank && open.severity === "error" && open.lines.length === 1 && EXCEPTION_HEAD.test(bare)) return true;
  // In a log whose reports have heads, a line without one belongs to the report before it.
  if (open.blank || line.stamped || !open.headed || open.headless >= MAX_HEADLESS) return false;
  return !(open.exception && EXCEPTION_HEAD.test(bare));
}

/** What a tool wrote, right after the line that says that it failed. */
function isOfTool({ text, stamped }: LogLine, open: OpenReport): boolean {
  return !stamped && text.startsWith("ERROR: ") && TOOL_FAILED.test(open.lines.at(-1) ?? "");
}

/** A chain may be a member of a chain, but only right after the headline: later it is the next failure. */
function isMember(bare: string, open: OpenReport): boolean {
  if (open.member?.test(bare) !== true) return false;
  return open.lines.length === 1 || announcedBy(bare) === undefined || !EXCEPTION_HEAD.test(bare);
}

/**
 * Adds a line to a report. Of a long report the start is kept.
 *
 * @internal
 */
export function append(open: OpenReport, line: LogLine): void {
  const { text } = line;
  open.blank = text === "";
  if (open.blank) return;
  if (open.size < MAX_SIZE && open.lines.length < MAX_LINES) {
    // The first line is kept as it is: a line of its own may be a whole document.
    const kept = open.lines.length === 0 ? text : text.slice(0, MAX_SIZE);
    open.lines.push(kept);
    open.size += kept.length;
  }
  const indent = indentOf(text);
  if (indent <= open.indent) {
    open.headless++;
    if (open.traceback) open.traceback = false;
    if (EXCEPTION_HEAD.test(text.slice(indent))) open.exception = true;
  }
  if (text.includes("Traceback (most recent call last)")) open.traceback = true;
  open.member = announcedBy(text) ?? (STACK_FRAME.test(text) ? undefined : open.member);
}
