import { withoutPrintedOptions } from "./printedOptions.js";

/*
 * Texts come as a log, a terminal or a JSON document wrote them. Quantifiers are bounded and never nested, so that
 * matching is linear in the length of the text.
 */

/** How often a text may have been written as a JSON string inside a JSON string. */
const MAX_LEVELS = 3;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|([\\"'/rnt]))/g;
const WRITTEN: Readonly<Record<string, string>> = { r: "\n", n: "\n", t: "\t" };
/** Terminal colours; the escape character is missing where a terminal's text was copied. */
const COLOUR = /(?:[^\P{Cc}\s]|\^\[)\[[\d;]{0,12}[A-Za-z]/gu;
const ENTITY = /&(?:quot|apos|lt|gt|amp|#39|#x27|#34);/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  "&quot;": '"',
  "&#34;": '"',
  "&apos;": "'",
  "&#39;": "'",
  "&#x27;": "'",
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
};
/** Between two lines of a container's log. */
const CONTAINER_LINE =
  /"?,"stream":"std(?:out|err)","(?:attrs"[^\n]{0,300}?"time|time)":"[^"\n]{10,40}"\}|^\s{0,4}\{"log":"/gm;
/** What the authority adds to the address it sends the browser back to. */
const IN_ADDRESS = /error_description=([^\s&"'<>#]{1,4000})/g;
/** Quotation marks within a cell of a table (RFC 4180). */
const CELL_QUOTE = /(?<=[\w.:)\]}])""(?!")|(?<!")""(?=[\w<{[])/g;
/** Blanks that a page puts where its lines must not break. */
const NO_BREAK = /[\u00a0\u2007\u202f]/g;
const NO_BREAKS = ["\u00a0", "\u2007", "\u202f"];
/** What `kubectl logs --prefix` puts before each line. */
const POD = /^\[pod\/[\w./-]{1,250}\] /gm;
/** What a tool draws around its messages. */
const BOX = /[\u2500-\u257f]/g;

/**
 * Stack frames: paths in them name credentials and modules that have nothing to say. What follows in the same line are
 * properties of the error.
 */
const FRAME = /\n[ \t]{1,12}(?:at |File ")(?:[^\n{]{0,500}(?=\{ \w)|[^\n]{0,500})/g;
/** The same where line ends were lost: `at Azure.Identity.X.GetToken(Boolean async)`. */
const INLINE_FRAME =
  /\sat (?:async |new )?(?=[\w$<>]{1,60}\.)[\w$.<>`[\],-]{3,260} ?\([^()\n]{0,300}\)(?: in [^\s:]{1,200}:line \d{1,6})?/g;
/** Blanks that are not a single space. */
const BLANK = / [\s\u200b]+|[^\S ][\s\u200b]*|\u200b[\s\u200b]*/g;
const SINGLE_QUOTE = /[\u2018\u2019\u201b`]/g;
const HYPHEN = /[\u2010\u2011]/g;
const DOUBLE_QUOTE = /[\u201c\u201d]/g;
const QUOTE = /[\u2018-\u201d`]/;
/** What is written in another way in a plain text: most messages have none of it. */
const UNEVEN = /[\t-\r\u00a0\u1680\u2000-\u200b\u2010\u2011\u2018-\u201d\u2028\u2029\u202f\u205f\u3000\ufeff`]/;

function unescapeOnce(text: string): string {
  return text.replace(ESCAPE, (_, code: string | undefined, char: string | undefined) =>
    code === undefined ? (WRITTEN[char ?? ""] ?? char ?? "") : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function decodeAddress(_: string, words: string): string {
  const spaced = words.replaceAll("+", " ");
  try {
    return `error_description=${decodeURIComponent(spaced)}`;
  } catch {
    return `error_description=${spaced}`;
  }
}

/** What a pipeline logs for its makers; its errors are marked as such. */
const DEBUG_LINE = /^[^\n#]{0,60}##\[debug\][^\n]{0,4000}$/gm;
/** Words that say something, so that what repeats them in each line is no mere prefix. */
const TELLING = /error|exception|credential|fail|auth|azure|token|unavailable/i;
const MAX_PREFIX = 120;

/** Without what a log or a terminal put before each line: the name of a pod, a time, a mark of a quotation. */
function withoutPrefix(text: string): string {
  const end = text.indexOf("\n");
  // What repeats nowhere is no prefix.
  if (end < 0 || text.trimEnd().length <= end) return text;
  let prefix = text.slice(0, Math.min(end, MAX_PREFIX));
  for (let start = end + 1; prefix !== "" && start < text.length; ) {
    let length = 0;
    while (length < prefix.length && text[start + length] === prefix[length]) length++;
    const next = text.indexOf("\n", start);
    const line = next < 0 ? text.length : next;
    // A blank line has lost its prefix, or only its end.
    if (line > start + length || length === 0) prefix = line === start ? prefix : prefix.slice(0, length);
    start = line + 1;
  }
  prefix = prefix.slice(0, prefix.search(/\s\S*$/) + 1);
  if (/^[\s*-]*$/.test(prefix) || TELLING.test(prefix)) return text;
  return text
    .split("\n")
    .map((line) => (line.startsWith(prefix) ? line.slice(prefix.length) : line))
    .join("\n");
}

/** Whether a bracket stands behind a control character, or what is shown of it: found faster than by the pattern. */
function mayBeColoured(text: string): boolean {
  for (let at = text.indexOf("[", 1); at > 0; at = text.indexOf("[", at + 1)) {
    const code = text.charCodeAt(at - 1);
    if (code < 32 || code === 94 || (code >= 127 && code < 160)) return true;
  }
  return false;
}

/**
 * A text as its author wrote it: escapes of JSON (also of JSON in JSON) and of HTML resolved, colours, frames drawn
 * around it, the wrapping of container logs and what stands before each line removed.
 *
 * @param text - any text, already bounded
 * @internal
 */
export function writtenText(text: string): string {
  let written = text;
  for (let level = 0; level < MAX_LEVELS && written.includes("\\"); level++) {
    const next = unescapeOnce(written);
    if (next === written) break;
    written = next;
  }
  if (written.includes('"stream":"std')) written = written.replace(CONTAINER_LINE, "\n");
  if (mayBeColoured(written)) written = written.replace(COLOUR, "");
  if (written.includes("&")) written = written.replace(ENTITY, (entity) => ENTITIES[entity.toLowerCase()] ?? entity);
  if (written.includes("error_description=")) written = written.replace(IN_ADDRESS, decodeAddress);
  if (written.includes("\r")) written = written.replace(/\r\n?/g, "\n");
  if (written.includes("##[error]")) written = written.replace(DEBUG_LINE, "");
  if (written.includes('""')) written = written.replace(CELL_QUOTE, '"');
  if (written.includes("[pod/")) written = written.replace(POD, "");
  if (NO_BREAKS.some((blank) => written.includes(blank))) written = written.replace(NO_BREAK, " ");
  return withoutPrefix(written.replace(BOX, " "));
}

/**
 * A text without the frames of its stacks and the options that are printed with them.
 *
 * @param written - text as {@link writtenText} returns it
 * @returns the same string where there are none
 * @internal
 */
export function withoutFrames(written: string): string {
  let text = withoutPrintedOptions(written);
  if (text.includes("\n")) text = text.replace(FRAME, " ");
  if (text.includes("(") && /\bat \w/.test(text)) text = text.replace(INLINE_FRAME, " ");
  return text;
}

/**
 * A text for matching: lower case, straight quotes, single spaces.
 *
 * @param unframed - text as {@link withoutFrames} returns it
 * @internal
 */
export function flatText(unframed: string): string {
  let text = unframed.toLowerCase();
  if (!UNEVEN.test(text) && !text.includes("  ")) return text.trim();
  if (QUOTE.test(text)) text = text.replace(SINGLE_QUOTE, "'").replace(DOUBLE_QUOTE, '"');
  text = text.replace(HYPHEN, "-");
  return text.replace(BLANK, " ").trim();
}
