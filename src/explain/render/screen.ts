import { styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];

const FORMATS = {
  failure: ["bold", "red"],
  kind: ["red"],
  heading: ["bold"],
  quiet: ["dim"],
  owner: ["magenta"],
  remedy: ["cyan"],
  command: ["bold"],
  link: ["underline", "blue"],
  skipped: ["yellow"],
} satisfies Record<string, Format>;

/**
 * What a piece of text is; what that looks like is decided in one place.
 *
 * @internal
 */
export type Style = keyof typeof FORMATS;

/**
 * Where text for a person goes.
 *
 * @internal
 */
export interface Screen {
  /** Columns that may be filled. */
  readonly width: number;
  paint(style: Style, text: string): string;
  /** A URL on lines of at most so many columns; whole where nobody would break it. */
  link(url: string, width: number): string[];
}

/**
 * The part of a stream that decides how to write to it.
 *
 * @internal
 */
export interface Terminal {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What was asked for goes before what the terminal can do; `FORCE_COLOR` before `NO_COLOR`, as in Node.js itself. */
function hasColour(terminal: Terminal, env: Environment): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM } = env;
  if (force !== undefined) return force !== "0" && force !== "false";
  return (no ?? "") === "" && terminal.isTTY === true && TERM !== "dumb";
}

/**
 * A screen as wide and as colourful as a stream allows.
 *
 * @param terminal - the stream
 * @param env - the environment
 * @param colour - whether there may be colours at all
 * @internal
 */
export function screenFor(terminal: Terminal, env: Environment, colour: boolean): Screen {
  const coloured = colour && hasColour(terminal, env);
  const paint = (style: Style, text: string): string =>
    coloured && text !== "" ? styleText(FORMATS[style], text, { validateStream: false }) : text;
  return {
    // The last column stays free: some terminals break a line that fills it.
    width: Math.min(Math.max((terminal.columns || 101) - 1, 40), 110),
    paint,
    link(url, width) {
      const parts = terminal.isTTY === true && coloured ? breakUrl(url, width) : [url];
      // What shows colours either knows this sequence (OSC 8) or swallows it; a build log does not.
      return parts.map((part) =>
        terminal.isTTY === true && coloured
          ? `\x1b]8;;${url}\x1b\\${paint("link", part)}\x1b]8;;\x1b\\`
          : paint("link", part),
      );
    },
  };
}

/** Breaks a URL after a slash or, if it must be, after another mark or anywhere. */
function breakUrl(url: string, width: number): string[] {
  const lines: string[] = [];
  let rest = url;
  while (rest.length > width) {
    const start = rest.slice(0, width);
    const mark = [start.lastIndexOf("/"), Math.max(...["-", "#", "?", "&"].map((sign) => start.lastIndexOf(sign)))];
    const end = (mark.find((at) => at > width / 2) ?? width - 1) + 1;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...lines, rest];
}
