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
export function writerOf({ signs, text }: Pick<Evidence, "signs" | "text">): Writer | undefined {
  return signs.writer(text) ?? languageOfFrames(text);
}
