/** Colours, cursor movements and links of terminals. */
const SEQUENCE = /\p{Cc}(?:\[[\d;?]{0,24}[ -/]{0,2}[@-~]|\][^\p{Cc}]{0,2000}\p{Cc}\\?)/gu;
/** What is left of a colour where the control character before it was lost, as in a copy from a web page. */
const REST = /\[(?:\d{1,3}(?:;\d{1,3}){0,4}m(?!\]|inute)|m(?![\w\]]))/g;

/**
 * Takes out what only a terminal reads.
 *
 * @internal
 */
export function withoutColours(text: string): string {
  const bare = text.includes("\x1b") || text.includes("\x9b") ? text.replace(SEQUENCE, "") : text;
  return bare.includes("[") ? bare.replace(REST, "") : bare;
}
