import { styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];

const FORMATS = {
  heading: ["bold"],
  title: ["bold", "cyan"],
  quiet: ["dim"],
  ok: ["green"],
  failure: ["red"],
  kind: ["bold", "red"],
  skipped: ["yellow"],
  owner: ["magenta"],
  remedy: ["cyan"],
  command: ["bold"],
  link: ["underline", "blue"],
  root: ["blue"],
  said: ["yellow"],
} satisfies Record<string, Format>;

/** What a piece of text is; what that looks like is decided in one place. */
export type Style = keyof typeof FORMATS;

/** Where the output goes. */
export interface Screen {
  /** Columns that may be filled. */
  readonly width: number;
  /** Whether a line that is too long would be broken by somebody else. */
  readonly terminal: boolean;
  paint(style: Style, text: string): string;
  /** A URL, or a part of it that still leads to the whole. */
  link(url: string, part?: string): string;
}

/** The part of a stream that decides how to write to it. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/**
 * Colours where the stream is a terminal that has them. Node.js itself decides, by `FORCE_COLOR`, `NO_COLOR`, `TERM` and
 * the stream, whenever something is painted.
 */
export function screenOf(stream: Output): Screen {
  const paint = (style: Style, text: string): string =>
    text === "" ? "" : styleText(FORMATS[style], text, { stream });
  const terminal = stream.isTTY ?? false;
  return {
    // The last column stays free: some terminals break a line that fills it.
    width: Math.min(Math.max((stream.columns ?? 101) - 1, 60), 140),
    terminal,
    paint,
    link(url, part = url) {
      const painted = paint("link", part);
      // What shows colours either knows this sequence (OSC 8) or swallows it; a build log does not.
      return terminal && painted !== part ? `\x1b]8;;${url}\x1b\\${painted}\x1b]8;;\x1b\\` : painted;
    },
  };
}
