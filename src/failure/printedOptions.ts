/** Properties of the SDK's errors that hold what the caller asked for, as Node.js prints an error. */
const OPTIONS = /\n[ \t]{1,12}(?:scopes: \[|getTokenOptions: \{|"headers": \{|"withCredentials": (?=false|true))/g;
/** What is printed of a failed call of a service, with the request that it was. */
const SERVICE_CALL = '"name": "RestError"';
/** A header of an answer that does say something of the failure. */
const TELLING = /www-authenticate/i;
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
 * A text without the options of the call and the headers of the request that Node.js prints with an error of the SDK:
 * their names say nothing of the failure, and read like sentences about it (`disableAutomaticAuthentication: undefined`,
 * `"withCredentials": false`).
 *
 * @param written - text with its line ends
 * @returns the same string where there are none
 * @internal
 */
export function withoutPrintedOptions(written: string): string {
  if (!written.includes("getTokenOptions: {") && !written.includes(SERVICE_CALL)) return written;
  const parts: string[] = [];
  let from = 0;
  OPTIONS.lastIndex = 0;
  for (let match = OPTIONS.exec(written); match !== null; match = OPTIONS.exec(written)) {
    const flag = match[0].endsWith(" ");
    const end = flag ? OPTIONS.lastIndex : closing(written, OPTIONS.lastIndex);
    if (end === undefined || TELLING.test(written.slice(match.index, end))) continue;
    parts.push(written.slice(from, match.index));
    from = end;
    OPTIONS.lastIndex = end;
  }
  return parts.length === 0 ? written : `${parts.join("")}${written.slice(from)}`;
}
