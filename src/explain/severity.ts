import type { Severity } from "./types.js";

const WORDS =
  "TRACE|DEBUG|DBG|VERBOSE|INFO|INF|INFORMATION|NOTICE|WARN|WARNING|WRN|ERROR|ERR|SEVERE|FATAL|FTL|CRITICAL|CRIT|PANIC|EMERGENCY|EMERG|ALERT";
/** At the very start, as loggers without a time stamp write it; not the `ERROR CODE:` of Go's account of an answer. */
const AT_START = new RegExp(
  `^(?:[[(<|](${WORDS})[\\])>|]|(${WORDS})(?=[:|\\s]|$)(?! CODE\\b)|(fail|crit|warn|info|dbug|trce|error|debug): |##\\[(\\w{3,10})\\]|::(error|warning|notice|debug)[ :]|level="?(\\w{3,10})|azure:[\\w-]{1,40}:(info|warning|error|verbose) )`,
);
const BRACKETED = /^\[(Trace|Debug|Information|Info|Warning|Error|Critical|Fatal|trace|debug|info|warn|error|fatal)\]/;
/** After a time stamp, a logger or a thread may stand before it. */
const AFTER_STAMP = new RegExp(`^(?:[^\\s:]{1,60} {1,4}){0,4}?[[(<|"]?(${WORDS})[\\])>|"]?(?=[\\s:|-]|$)`);
const KLOG = /^([IWEF])\d{4} \d\d:\d\d:\d\d\.\d{1,9} /;

/**
 * The severity that a word or a number of a logger stands for: also those of pino and bunyan, and of Application Insights.
 *
 * @internal
 */
export function severityOf(value: unknown): Severity | undefined {
  if (typeof value === "number") {
    if (value <= 4) return value >= 3 ? "error" : value === 2 ? "warning" : "info";
    return value >= 50 ? "error" : value >= 40 ? "warning" : "info";
  }
  if (typeof value !== "string") return undefined;
  if (/^(?:err|fail|sev|fatal|ftl|crit|panic|emerg|alert|[ef]$)/i.test(value)) return "error";
  if (/^(?:wa?rn|w$)/i.test(value)) return "warning";
  return /^(?:trace|trce|debug|dbg|dbug|verbose|inf|notice|command|section|group|i$|d$|t$|v$)/i.test(value)
    ? "info"
    : undefined;
}

/**
 * The severity that a line states, which also shows that a report begins here.
 *
 * @param text - a line without its time stamp
 * @param stamped - whether it had one
 * @internal
 */
export function lineSeverity(text: string, stamped: boolean): Severity | undefined {
  const found =
    AT_START.exec(text) ?? BRACKETED.exec(text) ?? KLOG.exec(text) ?? (stamped ? AFTER_STAMP.exec(text) : null);
  return found === null ? undefined : severityOf(found.slice(1).find((group) => group !== undefined));
}
