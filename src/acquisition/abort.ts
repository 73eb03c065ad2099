import type { GetTokenOptions } from "@azure/core-auth";

/** A caller's signal, the standard one or any other that the Azure SDK accepts. */
export type AbortSignalLike = NonNullable<GetTokenOptions["abortSignal"]>;

/**
 * The caller's AbortSignal has fired. Named as everywhere in the Azure SDK, whose clients go by the name:
 * https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/core/abort-controller/src/AbortError.ts
 */
export class AbortError extends Error {
  override readonly name = "AbortError";
  /** What was being waited for; undefined if nothing was seen. */
  readonly waitingFor: string | undefined;

  /**
   * @param waitingFor - what was being waited for, e.g. `the process az`
   * @param cause - the signal's own reason, if it has one
   */
  constructor(waitingFor: string | undefined, cause: unknown) {
    const what = waitingFor === undefined ? "" : `; it was waiting for ${waitingFor}`;
    super(`The operation was aborted${what}.`, cause === undefined ? undefined : { cause });
    this.waitingFor = waitingFor;
  }
}

/** The caller's signal; undefined also for one that cannot be read. */
export function signalOf(options: GetTokenOptions | undefined): AbortSignalLike | undefined {
  try {
    return options?.abortSignal ?? undefined;
  } catch {
    return undefined;
  }
}

export function hasFired(signal: AbortSignalLike | undefined): boolean {
  try {
    return signal?.aborted === true;
  } catch {
    return false;
  }
}

export function reasonOf(signal: AbortSignalLike | undefined): unknown {
  try {
    return (signal as { reason?: unknown } | undefined)?.reason;
  } catch {
    return undefined;
  }
}

/** @returns what stops the listening; a signal that cannot be listened to is left alone */
export function onAbort(signal: AbortSignalLike, listener: () => void): (() => void) | undefined {
  try {
    signal.addEventListener("abort", listener);
  } catch {
    return undefined;
  }
  return () => {
    try {
      signal.removeEventListener("abort", listener);
    } catch {
      // It keeps the listener, which by now does nothing.
    }
  };
}
