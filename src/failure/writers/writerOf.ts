import type { Signs } from "../signs.js";
import { languageOfFrames } from "./frames.js";
import type { Writer } from "./writer.js";

/**
 * Who wrote a text: an SDK of some language, or a program.
 *
 * @param text - as its author spelled it
 * @param signs - what it is about
 * @returns `undefined` where nothing shows it
 * @internal
 */
export function writerOf(text: string, signs: Signs): Writer | undefined {
  return signs.writer(text) ?? languageOfFrames(text);
}
