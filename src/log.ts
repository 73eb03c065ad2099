import { diag } from "@opentelemetry/api";
import type { RefreshFailure } from "./acquisition/refresh.js";
import type { WinnerChange } from "./acquisition/winner.js";
import type { Finding } from "./failure/types.js";
import { policyLibrary } from "./policy/load.js";
import type { PolicyViolation } from "./policy/types.js";

type Area = "refresh" | "identity" | "ready";

/** The logger is the application's: what it throws must not cost a token. */
function guarded(log: () => void): void {
  try {
    log();
  } catch (error) {
    try {
      diag.error("diagnostic-credential: a line could not be logged", error);
    } catch {
      // So is this one.
    }
  }
}

/** The logger is loaded with the policy, or by the first line: most processes never write one. */
function write(area: Area, level: "info" | "warning", line: string): void {
  guarded(() => policyLibrary().writeLog(area, level, line));
}

function minutes(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** One line of what a failure means: no identifiers. */
function inShort({ kind, summary, remedies }: Finding): string {
  const remedy = remedies[0]?.action;
  return `${summary} (${kind})${remedy === undefined ? "" : ` Fix: ${remedy}`}`;
}

/** @param credential - what the credential is called, one line */
export function warnOfRefresh(credential: string, { failures, remainingMs }: RefreshFailure, finding: Finding): void {
  const times = failures === 1 ? "has failed" : `has failed ${failures} times`;
  const line = `${credential}: refreshing the token ${times}; the one in use expires in ${minutes(remainingMs)}, and then requests fail. ${inShort(finding)}`;
  write("refresh", "warning", line);
}

/** @param credential - what the credential is called, one line */
export function warnOfWinner(credential: string, { previous, selected }: WinnerChange): void {
  const line = `${credential}: the token now comes from ${selected} and no longer from ${previous}: this process acts with another identity than before.`;
  write("identity", "warning", line);
}

/** @param credential - what the credential is called, one line */
export function warnOfViolation(credential: string, violation: PolicyViolation): void {
  guarded(() => policyLibrary().logWarning(credential, violation));
}

/** Progress of `ready`. */
export function logReady(credential: string, level: "info" | "warning", line: string): void {
  write("ready", level, `${credential}: ${line}`);
}
