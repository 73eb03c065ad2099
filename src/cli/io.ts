import type { Terminal } from "../explain/render/screen.js";

/** A stream that text can be written to. */
export interface Output extends Terminal {
  write(text: string): unknown;
}

/**
 * What the command line has of its process.
 *
 * @internal
 */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean | undefined };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * What the process ends with; a full disk is EX_IOERR of sysexits.h.
 *
 * @internal
 */
export const EXIT = { done: 0, nothingFound: 1, usage: 2, cannotWrite: 74 } as const;
