import type { ToolProcess } from "./types.js";
import type { WireFacts, WireVerdict } from "./wire.js";

/** Tools that are started for a token; a browser and others are started on the way to one. */
const TOKEN_TOOL = /^(?:az|azd|pwsh|powershell)(?:\.\w{2,4})?$/i;

function endOf({ file, signal, exitCode, durationMs }: ToolProcess): string {
  if (signal !== undefined) return `${file} was ended by ${signal} after ${Math.round(durationMs)} ms`;
  return `${file} ended with code ${exitCode}`;
}

/**
 * What the child processes of a failed acquisition prove.
 *
 * @param processes - in order of start
 * @returns `undefined` where the last one ended by itself with an exit code that leaves the reason to its output
 * @internal
 */
export function concludeFromProcesses(processes: readonly ToolProcess[]): WireVerdict | undefined {
  const last = processes.at(-1);
  if (last === undefined) return undefined;
  if (last.signal !== undefined) {
    // Node.js ends with it what runs into a time limit; others come from the system: no memory, a crash.
    const kind = last.signal === "SIGTERM" ? "tool_timeout" : "tool_failed";
    return { kind, strength: "status", seen: endOf(last) };
  }
  // Exit codes of the shells for a command they do not find.
  if (last.exitCode === 127 || last.exitCode === 9009) {
    return { kind: "tool_not_installed", strength: "status", seen: endOf(last) };
  }
  return undefined;
}

/**
 * The tool that a failed acquisition ended with.
 *
 * @param processes - in order of start
 * @returns `undefined` where the last process was none that is asked for tokens, or still ran
 * @internal
 */
export function lastTool(processes: readonly ToolProcess[]): WireFacts | undefined {
  const last = processes.at(-1);
  if (last === undefined || !TOKEN_TOOL.test(last.file) || (last.exitCode === undefined && last.signal === undefined))
    return undefined;
  return { seen: endOf(last) };
}
