import type { Language } from "./writer.js";

/** How each language writes a frame of a stack, which plain texts are without. */
const FRAMES: readonly (readonly [Language, RegExp])[] = [
  ["python", /\bFile "[^"\n]{1,300}", line \d/],
  [
    "java",
    /\bat [\w$.<>/-]{3,300}\([\w$]{1,80}\.(?:java|kt|scala):\d|\bat (?:com|java|io|reactor|org)\.[\w$.]{3,200}\(/,
  ],
  ["js", /\bat [^\n]{0,300}(?:node_modules|node:[a-z]|\.[cm]?[jt]s:\d{1,6}:\d|<anonymous>|\(native\))/],
  ["dotnet", /\bat [\w.]{3,200}[\w`<>[\],]{0,60}\([^()\n]{0,300}\)|\.cs:line \d/],
  ["go", /\.go:\d/],
  ["rust", /\.rs:\d/],
];

/** How much of a text is looked at. */
const MAX_LENGTH = 8_000;

/**
 * The language that the frames of a stack show.
 *
 * @param text - as its author spelled it
 * @internal
 */
export function languageOfFrames(text: string): Language | undefined {
  if (!/\bat |File "|\.(?:go|rs):\d/.test(text)) return undefined;
  const looked = text.length > MAX_LENGTH ? text.slice(0, MAX_LENGTH) : text;
  return FRAMES.find(([, frame]) => frame.test(looked))?.[0];
}
