import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import type { ToolProcess } from "../failure/types.js";
import { currentRecorder } from "./current.js";
import type { OpenProcess } from "./recorder.js";

/** The tools that @azure/identity starts; older versions of it start them through a shell. */
const TOOL = /^(?:az|azd|pwsh|powershell)(?:\.(?:exe|cmd|bat|ps1))?$/i;
const SHELL = /^(?:sh|bash|dash|zsh|cmd\.exe)$/i;

const baseName = (file: string): string => file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);

function toolName(process: ChildProcess): string {
  const file = baseName(process.spawnfile ?? "");
  if (!SHELL.test(file)) return file;
  const words = (process.spawnargs ?? []).join(" ").split(/["'\s]+/, 16);
  return words.map(baseName).find((word) => TOOL.test(word)) ?? file;
}

class WatchedProcess implements OpenProcess {
  private readonly _process: ChildProcess;
  private readonly _startedAt = performance.now();
  private _endedAt: number | undefined;

  constructor(process: ChildProcess) {
    this._process = process;
    process.once("exit", () => {
      this._endedAt = performance.now();
    });
  }

  snapshot(): ToolProcess {
    const { pid, exitCode, signalCode } = this._process;
    const over = this._endedAt !== undefined;
    return {
      // Node.js announces a process before it knows what will run, so the name is only there now.
      file: toolName(this._process),
      startTime: performance.timeOrigin + this._startedAt,
      durationMs: (this._endedAt ?? performance.now()) - this._startedAt,
      ...(over && pid !== undefined && { exitCode }),
      ...(signalCode !== null && signalCode !== undefined && { signal: signalCode }),
    };
  }
}

function onProcess(message: unknown): void {
  const recorder = currentRecorder();
  if (recorder === undefined || recorder.closed) return;
  try {
    recorder.addProcess(new WatchedProcess((message as { process: ChildProcess }).process));
  } catch {
    // A subscriber that throws would end the process; evidence less is the smaller harm.
  }
}

/** Listens to child processes that are started. */
export function subscribeToProcesses(): void {
  subscribe("child_process", onProcess);
}
