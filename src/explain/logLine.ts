import { lineSeverity } from "./severity.js";
import { readStamp } from "./stamp.js";
import { withoutColours } from "./terminal.js";
import type { Severity } from "./types.js";

/**
 * A line of a log, taken out of what carried it.
 *
 * @internal
 */
export interface LogLine {
  /** Which of several streams in one log it is from, e.g. a pod; empty where the log does not say. */
  readonly source: string;
  /** The line as the program wrote it, without time stamp; indentation kept. */
  readonly text: string;
  /** Whether it began with a time stamp, the program's or the carrier's. */
  readonly stamped: boolean;
  /** Of the first time stamp, in milliseconds; only to be held against that of another. */
  readonly time?: number;
  readonly severity?: Severity;
  /** Whether it stood in a box, as Terraform draws them, or is the upper or lower edge of one. */
  readonly box?: "edge" | "inside";
}

/** `kubectl logs --prefix`, stern, kubetail, Docker Compose, `gh run view --log`. */
const SOURCES: readonly RegExp[] = [
  /^\[(pod\/[\w./-]{1,300})\] ?/,
  /^\[([a-z0-9-]{1,200}-[a-z0-9]{5}(?:[ /:][\w-]{1,60})?)\] ?/,
  /^([a-z0-9-]{1,200}-[a-z0-9]{8,10}-[a-z0-9]{5} [a-z0-9-]{1,60}) /,
  /^([a-z0-9][\w.-]{0,80}) {1,60}\| ?/,
  /^([^\t]{1,120}\t[^\t]{1,120})\t(?=\d{4}-|\uFEFF)/,
];
/** What the container runtime puts after its time stamp. */
const CRI = /^(?:stdout|stderr) [FP] /;
const BOX = /^[│┃╷╵] ?/;
const EDGE = /^[╷╵]/;

/**
 * Takes a line out of its wrapping: terminal colours, prefixes of Kubernetes, Docker and CI systems, time stamps.
 *
 * @param line - as it stood in the log
 * @internal
 */
export function readLogLine(line: string): LogLine {
  let text = withoutColours(line).trimEnd();
  let source = "";
  let stamped = false;
  let time: number | undefined;
  for (const pattern of SOURCES) {
    const match = pattern.exec(text);
    if (match?.[1] === undefined) continue;
    source = match[1];
    text = text.slice(match[0].length);
    break;
  }
  if (text.startsWith("\uFEFF")) text = text.slice(1);
  // A carrier's stamp, which all its lines have, may be followed by the program's own, of another clock.
  for (let round = 0; round < 3; round++) {
    const stamp = readStamp(text);
    if (stamp === undefined) break;
    stamped = true;
    time ??= stamp.time;
    text = text.slice(stamp.length).replace(CRI, "");
  }
  const bare = text.replace(BOX, "");
  const box = bare === text ? undefined : EDGE.test(text) ? "edge" : "inside";
  const severity = box === undefined ? lineSeverity(bare, stamped) : undefined;
  return {
    source,
    text: bare,
    stamped,
    ...(time === undefined ? {} : { time }),
    ...(box === undefined ? {} : { box }),
    ...(severity === undefined ? {} : { severity }),
  };
}
