import { AsyncLocalStorage } from "node:async_hooks";
import { type Context, context as contextApi } from "@opentelemetry/api";
import type { Recorder } from "./recorder.js";

const storage = new AsyncLocalStorage<Recorder>();

/** A context that carries a recorder beside what it is made of. What is derived from it carries it too. */
export class RecorderContext implements Context {
  readonly recorder: Recorder;
  private readonly _base: Context;

  constructor(base: Context, recorder: Recorder) {
    this._base = base instanceof RecorderContext ? base._base : base;
    this.recorder = recorder;
  }

  getValue(key: symbol): unknown {
    return this._base.getValue(key);
  }

  setValue(key: symbol, value: unknown): Context {
    return new RecorderContext(this._base.setValue(key, value), this.recorder);
  }

  deleteValue(key: symbol): Context {
    return new RecorderContext(this._base.deleteValue(key), this.recorder);
  }
}

/** The recorder of the acquisition or attempt that is going on in this asynchronous context. Never throws. */
export function currentRecorder(): Recorder | undefined {
  // What runs inside one that is in the storage is in the storage too, so that is the inner one.
  const stored = storage.getStore();
  if (stored !== undefined) return stored;
  try {
    const active = contextApi.active();
    return active instanceof RecorderContext ? active.recorder : undefined;
  } catch {
    return undefined;
  }
}

/** Runs work inside the recorder. */
export function runInside<A extends unknown[], R>(recorder: Recorder, work: (...args: A) => R, ...args: A): R {
  return storage.run(recorder, work, ...args);
}

/**
 * Runs work in a context, and inside the recorder that it carries. Where there is a context manager its storage does for
 * both: each storage costs a cached token a tenth of its trace. Where there is none, or one that makes other contexts out of
 * what it is given, ours is used beside it.
 *
 * @throws what the context manager throws; it may also not run the work at all
 */
export function runInContext(context: RecorderContext, work: () => void): void {
  const { recorder } = context;
  if (storage.getStore() !== undefined) storage.run(recorder, () => contextApi.with(context, work));
  else contextApi.with(context, () => (contextApi.active() === context ? work() : storage.run(recorder, work)));
}
