import { isObject, type Json, textOfJson } from "./jsonText.js";
import { severityOf } from "./severity.js";
import { timeOf } from "./stamp.js";
import type { Severity } from "./types.js";

/**
 * What a JSON value of a log says about a failure.
 *
 * @internal
 */
export interface JsonRecord {
  readonly text: string;
  readonly severity?: Severity;
  readonly time?: number;
  /** Where a container runtime or a log service carried the program's line as a string: that line, and its stream. */
  readonly carried?: { readonly line: string; readonly source: string };
}

const SEVERITY_KEYS = [
  "level",
  "severity",
  "severityLevel",
  "Level",
  "LogLevel",
  "log.level",
  "@l",
  "levelname",
  "lvl",
];
const TIME_KEYS = ["time", "timestamp", "@timestamp", "ts", "@t", "Timestamp", "eventTime"];
const CARRIED_KEYS = ["log", "LogEntry", "LogMessage", "Log_s", "Log", "MESSAGE"];
const CARRIER_KEYS = [
  "stream",
  "kubernetes",
  "PodName",
  "ContainerName",
  "ContainerId",
  "ContainerName_s",
  "_HOSTNAME",
];
const CARRIER = /^\{.{0,300}"(?:log|LogEntry|LogMessage|Log_s|Log|MESSAGE)":/;
const SOURCE_KEYS = ["PodName", "ContainerId", "ContainerGroupName_s", "container_id", "_SYSTEMD_UNIT"];

/** Whether a line looks like one that a container runtime or a log service carries in JSON. */
export function isCarrier(line: string): boolean {
  return CARRIER.test(line);
}

function first(object: Json, keys: readonly string[]): unknown {
  const key = keys.find((candidate) => object[candidate] !== undefined);
  return key === undefined ? undefined : object[key];
}

function carriedBy(object: Json): JsonRecord["carried"] {
  const line = first(object, CARRIED_KEYS);
  if (typeof line !== "string" || first(object, CARRIER_KEYS) === undefined) return undefined;
  const kubernetes = object.kubernetes;
  const source = isObject(kubernetes) ? first(kubernetes, ["pod_name", "container_name"]) : first(object, SOURCE_KEYS);
  return { line, source: typeof source === "string" ? source : "" };
}

/**
 * Reads a JSON value of a log.
 *
 * @param value - a parsed value
 * @internal
 */
export function readJson(value: unknown): JsonRecord {
  const text = textOfJson(value);
  if (!isObject(value)) return { text };
  const severity = severityOf(first(value, SEVERITY_KEYS));
  const stamp = first(value, TIME_KEYS);
  const time = typeof stamp === "string" ? timeOf(stamp) : undefined;
  const carried = carriedBy(value);
  return {
    text,
    ...(severity === undefined ? {} : { severity }),
    ...(time === undefined ? {} : { time }),
    ...(carried === undefined ? {} : { carried }),
  };
}
