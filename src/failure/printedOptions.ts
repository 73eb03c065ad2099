/** Properties of the SDK's errors that hold what the caller asked for, as Node.js prints an error. */
const OPTIONS = /\n[ \t]{1,12}(?:scopes: \[|getTokenOptions: \{)/g;
const MAX_LENGTH = 2_000;

/** Where the bracket closes that is open at `from`; undefined where it does not. */
function closing(text: string, from: number): number | undefined {
  const end = Math.min(text.length, from + MAX_LENGTH);
  for (let at = from, depth = 1; at < end; at++) {
    const char = text[at];
    if (char === "{" || char === "[") depth++;
    else if ((char === "}" || char === "]") && --depth === 0) return at + 1;
  }
  return undefined;
}

/**
 * A text without the options of the call that Node.js prints with an error of the SDK: their names say nothing of the
 * failure, and read like sentences about it (`disableAutomaticAuthentication: undefined`).
 *
 * @param written - text with its line ends
 * @returns the same string where there are none
 * @internal
 */
export function withoutPrintedOptions(written: string): string {
  if (!written.includes("getTokenOptions: {")) return written;
  const parts: string[] = [];
  let from = 0;
  OPTIONS.lastIndex = 0;
  for (let match = OPTIONS.exec(written); match !== null; match = OPTIONS.exec(written)) {
    const end = closing(written, OPTIONS.lastIndex);
    if (end === undefined) continue;
    parts.push(written.slice(from, match.index));
    from = end;
    OPTIONS.lastIndex = end;
  }
  return parts.length === 0 ? written : `${parts.join("")}${written.slice(from)}`;
}
