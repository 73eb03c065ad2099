import { type Mark, type Sign, signsOf } from "../marks.js";
import { MARKS_OF_CLUSTERS } from "./marksOfClusters.js";
import { MARKS_OF_LANGUAGES } from "./marksOfLanguages.js";
import { MARKS_OF_TOOLS } from "./marksOfTools.js";
import type { Writer } from "./writer.js";

/**
 * What shows who wrote a text.
 *
 * @internal
 */
export type WriterMark = Mark & { readonly writer: Writer };

/**
 * How it is known who wrote a text, most telling first: programs before the languages that they are made with.
 *
 * @internal
 */
export const WRITER_SIGNS: readonly (Sign & { readonly writer: Writer })[] = [
  ...MARKS_OF_CLUSTERS,
  ...MARKS_OF_TOOLS,
  ...MARKS_OF_LANGUAGES,
].flatMap((mark) => signsOf(mark, { writer: mark.writer }));
