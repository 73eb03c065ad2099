import { PassThrough } from "node:stream";
import { WriteStream } from "node:tty";
import type { Output } from "../../examples/demo/render/paint.ts";

/** A stream that says it is a terminal. Whether it has colours is then up to the environment, unless it says that too. */
export function fakeTerminal(options: { readonly columns: number; readonly colours?: boolean }): Output {
  const { columns, colours } = options;
  const { getColorDepth } = WriteStream.prototype;
  return Object.assign(new PassThrough(), {
    isTTY: true,
    columns,
    getColorDepth: colours === undefined ? getColorDepth : () => (colours ? 8 : 1),
  });
}
