import type { Evidence } from "../evidence.js";
import { languageOfFrames } from "./frames.js";
import type { Writer } from "./writer.js";

/**
 * Who wrote a text: an SDK of some language, or a program.
 *
 * @param evidence - what was read off the text
 * @returns `undefined` where nothing shows it
 * @internal
 */
export function writerOf({ surroundings, text }: Pick<Evidence, "surroundings" | "text">): Writer | undefined {
  return surroundings.writer(text) ?? languageOfFrames(text);
}
